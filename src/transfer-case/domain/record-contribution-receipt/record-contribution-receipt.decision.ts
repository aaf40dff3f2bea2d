import { refuseEmptyPeriod, refuseFuture, refuseUnlessReference } from '../../../kernel/field-checks.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { sameFacts } from '../../../kernel/same-facts.js';
import type { CaseDecision } from '../case-decision.js';
import type { Payment } from '../case-record.js';
import { PaymentReferenceReused } from '../record-payment/payment-reference-reused.js';
import { CaseNotReady } from '../stages.js';

export interface RecordContributionReceiptTerms extends Omit<Payment, 'payer' | 'reverses'> {
  readonly today: PlainDate;
}

/** A contribution that the person really paid, for some days. Only what was received can be refunded. */
export const recordContributionReceipt =
  ({ today, ...receipt }: RecordContributionReceiptTerms): CaseDecision =>
  (state) => {
    switch (state.stage) {
      case 'alerted':
      case 'acknowledged':
      case 'assessing':
      case 'not-eligible':
      case 'eligible':
      case 'bridging':
      case 'phb-started':
      case 'complete':
      case 'transferring-back':
      case 'back-with-council':
      case 'withdrawn': {
        const before = state.contributionReceipts.find(({ reference }) => reference === receipt.reference);
        if (before !== undefined) {
          if (sameFacts<Payment>(before, receipt)) return [];
          throw new PaymentReferenceReused('/receiptReference', receipt.reference);
        }
        refuseUnlessReference('/receiptReference', receipt.reference);
        refuseFuture('/receivedOn', receipt.paidOn, today);
        refuseEmptyPeriod(receipt.from, receipt.until);
        if (receipt.amountPence <= 0) {
          throw new FieldRefused('/amount', 'not-above-zero', 'A contribution received is above zero');
        }
        const { reference: receiptReference, paidOn: receivedOn, ...facts } = receipt;
        return [
          {
            type: 'transfer-case.contribution-received',
            occurredOn: receivedOn,
            data: { receiptReference, receivedOn, ...facts },
          },
        ];
      }
      case 'none':
      case 'merged':
        throw new CaseNotReady('record-contribution-receipt', state.stage);
    }
  };
