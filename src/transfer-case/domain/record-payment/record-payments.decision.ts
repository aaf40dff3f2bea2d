import type { CaseDecision } from '../case-decision.js';
import type { TransferCase } from '../case-record.js';
import { recordPayment, type RecordPaymentTerms } from './record-payment.decision.js';

/** Several payments of one case at once, each decided on with those before it: all are recorded, or none. */
export const recordPayments =
  (payments: readonly RecordPaymentTerms[]): CaseDecision =>
  (state) => {
    let known = state;
    return payments.flatMap((terms) => {
      const events = recordPayment(terms)(known);
      if (events.length > 0) known = withPayment(known, terms);
      return events;
    });
  };

function withPayment(
  state: TransferCase,
  { side: _, today: __, ...payment }: RecordPaymentTerms,
): TransferCase {
  return state.stage === 'none' ? state : { ...state, payments: [...state.payments, payment] };
}
