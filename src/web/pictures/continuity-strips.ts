import { addDays, earliest, latest, type PlainDate } from '../../kernel/plain-date.js';
import type { EmploymentAnswer } from '../../workforce/index.js';
import { dayInWords } from '../words/days.js';
import { organisationName } from '../words/organisation-name.js';
import { dayAxis, LABEL_BELOW, monthMarks, type DayAxis } from './day-axis.js';
import { MARGIN, WIDTH, type Box, type Fill, type Mark, type Picture } from './picture.js';
import { fitted } from './text-width.js';

/** What is drawn of the jobs of a case. */
export interface ContinuityFacts {
  readonly employments: readonly Readonly<
    Pick<EmploymentAnswer, 'assistantRef' | 'startedOn' | 'end' | 'fundingPeriods'>
  >[];
  readonly council: string;
  /** The day on which it is looked at. */
  readonly today: PlainDate;
}

type Job = ContinuityFacts['employments'][number];

const LABELS = 150;
const LANE = 40;
const BAR = 24;

/** Each PA's job as a strip, in the colours of who paid for it: two side by side where two did, and empty where nobody is known to. */
export function continuityPicture({ employments, council, today }: ContinuityFacts): Picture {
  const room: readonly [number, number] = [MARGIN + LABELS, WIDTH - MARGIN];
  const axis = axisOf(employments, today, room);
  const bottom = MARGIN + LANE * employments.length;
  return {
    id: 'continuity',
    title: 'Work of the PAs, and who paid for it',
    says: saidOf(employments),
    width: WIDTH,
    height: bottom + LABEL_BELOW + MARGIN,
    marks: [
      ...monthMarks(axis, MARGIN, bottom),
      ...employments.flatMap((job, index) => stripOf(job, council, MARGIN + LANE * index, axis)),
    ],
    table: {
      head: [{ text: 'PA' }, { text: 'From' }, { text: 'To' }, { text: 'Who paid' }],
      rows: employments.flatMap(rowsOf),
    },
  };
}

function axisOf(jobs: readonly Job[], today: PlainDate, room: readonly [number, number]): DayAxis {
  const [first, ...rest] = jobs.map(({ startedOn }) => startedOn);
  if (first === undefined) return dayAxis(today, addDays(today, 1), room);
  const from = earliest(first, ...rest);
  const ends = jobs.map(({ end, startedOn }) => addDays(end?.lastDay ?? latest(startedOn, today), 1));
  return dayAxis(from, latest(addDays(from, 1), ...ends), room);
}

function stripOf(
  { assistantRef, startedOn, end, fundingPeriods }: Job,
  council: string,
  top: number,
  axis: DayAxis,
): readonly Mark[] {
  const y = top + (LANE - BAR) / 2;
  const ends = end === undefined ? axis.until : addDays(end.lastDay, 1);
  const whole: Box = {
    ...across(axis, startedOn, ends),
    ...{ kind: 'box', y, height: BAR, fill: 'nothing', dashed: true },
  };
  const paid = fundingPeriods.flatMap(({ from, lastDay, shares }) => {
    const days = across(axis, from, lastDay === undefined ? ends : addDays(lastDay, 1));
    const payers = shares.length === 0 ? ['employer'] : shares.map(({ funder }) => funder);
    const height = BAR / payers.length;
    return payers.map((payer, index): Box => ({
      ...{ kind: 'box', ...days, y: y + height * index, height },
      fill: fillOf(payer, council),
    }));
  });
  const name: Mark = {
    ...{ kind: 'label', x: MARGIN, y: top + LANE / 2 + 5, anchor: 'start' },
    text: fitted(assistantRef, LABELS - MARGIN),
  };
  return [name, whole, ...paid];
}

function across(axis: DayAxis, from: PlainDate, until: PlainDate) {
  const x = axis.xOf(from);
  return { x, width: Math.max(1, axis.xOf(until) - x) };
}

function fillOf(payer: string, council: string): Fill {
  if (payer === council) return 'council';
  return payer === 'employer' ? 'other' : 'nhs';
}

function rowsOf({ assistantRef, startedOn, end, fundingPeriods }: Job): readonly (readonly string[])[] {
  if (fundingPeriods.length === 0) {
    return [[assistantRef, dayInWords(startedOn), untilWords(end?.lastDay), 'Not recorded']];
  }
  return fundingPeriods.map(({ from, lastDay, shares }) => [
    assistantRef,
    dayInWords(from),
    untilWords(lastDay ?? end?.lastDay),
    shares.length === 0
      ? 'The employer alone'
      : shares.map(({ funder }) => organisationName(funder)).join(' and '),
  ]);
}

function untilWords(lastDay: PlainDate | undefined): string {
  return lastDay === undefined ? 'Goes on' : dayInWords(lastDay);
}

function saidOf(jobs: readonly Job[]): string {
  if (jobs.length === 0) return 'No job of a PA is recorded.';
  const ended = jobs.filter(({ end }) => end !== undefined).length;
  const count = jobs.length === 1 ? 'One PA' : `${jobs.length} PAs`;
  return ended === 0 ? `${count}, all at work.` : `${count}, of whom ${ended} no longer work here.`;
}
