import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { pence, sumPence } from '../../../kernel/pence.js';
import { cutAt, daysIn, periodOfDays } from '../../../kernel/period.js';
import { addDays, plainDate } from '../../../kernel/plain-date.js';
import { eightWeeks, receipt } from '../bridging.fixtures.js';
import { chargeLines, type CostFacts, type GrossBasis } from './charge-lines.js';
import { contributionsReceivedFor } from './contribution-matching.js';
import { unspentBalanceCredit } from './unspent-balance.js';
import { oneOffShares } from './one-off-payment.js';

const FIRST = plainDate('2024-01-01');
const dayOf = (offset: number) => addDays(FIRST, offset);
const weeklySums = fc.integer({ min: 0, max: 300_000 });
const rates = fc
  .array(fc.record({ offset: fc.integer({ min: 1, max: 120 }), weekly: weeklySums }), { maxLength: 4 })
  .chain((changes) =>
    weeklySums.map((first) =>
      [{ offset: 0, weekly: first }, ...changes].map(({ offset, weekly }) => ({
        from: dayOf(offset),
        weeklyPence: pence(weekly),
      })),
    ),
  );
const lengths = fc.integer({ min: 1, max: 150 });
const bases = fc.constantFrom<GrossBasis>('evidenced', 'full', 'net');
const facts = (changes: Partial<CostFacts>): CostFacts => ({ ...eightWeeks, ...changes });
const total = (lines: ReturnType<typeof chargeLines>) => sumPence(lines.map((line) => line.amountPence));

describe('the lines of a recharge', () => {
  it('cover each day once and are in date order', () => {
    fc.assert(
      fc.property(lengths, rates, rates, (days, awardRates, contributions) => {
        const whole = { from: FIRST, until: dayOf(days) };
        const lines = chargeLines(whole, facts({ awardRates, contributions }), []);
        expect(lines.map((line) => line.days).reduce((sum, each) => sum + each, 0)).toBe(days);
        lines.forEach((line, index) => expect(line.from).toBe(lines[index - 1]?.until ?? FIRST));
      }),
    );
  });

  it('add up: what is gross is the net and the contribution, to the penny', () => {
    fc.assert(
      fc.property(lengths, rates, rates, (days, awardRates, contributions) => {
        const whole = { from: FIRST, until: dayOf(days) };
        const of = (grossBasis: GrossBasis) =>
          chargeLines(whole, facts({ awardRates, contributions, grossBasis }), []);
        const contributed = sumPence(of('full').map((line) => line.contributionPence));
        expect(total(of('full'))).toBe(sumPence([total(of('net')), contributed]));
      }),
    );
  });

  it('change by less than a penny for each line that a cut adds', () => {
    fc.assert(
      fc.property(
        lengths,
        rates,
        bases,
        fc.array(fc.integer({ min: 1, max: 149 })),
        (days, awardRates, grossBasis, cuts) => {
          const whole = { from: FIRST, until: dayOf(days) };
          const uncut = chargeLines(whole, facts({ awardRates, grossBasis }), []);
          const cut = cutAt(whole, cuts.map(dayOf)).flatMap((piece) =>
            chargeLines(piece, facts({ awardRates, grossBasis }), []),
          );
          const added = cut.length - uncut.length;
          expect(Math.abs(total(cut) - total(uncut))).toBeLessThanOrEqual(added);
        },
      ),
    );
  });

  it('never claim less than the net cost, nor more than the gross cost', () => {
    fc.assert(
      fc.property(
        rates,
        rates,
        fc.integer({ min: -50_000, max: 900_000 }),
        (awardRates, contributions, paid) => {
          const whole = { from: FIRST, until: dayOf(73) };
          const contributionReceipts = [{ ...receipt('2024-01-05', '2024-02-20', paid) }];
          for (const line of chargeLines(
            whole,
            facts({ awardRates, contributions, contributionReceipts }),
            [],
          )) {
            expect(line.amountPence).toBeGreaterThanOrEqual(line.netPence);
            expect(line.amountPence).toBeLessThanOrEqual(line.grossPence);
          }
        },
      ),
    );
  });
});

describe('a contribution received', () => {
  it('is shared over the lines it covers without losing a penny', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -90_000, max: 90_000 }),
        rates,
        fc.integer({ min: 0, max: 27 }),
        (amount, assessed, cut) => {
          const month = periodOfDays(FIRST, dayOf(27));
          const received = contributionsReceivedFor(
            cutAt(month, [dayOf(cut)]),
            [receipt('2024-01-01', '2024-01-28', amount)],
            assessed,
          );
          expect(sumPence(received)).toBe(amount);
        },
      ),
    );
  });

  it('belongs to its own days only: a receipt that began before liability counts for the days after', () => {
    const periods = [periodOfDays(plainDate('2024-01-15'), plainDate('2024-02-11'))];
    const fourWeeks = [receipt('2024-01-01', '2024-01-28', 4_000)];
    expect(contributionsReceivedFor(periods, fourWeeks, [])).toEqual([2_000]);
  });

  it('loses no other penny to days outside where the days inside are divided', () => {
    const inside = periodOfDays(plainDate('2024-01-01'), plainDate('2024-01-07'));
    const of17Days = [receipt('2023-12-22', '2024-01-07', 149_951)];
    const days = Array.from({ length: 7 }, (_, offset) => dayOf(offset));
    const sums = [[inside], cutAt(inside, [dayOf(5)]), cutAt(inside, days)].map((periods) =>
      sumPence(contributionsReceivedFor(periods, of17Days, [])),
    );
    expect(sums).toEqual([61_745, 61_745, 61_745]);
  });

  it('follows what was assessed where that changed within the receipt', () => {
    const periods = cutAt(periodOfDays(plainDate('2024-01-01'), plainDate('2024-01-28')), [
      plainDate('2024-01-15'),
    ]);
    const assessed = [
      { from: plainDate('2024-01-01'), weeklyPence: pence(8_000) },
      { from: plainDate('2024-01-15'), weeklyPence: pence(9_000) },
    ];
    expect(
      contributionsReceivedFor(periods, [receipt('2024-01-01', '2024-01-28', 34_000)], assessed),
    ).toEqual([16_000, 18_000]);
  });
});

describe('the unspent balance', () => {
  const balances = {
    openingPence: pence(40_000),
    closingPence: pence(124_000),
    paymentsPence: pence(560_000),
  };
  it.each([
    ['opening-protected', 84_000],
    ['fifo', 124_000],
    ['pro-rata', 115_733],
  ] as const)('is credited by the method %s', (method, creditPence) => {
    expect(unspentBalanceCredit(balances, method)).toMatchObject({
      value: creditPence,
      basis: { rule: 'UNSPENT-BALANCE', inputs: { method, ...balances, creditPence } },
    });
  });

  it('is never credited below zero or above what was paid', () => {
    const sums = fc.integer({ min: -900_000, max: 900_000 }).map(pence);
    const methods = fc.constantFrom('opening-protected', 'fifo', 'pro-rata');
    fc.assert(
      fc.property(
        sums,
        sums,
        fc.nat(900_000).map(pence),
        methods,
        (openingPence, closingPence, paymentsPence, method) => {
          fc.pre(closingPence <= openingPence + paymentsPence);
          const credit = unspentBalanceCredit({ openingPence, closingPence, paymentsPence }, method);
          const creditPence = credit.value;
          expect(creditPence).toBeGreaterThanOrEqual(0);
          expect(creditPence).toBeLessThanOrEqual(paymentsPence);
        },
      ),
    );
  });
});

describe('a one-off payment', () => {
  const premium = {
    amountPence: pence(11_900),
    incurredOn: plainDate('2024-02-01'),
    benefit: periodOfDays(plainDate('2024-02-01'), plainDate('2025-01-31')),
  };
  const liabilityStartsOn = plainDate('2024-05-01');

  it('is shared by the days of benefit, 29 February among them', () => {
    expect(oneOffShares(premium, liabilityStartsOn, 'benefit-period')).toMatchObject({
      value: { beforeDays: 90, liableDays: 276, beforePence: 2_926, liablePence: 8_974 },
    });
  });

  it('falls on whoever was liable on the day when the agreement goes by that', () => {
    expect(oneOffShares(premium, liabilityStartsOn, 'incurred-date')).toMatchObject({
      value: { beforePence: 11_900, liablePence: 0 },
    });
  });

  it('is never split into more or less than it was', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99_999, max: 99_999 }),
        lengths,
        fc.integer({ min: -50, max: 200 }),
        (amount, days, start) => {
          const benefit = { from: FIRST, until: dayOf(days) };
          const shares = oneOffShares(
            { amountPence: pence(amount), incurredOn: FIRST, benefit },
            dayOf(start),
            'benefit-period',
          );
          const { value } = shares;
          expect(sumPence([value.beforePence, value.liablePence])).toBe(amount);
          expect(value.beforeDays + value.liableDays).toBe(daysIn(benefit));
        },
      ),
    );
  });
});
