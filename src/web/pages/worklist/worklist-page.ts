import type { Principal } from '../../../platform/access/principal.js';
import type { CaseSummaryAnswer } from '../../../transfer-case/index.js';
import { Page } from '../../page/page.js';
import { daysLeftInWords } from '../../words/days.js';
import { stageTag, stageWords, waitingWords } from '../../words/stage-words.js';

/** The API's page of cases. */
export interface CasesPage {
  readonly items: readonly Readonly<CaseSummaryAnswer>[];
  readonly next?: string;
}

/** Filters of the list that its address carries, so that it can be reloaded and sent to a colleague. */
const FILTERS = ['stage', 'waitingOn', 'dueBefore', 'cursor'] as const;
const PAGE = '50';

/** The API's question for the list that an address of the page stands for; what is empty asks for nothing. */
export function worklistQuery(query: Readonly<Record<string, unknown>>): URLSearchParams {
  const asked = new URLSearchParams({ limit: PAGE });
  for (const name of FILTERS) {
    const value = query[name];
    if (typeof value === 'string' && value !== '') asked.set(name, value);
  }
  return asked;
}

export function worklistPage(
  asked: URLSearchParams,
  { items, next }: CasesPage,
  { organisation, roles }: Principal,
): Page {
  return new Page('pages/worklist.njk', {
    title: 'Cases',
    rows: items.map((each) => rowOf(each, organisation)),
    stages: Object.entries(stageWords).map(([value, text]) => ({
      value,
      text,
      selected: asked.get('stage') === value,
    })),
    mayRaise: roles.includes('direct-payment-worker'),
    filtered: ['stage', 'waitingOn', 'dueBefore'].some((name) => asked.has(name)),
    ...(next !== undefined && { next: nextPage(asked, next) }),
  });
}

function rowOf(summary: Readonly<CaseSummaryAnswer>, organisation: string) {
  const { caseRef, personReference, stage, council, nhsBody, waitingOn, nextDeadline } = summary;
  return {
    caseRef,
    personReference,
    stage: stageTag(stage),
    other: organisation === council ? nhsBody : council,
    waitingOn: waitingWords(waitingOn),
    ...(nextDeadline !== undefined && {
      due: {
        ...nextDeadline,
        left: daysLeftInWords(nextDeadline.daysLeft),
        overdue: nextDeadline.daysLeft < 0,
      },
    }),
  };
}

function nextPage(asked: URLSearchParams, cursor: string): string {
  const next = new URLSearchParams(asked);
  next.delete('limit');
  next.set('cursor', cursor);
  return `/cases?${next.toString()}`;
}
