import type { Principal } from '../../../platform/access/principal.js';
import type { AgedDebtAnswer, RechargeSummary } from '../../../recharge/index.js';
import { Page } from '../../page/page.js';
import { rechargeStatusWords } from '../../words/recharge-words.js';
import { rechargeName, sidesOf, statusTag } from './recharge-names.js';

/** The API's page of recharges. */
export interface RechargesPage {
  readonly items: readonly Readonly<RechargeSummary>[];
  readonly next?: string;
}

/** Filters of the list that its address carries, so that it can be reloaded and sent to a colleague. */
const FILTERS = ['waitingOn', 'status', 'caseRef', 'cursor'] as const;
const LIMIT = '50';

const VIEWS = [
  { text: 'Needs us', waitingOn: 'us' },
  { text: 'Waiting on them', waitingOn: 'them' },
  { text: 'All', waitingOn: '' },
] as const;

/** The API's question for the list that an address of the page stands for; what is empty asks for nothing. */
export function rechargesQuery(query: Readonly<Record<string, unknown>>): URLSearchParams {
  const asked = new URLSearchParams({ limit: LIMIT });
  for (const name of FILTERS) {
    const value = query[name];
    if (typeof value === 'string' && value.trim() !== '') asked.set(name, value.trim());
  }
  return asked;
}

/** @param debt what is unpaid, for those who may see it */
export function rechargesPage(
  asked: URLSearchParams,
  { items, next }: RechargesPage,
  principal: Principal,
  mayCalculate: boolean,
  debt?: Readonly<AgedDebtAnswer>,
): Page {
  const waitingOn = asked.get('waitingOn') ?? '';
  return new Page('pages/recharges.njk', {
    title: VIEWS.find((view) => view.waitingOn === waitingOn && waitingOn !== '')?.text ?? 'Recharges',
    under: waitingOn === '' ? undefined : 'Recharges',
    views: VIEWS.map((view) => ({
      text: view.text,
      href: addressOf(asked, { waitingOn: view.waitingOn, cursor: '' }),
      current: view.waitingOn === waitingOn,
    })),
    waitingOn,
    caseRef: asked.get('caseRef') ?? '',
    statuses: [
      { value: '', text: 'Any' },
      ...Object.entries(rechargeStatusWords).map(([value, text]) => ({
        value,
        text,
        selected: asked.get('status') === value,
      })),
    ],
    filtered: asked.has('status') || asked.has('caseRef'),
    rows: items.map((each) => rowOf(each, principal)),
    mayCalculate,
    ...(debt !== undefined && { debt }),
    ...(next !== undefined && { next: addressOf(asked, { cursor: next }) }),
  });
}

function rowOf(summary: Readonly<RechargeSummary>, principal: Principal) {
  const owed = sidesOf(summary, principal).includes('creditor');
  return {
    ...summary,
    name: rechargeName(summary),
    tag: statusTag(summary.status),
    other: owed ? (summary.payableBy ?? summary.debtor) : summary.creditor,
    owes: owed ? 'They owe you' : 'You owe them',
    due: summary.status === 'issued' ? summary.queryDueOn : summary.paymentDueOn,
  };
}

function addressOf(asked: URLSearchParams, changed: Readonly<Record<string, string>>): string {
  const address = new URLSearchParams(asked);
  address.delete('limit');
  for (const [name, value] of Object.entries(changed)) {
    if (value === '') address.delete(name);
    else address.set(name, value);
  }
  const query = address.toString();
  return query === '' ? '/recharges' : `/recharges?${query}`;
}
