import type { OwedDocument } from '../../domain/aged-debt/aged-debt.js';
import type { RechargeWithLines } from './recharges.query.js';

export { agedDebtOf, UNPAID_REASONS, type Aged, type AgedDebt } from '../../domain/aged-debt/aged-debt.js';

/** A recharge as it is owed, or to be given back; nothing while it was not issued, and once nothing is left of it. */
export function owedDocument({ recharge, lines }: RechargeWithLines): OwedDocument | undefined {
  const { status, documentDate, calculatedOn, paidPence, outstandingPence } = recharge;
  if (status === 'draft' || status === 'approved' || status === 'approval-lapsed') return undefined;
  if (outstandingPence === 0) return undefined;
  return {
    since: documentDate ?? calculatedOn,
    stands: status !== 'credited' && status !== 'withdrawn',
    paidPence,
    outstandingPence,
    lines,
  };
}
