import type { Decision } from '../../../kernel/event.js';
import { describePence, subtractPence, sumPence, type Pence } from '../../../kernel/pence.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { FieldRefused, Refusal } from '../../../kernel/refusal.js';
import { actsForDebtor, type Acting } from '../acting.js';
import { refuseOwnCharge } from '../duties/second-person.js';
import type { RechargeEvent } from '../recharge.events.js';
import { acceptedPence, paidPence, type Recharge, type RechargeRecord } from '../recharge.js';
import { RechargeNotFound, RechargeNotReady } from '../refusals.js';

/** Only lines that were accepted are paid, and each once. */
export class PaymentExceedsAccepted extends Refusal {
  override readonly name = 'PaymentExceedsAccepted';
  readonly code = 'payment-exceeds-accepted';
  readonly kind = 'conflict';
  /** In pence: what was accepted, and what of it has not been paid yet. */
  override readonly facts: { readonly acceptedPence: Pence; readonly payablePence: Pence };

  constructor(accepted: Pence, payable: Pence) {
    super(`The accepted lines have ${describePence(payable)} left to pay`);
    this.facts = { acceptedPence: accepted, payablePence: payable };
  }
}

/** A payment reference names one payment for ever. */
export class PaymentReferenceReused extends Refusal {
  override readonly name = 'PaymentReferenceReused';
  readonly code = 'recharge-payment-reference-reused';
  readonly kind = 'conflict';
  override readonly facts: { readonly paymentReference: string };

  constructor(paymentReference: string) {
    super(`Payment ${paymentReference} has been recorded already, with another amount or day`);
    this.facts = { paymentReference };
  }
}

export interface PayTerms {
  readonly paymentReference: string;
  readonly paidOn: PlainDate;
  readonly amountPence: Pence;
  readonly today: PlainDate;
  readonly acting: Acting;
}

/**
 * Records a payment of accepted lines; those in dispute do not hold up the rest.
 *
 * @throws ChargedByYourself when the actor prepared or approved the recharge for the body that is owed.
 * @throws PaymentExceedsAccepted, PaymentReferenceReused, NotYourSide, RechargeNotReady
 * @throws FieldRefused when the amount is not above zero or the day is in the future.
 */
export const payRecharge =
  (terms: PayTerms): Decision<Recharge, RechargeEvent> =>
  (state) => {
    switch (state.stage) {
      case 'none':
        throw new RechargeNotFound();
      case 'issued': {
        actsForDebtor(state, terms.acting);
        refuseOwnCharge(state, terms.acting);
        if (isRepeat(state, terms)) return [];
        check(state, terms);
        const { paymentReference, paidOn, amountPence, acting } = terms;
        return [
          {
            type: 'recharge.paid',
            occurredOn: paidOn,
            data: { paidOn, amountPence, paymentReference, by: acting.by },
          },
        ];
      }
      case 'draft':
      case 'approved':
      case 'credited':
      case 'withdrawn':
        throw new RechargeNotReady('pay', state);
    }
  };

function isRepeat(
  { payments }: RechargeRecord,
  { paymentReference, paidOn, amountPence }: PayTerms,
): boolean {
  const same = payments.find((payment) => payment.paymentReference === paymentReference);
  if (same === undefined) return false;
  if (same.paidOn === paidOn && same.amountPence === amountPence) return true;
  throw new PaymentReferenceReused(paymentReference);
}

function check(state: RechargeRecord, { amountPence, paidOn, today }: PayTerms): void {
  if (amountPence <= 0)
    throw new FieldRefused('/amount', 'payment-not-above-zero', 'A payment is above zero');
  if (paidOn > today)
    throw new FieldRefused('/paidOn', 'payment-in-the-future', 'The day of payment is in the future');
  const accepted = acceptedPence(state);
  const paid = paidPence(state);
  if (sumPence([paid, amountPence]) > accepted) {
    throw new PaymentExceedsAccepted(accepted, subtractPence(accepted, paid));
  }
}
