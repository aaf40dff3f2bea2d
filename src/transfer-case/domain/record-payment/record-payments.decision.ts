import type { CaseDecision } from '../case-decision.js';
import type { CaseRecord, TransferCase } from '../case-record.js';
import { recordPayment, type RecordPaymentTerms } from './record-payment.decision.js';

/** Several payments of one case at once, each decided on with those before it: all are recorded, or none. */
export const recordPayments =
  (payments: readonly RecordPaymentTerms[]): CaseDecision =>
  (state) => {
    let known: TransferCase = state;
    return payments.flatMap((terms) => {
      const events = recordPayment(terms)(known);
      if (events.length > 0 && known.stage !== 'none') known = withPayment(known, terms);
      return events;
    });
  };

/** The case as it will be once the payment is recorded: what a later payment of the same list is decided on. */
export function withPayment(
  record: CaseRecord,
  { side: _, today: __, ...payment }: RecordPaymentTerms,
): CaseRecord {
  return { ...record, payments: [...record.payments, payment] };
}
