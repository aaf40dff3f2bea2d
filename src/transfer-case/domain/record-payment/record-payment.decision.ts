import { refuseEmptyPeriod, refuseFuture, refuseUnlessReference } from '../../../kernel/field-checks.js';
import { FieldRefused, Refusal } from '../../../kernel/refusal.js';
import { dateInWords } from '../../../kernel/plain-date.js';
import { sameFacts } from '../../../kernel/same-facts.js';
import type { CaseDecision } from '../case-decision.js';
import type { CaseRecord, Payment } from '../case-record.js';
import { CaseNotReady } from '../stages.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { PaymentReferenceReused } from './payment-reference-reused.js';
import { refuseUnlessReversalFits } from './reversal.js';

export interface RecordPaymentTerms extends Payment {
  /** The body that paid: the council's or the NHS body's as it was on the day of the payment. */
  readonly payer: string;
  readonly side: 'council' | 'nhs';
  readonly today: PlainDate;
}

/** The NHS body pays from the first day of its own cover on. What it paid before goes through the recharge. */
export class PhbNotStarted extends Refusal {
  override readonly name = 'PhbNotStarted';
  readonly code = 'phb-not-started';
  readonly kind = 'conflict';
  override readonly facts: { readonly stage: CaseRecord['stage'] };

  constructor(stage: CaseRecord['stage']) {
    super('The NHS body pays once its personal health budget covers the person; until then the council does');
    this.facts = { stage };
  }
}

/**
 * A payment was made for some days. Payments are taken from the alert on and for ever, since a late one changes what is
 * owed; the same reference with the same facts is the same payment.
 */
export const recordPayment =
  ({ side, today, ...payment }: RecordPaymentTerms): CaseDecision =>
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
        const before = state.payments.find(({ reference }) => reference === payment.reference);
        if (before !== undefined) {
          if (sameFacts<Payment>(before, payment)) return [];
          throw new PaymentReferenceReused('/paymentReference', payment.reference);
        }
        refuseUnlessSound(payment, state, today);
        if (side === 'nhs') refuseBeforeCover(payment, state);
        const { reference: paymentReference, ...facts } = payment;
        return [
          {
            type: 'transfer-case.payment-made',
            occurredOn: payment.paidOn,
            data: { paymentReference, ...facts },
          },
        ];
      }
      case 'none':
      case 'merged':
        throw new CaseNotReady('record-payment', state.stage);
    }
  };

function refuseUnlessSound(payment: Payment, state: CaseRecord, today: PlainDate): void {
  refuseUnlessReference('/paymentReference', payment.reference);
  refuseFuture('/paidOn', payment.paidOn, today);
  refuseEmptyPeriod(payment.from, payment.until);
  refuseUnlessReversalFits(payment, state.payments);
}

function refuseBeforeCover(payment: Payment, { stage, phbCoverStartsOn }: CaseRecord): void {
  if (phbCoverStartsOn === undefined) throw new PhbNotStarted(stage);
  if (payment.from < phbCoverStartsOn) {
    throw new FieldRefused(
      '/from',
      'before-cover',
      `The personal health budget covers the person from ${dateInWords(phbCoverStartsOn)}`,
    );
  }
}
