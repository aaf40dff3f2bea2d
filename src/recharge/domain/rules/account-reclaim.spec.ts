import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pence, sumPence } from '../../../kernel/pence.js';
import { periodOfDays } from '../../../kernel/period.js';
import { addDays, plainDate } from '../../../kernel/plain-date.js';
import { eightWeeks, NHS_BODY, payment } from '../bridging.fixtures.js';
import { accountReclaim, type AccountReclaim } from './account-reclaim.js';
import { bridgingRecharge, type BridgingFacts } from './bridging-recharge.js';

const reclaimed = (changes: Partial<BridgingFacts>): AccountReclaim => {
  const figure = accountReclaim({ ...eightWeeks, ...changes });
  if (figure.status === 'pending') throw new Error('The sum to reclaim is pending');
  return figure.value;
};
/** Paid until 9 July, two weeks longer than the budget needed it. */
const tooLong = payment('2024-05-29', '2024-07-09', 445_500);
const upTo = payment('2024-05-01', '2024-05-28', 297_000);

describe('what was paid for days not owed is reclaimed, never recharged (odd input 10: overlap, both paid)', () => {
  it('takes a payment that ran past the first covered day by its days, and leaves the recharge alone', () => {
    const payments = [upTo, tooLong];
    expect(reclaimed({ payments })).toMatchObject({
      from: '2024-06-26',
      payments: [
        { reference: tooLong.reference, from: '2024-06-26', until: '2024-07-10', amountPence: 148_500 },
      ],
      totalPence: 148_500,
    });
    const recharge = bridgingRecharge({ ...eightWeeks, payments });
    expect(recharge.status === 'known' && recharge.value.totalPence).toBe(594_000);
  });

  it('is nothing, and known to be, when every payment ended in time', () => {
    expect(reclaimed({})).toMatchObject({ payments: [], totalPence: 0 });
  });

  it('counts from the day after the death, and after the last day that the council said it covers', () => {
    expect(reclaimed({ diedOn: plainDate('2024-06-18') })).toMatchObject({
      from: '2024-06-19',
      totalPence: 74_250,
    });
    expect(reclaimed({ lastDayCovered: plainDate('2024-05-28') })).toMatchObject({
      from: '2024-05-29',
      payments: [{ amountPence: 297_000 }],
    });
  });

  it('leaves a refusal of NHS care alone, since the direct payment may go on', () => {
    expect(reclaimed({ declinedFrom: plainDate('2024-05-15') }).from).toBe('2024-06-26');
  });

  it('takes back what a reversal took back already, and nothing of what another body paid', () => {
    const reversal = { ...tooLong, reference: 'reversal', amountPence: pence(-445_500) };
    expect(reclaimed({ payments: [upTo, tooLong, reversal] }).totalPence).toBe(0);
    const theirs = payment('2024-06-26', '2024-07-09', 148_500, NHS_BODY);
    expect(reclaimed({ payments: [upTo, theirs] })).toMatchObject({ payments: [], totalPence: 0 });
  });

  it('waits for a last day', () => {
    const { newCoverStartsOn: _, ...open } = eightWeeks;
    expect(accountReclaim(open)).toMatchObject({ status: 'pending', missing: [{ fact: 'phb-cover-start' }] });
  });

  it('explains the sum by each payment', () => {
    const figure = accountReclaim({ ...eightWeeks, payments: [upTo, tooLong] });
    expect(figure.status === 'known' && figure.basis).toMatchObject({
      rule: 'ACCOUNT-RECLAIM',
      inputs: { from: '2024-06-26', payments: 1, totalPence: 148_500 },
      from: [
        {
          rule: 'PAYMENT-PAST-END',
          inputs: {
            reference: tooLong.reference,
            paidPence: 445_500,
            paidFrom: '2024-05-29',
            paidLastDay: '2024-07-09',
            daysPaid: 42,
            daysNotOwed: 14,
            amountPence: 148_500,
          },
        },
      ],
    });
  });

  it('is never more than was paid, and comes to the whole payment when it moves to its first day', () => {
    const days = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), days, days, (amount, length, cut) => {
        const from = plainDate('2024-05-01');
        const whole = { ...periodOfDays(from, addDays(from, length)), reference: 'P', payer: 'E10000015' };
        const payments = [{ ...whole, paidOn: from, amountPence: pence(amount) }];
        const total = (day: number) => reclaimed({ payments, newCoverStartsOn: addDays(from, day) });
        expect(total(cut).totalPence).toBeGreaterThanOrEqual(0);
        expect(total(cut).totalPence).toBeLessThanOrEqual(amount);
        expect(total(0).totalPence).toBe(amount);
        expect(total(cut).totalPence).toBe(sumPence(total(cut).payments.map((each) => each.amountPence)));
      }),
    );
  });
});
