import { basisOf, type Basis } from '../../../kernel/basis.js';
import { known, pending, type Figure } from '../../../kernel/figure.js';
import { Fraction } from '../../../kernel/fraction.js';
import { sumPence, type Pence } from '../../../kernel/pence.js';
import { clip, daysIn, lastDayOf, type Period } from '../../../kernel/period.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { endOfBridging, PHB_COVER_START, type BridgingFacts } from './bridging-recharge.js';
import type { PaymentMade } from './payment-evidence.js';
import { ACCOUNT_RECLAIM, PAYMENT_PAST_END } from './recharge-rules.js';

/** The part of one payment that was for days not owed. */
export interface ReclaimedPayment extends Period {
  readonly reference: string;
  /** In pence; below zero for a reversal. */
  readonly amountPence: Pence;
  readonly basis: Basis;
}

/** What the council has to take back from the account of the direct payment, and no other body owes. */
export interface AccountReclaim {
  /** The first day for which nothing was owed. */
  readonly from: PlainDate;
  readonly payments: readonly ReclaimedPayment[];
  /** Always the sum of the payments, in pence. */
  readonly totalPence: Pence;
}

/**
 * What was paid for days on which the direct payment was not owed any more: the budget covered the person, the council had
 * said that an earlier day was its last, or the person had died. A payment that runs past the last day owed is shared by
 * days. Payments of other bodies are not the council's to take back.
 *
 * Pending until there is a last day.
 */
export function accountReclaim({
  payments,
  payingBody,
  ...facts
}: Pick<
  BridgingFacts,
  'payments' | 'payingBody' | 'newCoverStartsOn' | 'lastDayCovered' | 'diedOn'
>): Figure<AccountReclaim> {
  // A person who declines NHS care may go on with the direct payment, so that ends nothing here.
  const { newCoverStartsOn, lastDayCovered, diedOn } = facts;
  const from = endOfBridging({
    ...(newCoverStartsOn && { newCoverStartsOn }),
    ...(lastDayCovered && { lastDayCovered }),
    ...(diedOn && { diedOn }),
  });
  if (from === undefined) return pending(PHB_COVER_START);
  const past = payments
    .filter(({ payer }) => payer === payingBody)
    .flatMap((payment) => partPast(payment, from));
  const totalPence = sumPence(past.map(({ amountPence }) => amountPence));
  return known(
    { from, payments: past, totalPence },
    basisOf(
      ACCOUNT_RECLAIM,
      { from, payments: past.length, totalPence },
      past.map(({ basis }) => basis),
    ),
  );
}

function partPast(payment: PaymentMade, from: PlainDate): ReclaimedPayment[] {
  const days = clip(payment, { from });
  if (days === undefined) return [];
  const share = Fraction.of(daysIn(days), daysIn(payment));
  const amountPence = share.times(payment.amountPence).toPence();
  const { reference } = payment;
  const basis = basisOf(PAYMENT_PAST_END, {
    reference,
    paidPence: payment.amountPence,
    paidFrom: payment.from,
    paidLastDay: lastDayOf(payment),
    daysPaid: daysIn(payment),
    daysNotOwed: daysIn(days),
    amountPence,
  });
  return [{ reference, ...days, amountPence, basis }];
}
