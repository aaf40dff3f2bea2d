import { describe, expect, it } from '@jest/globals';
import { pence } from '../../../kernel/pence.js';
import { periodOfDays } from '../../../kernel/period.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { eightWeeks, payment, weekly } from '../bridging.fixtures.js';
import { bridgingRecharge, type BridgingFacts } from './bridging-recharge.js';
import type { Suspension } from './suspension.js';

const recharge = (changes: Partial<BridgingFacts>) => {
  const figure = bridgingRecharge({ ...eightWeeks, ...changes });
  if (figure.status === 'pending') throw new Error('The recharge is pending');
  return figure.value;
};
const lines = (changes: Partial<BridgingFacts>) =>
  recharge(changes).lines.map((line) => [line.from, line.days, line.amountPence, line.suspension?.paid]);
const inHospital = (
  first: string,
  last: string,
  paid: Pick<Suspension, 'paid' | 'weeklyPence'>,
): Suspension => ({
  ...periodOfDays(plainDate(first), plainDate(last)),
  reason: 'hospital',
  ...paid,
});

describe('days on which care at home was interrupted', () => {
  it('are charged in full where the council paid in full by its own rule, and the line says so', () => {
    const suspensions = [inHospital('2024-05-15', '2024-05-28', { paid: 'in-full' })];
    expect(lines({ suspensions })).toEqual([
      ['2024-05-01', 14, 148_500, undefined],
      ['2024-05-15', 14, 148_500, 'in-full'],
      ['2024-05-29', 28, 297_000, undefined],
    ]);
    expect(recharge({ suspensions }).lines[1]).toMatchObject({
      suspension: { reason: 'hospital', paid: 'in-full' },
      basis: {
        inputs: { suspendedFor: 'hospital', paidMeanwhile: 'in-full' },
        from: [
          { rule: 'BRIDGING-DAYS' },
          {
            rule: 'DIRECT-PAYMENT-SUSPENDED',
            inputs: { from: '2024-05-15', lastDay: '2024-05-28', reason: 'hospital', paid: 'in-full' },
          },
        ],
      },
    });
  });

  it('are charged at the reduced sum, of which the person contributes no more than there is', () => {
    const suspensions = [
      inHospital('2024-05-15', '2024-05-28', { paid: 'reduced', weeklyPence: pence(9_000) }),
    ];
    const contributions = [weekly('2024-04-01', 10_000)];
    expect(lines({ suspensions })[1]).toEqual(['2024-05-15', 14, 18_000, 'reduced']);
    expect(recharge({ suspensions, contributions }).lines[1]).toMatchObject({
      weeklyGrossPence: 9_000,
      weeklyContributionPence: 9_000,
      netPence: 0,
    });
  });

  it('are charged nothing where nothing was paid, and need no evidence of a payment', () => {
    const suspensions = [inHospital('2024-05-29', '2024-06-11', { paid: 'nothing' })];
    const payments = [
      payment('2024-05-01', '2024-05-28', 297_000),
      payment('2024-06-12', '2024-06-25', 148_500),
    ];
    expect(lines({ suspensions, payments })).toEqual([
      ['2024-05-01', 28, 297_000, undefined],
      ['2024-05-29', 14, 0, 'nothing'],
      ['2024-06-12', 14, 148_500, undefined],
    ]);
    expect(recharge({ suspensions, payments }).lines[1]?.netPence).toBe(0);
  });

  it('follow the council’s rule to the day before the budget covers the person (odd input 43: hospital spell across the transfer)', () => {
    const suspensions = [inHospital('2024-06-19', '2024-07-30', { paid: 'nothing' })];
    expect(lines({ suspensions })).toEqual([
      ['2024-05-01', 49, 519_750, undefined],
      ['2024-06-19', 7, 0, 'nothing'],
    ]);
  });

  it('are shared under a joint package like others', () => {
    const suspensions = [
      inHospital('2024-05-15', '2024-05-28', { paid: 'reduced', weeklyPence: pence(9_000) }),
    ];
    const jointPackages = [
      {
        from: plainDate('2024-05-01'),
        parts: [{ part: 'council-own' as const, share: '0.5' }],
        remainder: 'bridged' as const,
      },
    ];
    expect(lines({ suspensions, jointPackages })[1]).toEqual(['2024-05-15', 14, 9_000, 'reduced']);
  });
});
