import { FieldRefused } from '../../../kernel/refusal.js';
import { negatePence } from '../../../kernel/pence.js';
import type { Payment } from '../case-record.js';

/**
 * A payment is above zero. Below zero it is a reversal, which takes back one payment in full, so that nothing vanishes
 * from the sum without saying what.
 *
 * @throws FieldRefused when the sign does not fit, or the original is not there, is reversed already, or differs.
 */
export function refuseUnlessReversalFits(payment: Payment, payments: readonly Payment[]): void {
  const { amountPence, reverses } = payment;
  if (reverses === undefined) {
    if (amountPence > 0) return;
    throw new FieldRefused(
      '/amount',
      'not-above-zero',
      'A payment is above zero; a reversal names the payment that it takes back',
    );
  }
  const original = payments.find(({ reference }) => reference === reverses);
  if (original === undefined || original.reverses !== undefined) {
    throw new FieldRefused('/reverses', 'no-such-payment', `This case has no payment ${reverses} to reverse`);
  }
  if (payments.some((each) => each.reverses === reverses)) {
    throw new FieldRefused('/reverses', 'reversed-already', `Payment ${reverses} has been reversed already`);
  }
  const isMirror =
    amountPence === negatePence(original.amountPence) &&
    payment.from === original.from &&
    payment.until === original.until &&
    payment.payer === original.payer;
  if (!isMirror) {
    throw new FieldRefused(
      '/reverses',
      'not-the-mirror',
      `A reversal has the payer and days of payment ${reverses}, and its amount below zero`,
    );
  }
}
