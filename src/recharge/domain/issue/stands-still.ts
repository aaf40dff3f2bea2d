import type { Figure } from '../../../kernel/figure.js';
import { negatePence } from '../../../kernel/pence.js';
import { sameFacts } from '../../../kernel/same-facts.js';
import { linesOwedBy, missingFrom, type Adjustments } from '../recharge-document.js';
import type { RechargeLine } from '../recharge.events.js';
import { directionOf, type RechargeRecord } from '../recharge.js';
import type { BridgingRecharge } from '../rules/bridging-recharge.js';

/** What today's facts of a case give. */
export interface TodaysFacts {
  readonly bridging: Figure<BridgingRecharge>;
  readonly adjustments: Pick<Adjustments, 'oneOffs' | 'credit'>;
}

/**
 * True when today's facts of the case give the lines that the document has. Leave is agreed apart, and what stays paid
 * follows from the other lines and from versions that do not change any more; neither is looked at again.
 */
export function standsStill(record: RechargeRecord, { bridging, adjustments }: TodaysFacts): boolean {
  const { oneOffs, credit } = adjustments;
  const again = { oneOffs, ...(credit && { credit }) };
  if (bridging.status === 'pending' || missingFrom(again).length > 0) return false;
  const { document, creditor, debtor, lines } = record;
  const direction = directionOf(record);
  const isCredit = document === 'credit-note';
  const today = linesOwedBy(isCredit ? creditor : debtor, bridging.value, { ...again, leave: [] }, direction);
  const said = ({ kind, from, until, amountPence, evidence }: Omit<RechargeLine, 'number'>) => [
    ...[kind, from, until, amountPence],
    ...(kind === direction ? [] : evidence),
  ];
  const looked = lines.filter(({ kind }) => kind !== 'leave-credit' && kind !== 'paid-stays');
  const standing = looked.map((line) =>
    said(isCredit ? { ...line, amountPence: negatePence(line.amountPence) } : line),
  );
  return sameFacts(standing, today.map(said));
}
