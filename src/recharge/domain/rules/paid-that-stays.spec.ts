import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { basisOf } from '../../../kernel/basis.js';
import { known, pending } from '../../../kernel/figure.js';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { decisionRule, eightWeeks, NHS_BODY } from '../bridging.fixtures.js';
import { bridgingRecharge } from './bridging-recharge.js';
import { paidBy, paidThatStays, takenAwayBy, type PaidBeforeEnd } from './paid-that-stays.js';
import { PAID_STAYS } from './recharge-rules.js';

/** Liability ended with 28 May 2024, half of the eight weeks: £2,970.00 of £5,940.00 are left. */
const end = { lastDay: plainDate('2024-05-28'), decidedOn: plainDate('2024-07-15'), basis: decisionRule };
const ended = bridgingRecharge({ ...eightWeeks, liabilityEnd: end });
const takenAway = takenAwayBy(end, NHS_BODY, ended, bridgingRecharge(eightWeeks));
const stays = (owed: number, paid: number, changes: Partial<PaidBeforeEnd> = {}) =>
  paidThatStays(pence(owed), { end, paidPence: pence(paid), takenAway, ...changes });

describe('PAID-STAYS: what was paid before eligibility turned out to have ended (odd input 3)', () => {
  it('is for the days that the end takes away', () => {
    expect(takenAway).toMatchObject({
      value: { days: { from: '2024-05-29', until: '2024-06-26' }, amountPence: 297_000 },
    });
  });

  it('stays as it was paid, with why', () => {
    expect(stays(297_000, 594_000)).toEqual({
      days: { from: '2024-05-29', until: '2024-06-26' },
      staysPence: 297_000,
      basis: basisOf(
        PAID_STAYS,
        {
          ...{ lastDayLiable: '2024-05-28', decidedOn: '2024-07-15' },
          ...{ paidPence: 594_000, owedPence: 297_000, takenAwayPence: 297_000, staysPence: 297_000 },
        },
        [end.basis],
      ),
    });
  });

  it('is only what was paid above the days that are still owed: the future stops', () => {
    expect(stays(297_000, 350_000)?.staysPence).toBe(53_000);
    expect(stays(297_000, 297_000)).toBeUndefined();
    expect(stays(297_000, 100_000)).toBeUndefined();
  });

  it('does not swallow a credit of another kind: £500.00 left unspent still go back', () => {
    expect(stays(297_000 - 50_000, 594_000)?.staysPence).toBe(297_000);
  });

  it('waits where it is not known what the days came to', () => {
    const missing = { fact: 'phb-cover-start', reason: 'Not recorded', suppliedBy: 'the NHS body' };
    expect(stays(297_000, 594_000, { takenAway: pending(missing) })).toBeUndefined();
    const whole = bridgingRecharge({ ...eightWeeks, awardRates: [] });
    expect(takenAwayBy(end, NHS_BODY, ended, whole)).toMatchObject({ missing: [{ fact: 'award-rate' }] });
  });

  it('never returns for those days what was paid, and never charges more than was paid or owed', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(amount, amount, amount, (owed, paid, taken) => {
        const days = { from: end.lastDay, until: plainDate('2024-06-26') };
        const figure = known({ days, amountPence: pence(taken) }, decisionRule);
        const staysPence = stays(owed, paid, { takenAway: figure })?.staysPence ?? 0;
        expect(staysPence).toBeGreaterThanOrEqual(0);
        expect(staysPence).toBeLessThanOrEqual(taken);
        expect(owed + staysPence).toBeLessThanOrEqual(Math.max(owed, paid));
        // What was paid beyond all that the days ever came to was never for them.
        expect(owed + staysPence).toBeGreaterThanOrEqual(Math.min(paid, owed + taken));
      }),
    );
  });
});

describe('what a body had paid by a day', () => {
  it('counts payments until that day, less what was paid to it on a credit note', () => {
    const payment = (debtor: string, paidOn: string, amount: number) => ({
      ...{ debtor, paidOn: plainDate(paidOn), amountPence: pence(amount) },
    });
    const payments = [
      payment('QM7', '2024-07-01', 594_000),
      payment('E10000015', '2024-07-10', 4_000),
      payment('QM7', '2024-07-16', 100),
    ];
    expect(paidBy('QM7', payments, plainDate('2024-07-15'))).toBe(590_000);
    expect(paidBy('QM7', payments, plainDate('2024-07-16'))).toBe(590_100);
    expect(paidBy('QM7', [], plainDate('2024-07-16'))).toBe(0);
  });
});
