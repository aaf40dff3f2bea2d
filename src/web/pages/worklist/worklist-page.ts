import type { Principal } from '../../../platform/access/principal.js';
import type { CaseCountsAnswer, CaseSummaryAnswer } from '../../../transfer-case/index.js';
import { drawnForm } from '../../forms/drawn-form.js';
import { bodyOfForm } from '../../forms/body-of-form.js';
import type { DayField, TypedValues } from '../../forms/form-field.js';
import { Page } from '../../page/page.js';
import { daysLeftInWords } from '../../words/days.js';
import { stageTag, stageWords, waitingWords } from '../../words/stage-words.js';

/** The API's page of cases. */
export interface CasesPage {
  readonly items: readonly Readonly<CaseSummaryAnswer>[];
  readonly next?: string;
}

/** What the address of the list asks for, so that it can be reloaded and sent to a colleague. */
export interface AskedList {
  /** The API's question for the list. */
  readonly asked: URLSearchParams;
  /** What stands in the fields of the filter. */
  readonly typed: TypedValues;
}

type View = 'ours' | 'theirs' | 'all';

const PAGE = '50';
/** Those that the API takes as they stand in the address. */
const PASSED_ON = ['stage', 'move', 'sort', 'cursor'] as const;
export const DUE_BEFORE: DayField = { kind: 'day', name: 'dueBefore', label: 'Due before', required: false };

/** What is empty asks for nothing. A day is typed in three parts. */
export function askedList(query: Readonly<Record<string, unknown>>): AskedList {
  const typed: TypedValues = Object.fromEntries(
    Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
  const asked = new URLSearchParams({ limit: PAGE });
  for (const name of PASSED_ON) {
    const value = typed[name];
    if (typeof value === 'string' && value !== '') asked.set(name, value);
  }
  const { dueBefore } = bodyOfForm([DUE_BEFORE], typed);
  if (typeof dueBefore === 'string') asked.set('dueBefore', dueBefore);
  return { asked, typed };
}

/** The filter alone, as the counts take it. */
export function countsQuery({ asked }: AskedList): URLSearchParams {
  const filter = new URLSearchParams();
  for (const name of ['stage', 'dueBefore']) {
    const value = asked.get(name);
    if (value !== null) filter.set(name, value);
  }
  return filter;
}

export function worklistPage(
  { asked, typed }: AskedList,
  { items, next }: CasesPage,
  counts: Readonly<CaseCountsAnswer>,
  { organisation, roles }: Principal,
): Page {
  const view = (asked.get('move') ?? 'all') as View;
  const at = (changes: Readonly<Record<string, string | undefined>>) => listAddress(typed, changes);
  const stage = asked.get('stage');
  return new Page('pages/worklist.njk', {
    title: 'Cases',
    views: [
      viewOf('Needs us', 'ours', counts.ours),
      viewOf('Waiting on them', 'theirs', counts.theirs),
      viewOf('All', 'all', counts.all),
    ],
    overdue: counts.overdue,
    rows: items.map((each) => rowOf(each, organisation)),
    columns: [
      sortable('Case', 'caseRef'),
      { text: 'Stage' },
      { text: 'With' },
      { text: 'Waiting for' },
      sortable('Alert raised', 'alertedOn'),
      sortable('Due next', 'dueOn'),
    ],
    stages: Object.entries(stageWords).map(([value, text]) => ({ value, text, selected: stage === value })),
    dueBefore: drawnForm([DUE_BEFORE], typed).fields[0],
    kept: ['move', 'sort'].flatMap((name) => {
      const value = asked.get(name);
      return value === null ? [] : [{ name, value }];
    }),
    mayRaise: roles.includes('direct-payment-worker'),
    filtered: stage !== null || asked.has('dueBefore'),
    clear: at({
      stage: undefined,
      'dueBefore-day': undefined,
      'dueBefore-month': undefined,
      'dueBefore-year': undefined,
    }),
    ...(next !== undefined && { next: at({ cursor: next }) }),
  });

  function viewOf(text: string, value: View, count: number) {
    return { text, count, href: at({ move: value === 'all' ? undefined : value }), current: view === value };
  }

  /** A heading that sorts by its column; pressed again, the other way round. */
  function sortable(text: string, order: string) {
    const current = asked.get('sort') ?? 'dueOn';
    const direction = current === order ? 'ascending' : current === `-${order}` ? 'descending' : 'none';
    return { text, direction, href: at({ sort: direction === 'ascending' ? `-${order}` : order }) };
  }
}

/** The same list with something changed; from its beginning unless the change says from where. */
function listAddress(typed: TypedValues, changes: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...typed, cursor: undefined, ...changes })) {
    if (typeof value === 'string' && value !== '') query.set(name, value);
  }
  const text = query.toString();
  return text === '' ? '/cases' : `/cases?${text}`;
}

function rowOf(summary: Readonly<CaseSummaryAnswer>, organisation: string) {
  const { caseRef, stage, council, nhsBody, waitingOn, alertedOn, nextDeadline, counterpart } = summary;
  return {
    caseRef,
    stage: stageTag(stage),
    other: organisation === council ? nhsBody : council,
    counterpart: counterpart?.name ?? counterpart?.id,
    waitingOn: waitingWords(waitingOn),
    alertedOn,
    ...(nextDeadline !== undefined && {
      due: {
        ...nextDeadline,
        left: daysLeftInWords(nextDeadline.daysLeft),
        overdue: nextDeadline.daysLeft < 0,
      },
    }),
  };
}
