import type { Principal } from '../../../platform/access/principal.js';
import type { CaseCountsAnswer, CaseSummaryAnswer } from '../../../transfer-case/index.js';
import { drawnForm } from '../../forms/drawn-form.js';
import { bodyOfForm } from '../../forms/body-of-form.js';
import type { DayField, TypedValues } from '../../forms/form-field.js';
import { Page } from '../../page/page.js';
import { daysLeftInWords } from '../../words/days.js';
import { organisationName } from '../../words/organisation-name.js';
import { stageTag, stageWords, waitingWords } from '../../words/stage-words.js';
import { casesInWords } from '../assignment/assign-cases.js';

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
type Changes = Readonly<Record<string, string | undefined>>;

const PAGE = '50';
/** Those that the API takes as they stand in the address. */
const FILTERS = ['stage', 'move', 'otherBody', 'worker'] as const;
const PASSED_ON = [...FILTERS, 'sort', 'cursor', 'minPosition'] as const;
/** What an address says once, of what was just done. */
const ONCE: Changes = { cursor: undefined, assigned: undefined, minPosition: undefined };
const NO_FILTER: Changes = {
  stage: undefined,
  otherBody: undefined,
  worker: undefined,
  'dueBefore-day': undefined,
  'dueBefore-month': undefined,
  'dueBefore-year': undefined,
};
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
  for (const name of [...FILTERS, 'dueBefore', 'minPosition']) {
    const value = asked.get(name);
    if (value !== null) filter.set(name, value);
  }
  return filter;
}

export interface ShownList {
  readonly list: AskedList;
  readonly cases: CasesPage;
  readonly counts: Readonly<CaseCountsAnswer>;
  readonly principal: Pick<Principal, 'roles'>;
  /** What the form shows that gives cases to somebody; absent for who may not. */
  readonly assign?: object | undefined;
}

export function worklistPage({ list, cases, counts, principal: { roles }, assign }: ShownList): Page {
  const { asked, typed } = list;
  const { items, next } = cases;
  const view = (asked.get('move') ?? 'all') as View;
  const worker = asked.get('worker');
  const at = (changes: Changes) => listAddress(typed, changes);
  const stage = asked.get('stage');
  const { workers } = counts;
  return new Page('pages/worklist.njk', {
    title: 'Cases',
    views: [
      viewOf('Needs us', 'ours', counts.ours),
      viewOf('Waiting on them', 'theirs', counts.theirs),
      viewOf('All', 'all', counts.all),
    ],
    workerViews: [
      workerView('Anybody’s', undefined, workers.anybody),
      ...(assign === undefined ? [] : [workerView('Mine', 'me', workers.me)]),
      workerView('Nobody’s', 'nobody', workers.nobody),
    ],
    overdue: counts.overdue,
    overview: overviewAddress(typed),
    rows: items.map(rowOf),
    columns: [
      sortable('Case', 'caseRef'),
      { text: 'Stage' },
      { text: 'With' },
      { text: 'Worked by' },
      { text: 'Waiting for' },
      sortable('Alert raised', 'alertedOn'),
      sortable('Due next', 'dueOn'),
    ],
    stages: Object.entries(stageWords).map(([value, text]) => ({ value, text, selected: stage === value })),
    workers: workerOptions(workers, worker),
    otherBodies: otherBodyOptions(counts.otherBodies, asked.get('otherBody')),
    dueBefore: drawnForm([DUE_BEFORE], typed).fields[0],
    kept: ['move', 'sort'].flatMap((name) => {
      const value = asked.get(name);
      return value === null ? [] : [{ name, value }];
    }),
    mayRaise: roles.includes('direct-payment-worker'),
    assign: items.length === 0 ? undefined : assign,
    here: at({ cursor: asked.get('cursor') ?? undefined }),
    filtered: ['stage', 'dueBefore', 'otherBody', 'worker'].some((name) => asked.has(name)),
    clear: at(NO_FILTER),
    done: saidAssigned(typed['assigned']),
    ...(next !== undefined && { next: at({ cursor: next }) }),
  });

  function viewOf(text: string, value: View, count: number) {
    return { text, count, href: at({ move: value === 'all' ? undefined : value }), current: view === value };
  }

  function workerView(text: string, value: string | undefined, count: number) {
    return { text, count, href: at({ worker: value }), current: worker === (value ?? null) };
  }

  /** A heading that sorts by its column; pressed again, the other way round. */
  function sortable(text: string, order: string) {
    const current = asked.get('sort') ?? 'dueOn';
    const direction = current === order ? 'ascending' : current === `-${order}` ? 'descending' : 'none';
    return { text, direction, href: at({ sort: direction === 'ascending' ? `-${order}` : order }) };
  }
}

/** The same list with something changed; from its beginning unless the change says from where. */
export function listAddress(typed: TypedValues, changes: Changes): string {
  return addressOf('/cases', { ...typed, ...ONCE, ...changes });
}

/** The overview of the same cases, which shows whoever’s move it is. */
function overviewAddress(typed: TypedValues): string {
  return addressOf('/cases/overview', {
    ...typed,
    ...ONCE,
    move: undefined,
    sort: undefined,
    stage: undefined,
  });
}

function addressOf(path: string, asked: TypedValues): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    if (typeof value === 'string' && value !== '') query.set(name, value);
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** Who works cases, for the select of the filter; whoever is asked for is among them though they work none. */
export function workerOptions(
  { me, nobody, each }: Readonly<CaseCountsAnswer['workers']>,
  chosen: string | null,
) {
  const known = [
    { value: 'me', text: `Me (${me})` },
    { value: 'nobody', text: `Nobody (${nobody})` },
    ...each.map(({ id, name, cases }) => ({ value: id, text: `${name ?? id} (${cases})` })),
  ];
  return withChosen(known, chosen, (id) => id);
}

/** The bodies on the other side, for the select of the filter. */
export function otherBodyOptions(bodies: Readonly<CaseCountsAnswer['otherBodies']>, chosen: string | null) {
  const known = bodies.map(({ organisation, cases }) => ({
    value: organisation,
    text: `${organisationName(organisation)} (${cases})`,
  }));
  return withChosen(known, chosen, organisationName);
}

function withChosen(
  known: readonly { readonly value: string; readonly text: string }[],
  chosen: string | null,
  textOf: (value: string) => string,
) {
  const isThere = chosen === null || chosen === '' || known.some(({ value }) => value === chosen);
  const all = isThere ? known : [...known, { value: chosen, text: `${textOf(chosen)} (0)` }];
  return all.map((option) => ({ ...option, selected: option.value === chosen }));
}

function saidAssigned(assigned: unknown): string | undefined {
  if (typeof assigned !== 'string' || !/^[1-9]\d{0,2}$/.test(assigned)) return undefined;
  return `${casesInWords(parseInt(assigned, 10))} assigned`;
}

function rowOf(summary: Readonly<CaseSummaryAnswer>) {
  const { caseRef, version, stage, council, otherBody, waitingOn, alertedOn, nextDeadline } = summary;
  const { caseworker, counterpart } = summary;
  const [own, other] = otherBody === council ? [counterpart, caseworker] : [caseworker, counterpart];
  return {
    caseRef,
    tick: `${caseRef}:${version}`,
    stage: stageTag(stage),
    other: otherBody,
    counterpart: other?.name ?? other?.id,
    worker: own?.name ?? own?.id,
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
