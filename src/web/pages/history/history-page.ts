import { londonDateOf } from '../../../kernel/plain-date.js';
import type { ProblemContent } from '../../../platform/http/problems/problem.js';
import { dayField, askedOf } from '../../forms/asked-days.js';
import { drawnForm } from '../../forms/drawn-form.js';
import type { FormField, TypedValues } from '../../forms/form-field.js';
import { Page } from '../../page/page.js';
import { historyPicture } from '../../pictures/history-line.js';
import { dayInWords } from '../../words/days.js';
import { momentInWords } from '../../words/moments.js';
import { organisationName } from '../../words/organisation-name.js';
import { withBodiesNamed } from '../../words/named-bodies.js';
import { sentenceOf } from '../../words/sentences.js';
import { shownAnswer, type ShownAnswer } from '../../words/shown-answer.js';
import { caseSections } from '../transfer-case/case-addresses.js';
import type { CaseEvent, EventsPage } from './case-events.js';

/** One event as pages show it. */
export interface ShownEvent {
  readonly ordinal: number;
  readonly sentence: string;
  /** When it was recorded. */
  readonly moment: string;
  readonly who: string;
  /** The day on which it was true. */
  readonly day: string;
  readonly correction?: string;
  readonly details: ShownAnswer;
  readonly replay: string;
}

export function shownEvent(caseRef: string, event: CaseEvent): ShownEvent {
  const { ordinal, sentence, recordedAt, occurredOn, correction, data, position } = event;
  return {
    ordinal,
    sentence: withBodiesNamed(sentence),
    moment: momentInWords(recordedAt),
    who: whoRecorded(event),
    day: dayInWords(occurredOn),
    ...(correction !== undefined && {
      correction: `Put right because of ${sentenceOf(correction.reasonCode).toLowerCase()}; ${correction.documentReference} shows it`,
    }),
    details: shownAnswer(data),
    replay: replayAddress(caseRef, position),
  };
}

export function replayAddress(caseRef: string, position: string): string {
  return `/cases/${caseRef}/replay?position=${encodeURIComponent(position)}`;
}

/** Who recorded an event, for which body and in which role. */
export function whoRecorded({ actor: { id, name, organisation, role } }: CaseEvent): string {
  return `${name ?? id}, ${organisationName(organisation)} (${sentenceOf(role).toLowerCase()})`;
}

/** What of a history may be asked for: a kind of event, who recorded it, and the days of recording. */
export function historyFields(events: readonly CaseEvent[]): readonly FormField[] {
  const kinds = new Map(events.map(({ type }) => [type, sentenceOf(type.replace('.', ': '))]));
  const people = new Map(events.map((event) => [event.actor.id, whoRecorded(event)]));
  const choices = (all: ReadonlyMap<string, string>) =>
    [...all].map(([value, text]) => ({ value, text })).sort((one, other) => (one.text < other.text ? -1 : 1));
  return [
    { kind: 'choice', name: 'type', label: 'What', required: false, choices: choices(kinds) },
    { kind: 'choice', name: 'actor', label: 'Who recorded it', required: false, choices: choices(people) },
    dayField('from', 'Recorded from', 'The first day of recording'),
    dayField('lastDay', 'Recorded until', 'The last day of recording'),
  ];
}

export interface HistoryFound {
  readonly caseRef: string;
  /** Everything of the case, for the picture and the choices. */
  readonly all: readonly CaseEvent[];
  readonly values: TypedValues;
  readonly found: EventsPage;
  /** Whoever looks may take the events away with their hashes. */
  readonly mayCheck: boolean;
  readonly problem?: ProblemContent;
}

export function historyPage({ caseRef, all, values, found, mayCheck, problem }: HistoryFound): Page {
  const fields = historyFields(all);
  const filtered = askedOf(fields, values).size > 0;
  const { next } = found;
  return new Page(
    'pages/history.njk',
    {
      title: 'History',
      under: `Case ${caseRef}`,
      caseRef,
      sections: caseSections(caseRef, '/history'),
      ...drawnForm(fields, values, problem),
      filtered,
      mayCheck,
      days: daysOf(caseRef, found.items),
      drawing: historyPicture(all),
      ...(next !== undefined && { older: `/cases/${caseRef}/history?${olderQuery(values, next)}` }),
    },
    problem === undefined ? 200 : problem.status,
  );
}

/** The newest first, by the day of recording in London. */
export function daysOf(caseRef: string, events: readonly CaseEvent[]) {
  const days: { day: string; events: ShownEvent[] }[] = [];
  for (const event of events) {
    const day = dayInWords(londonDateOf(new Date(event.recordedAt)));
    const last = days.at(-1);
    const shown = shownEvent(caseRef, event);
    if (last?.day === day) last.events.push(shown);
    else days.push({ day, events: [shown] });
  }
  return days;
}

/** What was asked, as it was typed, and where the next page begins. */
function olderQuery(values: TypedValues, cursor: string): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'string' && value !== '' && name !== 'cursor') query.set(name, value);
  }
  query.set('cursor', cursor);
  return query.toString();
}
