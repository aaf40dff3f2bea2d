import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Fraction } from '../../../kernel/fraction.js';
import { pence, sumPence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { eightWeeks, receipt, weekly } from '../bridging.fixtures.js';
import { bridgingRecharge, type BridgingFacts } from './bridging-recharge.js';
import { partsOfWeek, type JointPackage } from './joint-package.js';

const recharge = (changes: Partial<BridgingFacts>) => {
  const figure = bridgingRecharge({ ...eightWeeks, ...changes });
  if (figure.status === 'pending') throw new Error('The recharge is pending');
  return figure.value;
};
const from = plainDate('2024-05-01');
const packageOf = (
  parts: JointPackage['parts'],
  remainder: JointPackage['remainder'] = 'bridged',
  start = from,
): JointPackage => ({ from: start, parts, remainder });

describe('under a joint package', () => {
  it('only the part is charged that the council paid and the NHS body is liable for', () => {
    const jointPackages = [packageOf([{ part: 'council-own', share: '0.4' }])];
    expect(recharge({ jointPackages }).lines).toMatchObject([
      {
        days: 56,
        weeklyGrossPence: 74_250,
        amountPence: 356_400,
        joint: {
          bridgedWeekly: '44550',
          wholePence: 594_000,
          councilOwnPence: 237_600,
          nhsOwnPence: 0,
          councilContributionPence: 0,
        },
      },
    ]);
  });

  it('what the NHS body pays itself is not charged either', () => {
    const parts = [
      { part: 'council-own' as const, share: '1/3' },
      { part: 'nhs-own' as const, share: '1/2' },
    ];
    expect(recharge({ jointPackages: [packageOf(parts)] }).lines).toMatchObject([
      { amountPence: 99_000, joint: { councilOwnPence: 198_000, nhsOwnPence: 297_000 } },
    ]);
  });

  it('the council owes all but the NHS body’s own part on the way back, since it pays nothing until its cover starts', () => {
    const parts = [
      { part: 'council-own' as const, share: '1/3' },
      { part: 'nhs-own' as const, share: '1/2' },
    ];
    const week = partsOfWeek(pence(60_000), packageOf(parts), 'transfer-back');
    expect(week['nhs-own']).toEqual(Fraction.of(30_000));
    expect(week.bridged).toEqual(Fraction.of(30_000));
    expect(week['council-own']).toEqual(Fraction.zero);
    expect(partsOfWeek(pence(60_000), undefined, 'transfer-back').bridged).toEqual(Fraction.of(60_000));
  });

  it('a body may bear fixed pounds a week, with the remainder to the other (odd input 40)', () => {
    const fixed = (part: 'council-own' | 'bridged', remainder: 'council-own' | 'bridged') =>
      recharge({ jointPackages: [packageOf([{ part, weeklyPence: pence(20_000) }], remainder)] }).totalPence;
    expect(fixed('council-own', 'bridged')).toBe(8 * (74_250 - 20_000));
    expect(fixed('bridged', 'council-own')).toBe(8 * 20_000);
  });

  it('fixed pounds above the cost of the day make nobody pay more than there is', () => {
    const parts = [
      { part: 'council-own' as const, weeklyPence: pence(70_000) },
      { part: 'nhs-own' as const, weeklyPence: pence(10_000) },
    ];
    const week = partsOfWeek(pence(74_250), packageOf(parts));
    expect(week).toEqual({
      'council-own': Fraction.of(70_000),
      'nhs-own': Fraction.of(4_250),
      bridged: Fraction.zero,
    });
    expect(recharge({ jointPackages: [packageOf(parts)] })).toMatchObject({ totalPence: 0 });
  });

  it('a line starts at every change of share, and the same shares again are no change', () => {
    const jointPackages = [
      packageOf([{ part: 'council-own', share: '0.4' }], 'bridged', plainDate('2024-05-15')),
      packageOf([{ part: 'council-own', share: '0.25' }], 'bridged', plainDate('2024-05-29')),
      packageOf([], 'bridged', plainDate('2024-06-12')),
    ];
    const lines = recharge({ jointPackages }).lines.map((line) => [line.from, line.days, line.amountPence]);
    expect(lines).toEqual([
      ['2024-05-01', 14, 148_500],
      ['2024-05-15', 14, 89_100],
      ['2024-05-29', 14, 111_375],
      ['2024-06-12', 14, 148_500],
    ]);
  });

  it('the contribution of the person is for the council’s own part first; only what is above it comes back', () => {
    const facts: Partial<BridgingFacts> = {
      contributions: [weekly('2024-04-01', 40_000)],
      contributionReceipts: [receipt('2024-05-01', '2024-06-25', 320_000)],
      jointPackages: [packageOf([{ part: 'council-own', share: '0.4' }])],
    };
    // £297.00 of the £400.00 a week is for the council's own £297.00, and £103.00 for what it bridges.
    expect(recharge(facts)).toMatchObject({
      lines: [
        {
          grossPence: 356_400,
          netPence: 356_400 - 82_400,
          contributionPence: 82_400,
          contributionReceivedPence: 82_400,
          amountPence: 356_400,
          joint: { councilContributionPence: 237_600 },
        },
      ],
      refundToPersonPence: 82_400,
      contributionCancelledPence: 0,
    });
    const unpaid = [receipt('2024-05-01', '2024-06-25', 200_000)];
    expect(recharge({ ...facts, contributionReceipts: unpaid })).toMatchObject({
      totalPence: 274_000,
      refundToPersonPence: 0,
      contributionCancelledPence: 82_400,
    });
  });

  it('what was paid counts for the council’s own part of all days of the package before any of it comes back', () => {
    const facts: Partial<BridgingFacts> = {
      awardRates: [weekly('2024-04-01', 74_250), weekly('2024-05-29', 74_260)],
      contributions: [weekly('2024-04-01', 40_000)],
      contributionReceipts: [receipt('2024-05-01', '2024-05-28', 250_000)],
      jointPackages: [packageOf([{ part: 'council-own', share: '0.4' }])],
    };
    // £1,188.00 and £1,188.16 are for the council's own part of each four weeks, and £123.84 is left above them.
    expect(recharge(facts)).toMatchObject({
      lines: [
        { contributionPence: 41_200, contributionReceivedPence: 12_384 },
        { contributionPence: 41_184, contributionReceivedPence: 0 },
      ],
      refundToPersonPence: 12_384,
      contributionCancelledPence: 41_200 + 41_184 - 12_384,
    });
  });

  it('what was paid beyond other days counts for the council’s own part first, and then for what it bridges', () => {
    const facts = (paid: number): Partial<BridgingFacts> => ({
      contributions: [weekly('2024-04-01', 40_000)],
      contributionReceipts: [receipt('2024-05-01', '2024-05-28', paid)],
      jointPackages: [packageOf([{ part: 'council-own', share: '0.4' }], 'bridged', plainDate('2024-05-29'))],
    });
    const received = (paid: number) =>
      recharge(facts(paid)).lines.map((line) => line.contributionReceivedPence);
    // £1,600.00 is assessed for either four weeks; £1,188.00 of the later is for the council's own part.
    expect([160_000, 260_000, 300_000, 350_000].map(received)).toEqual([
      [160_000, 0],
      [160_000, 0],
      [160_000, 21_200],
      [190_000, 41_200],
    ]);
    // Where the later days are divided, the council's own part of all of them is still the first.
    const awardRates = [weekly('2024-04-01', 74_250), weekly('2024-06-12', 74_251)];
    const divided = recharge({ ...facts(260_000), awardRates }).lines;
    expect(divided.map((line) => line.contributionReceivedPence)).toEqual([160_000, 0, 0]);
  });

  it('what was paid back for days without a package lowers what was paid above the council’s own part', () => {
    const facts: Partial<BridgingFacts> = {
      contributions: [weekly('2024-04-01', 40_000)],
      contributionReceipts: [
        receipt('2024-05-01', '2024-05-28', -10_000),
        receipt('2024-05-29', '2024-06-25', 160_000),
      ],
      jointPackages: [packageOf([{ part: 'council-own', share: '0.4' }], 'bridged', plainDate('2024-05-29'))],
    };
    expect(recharge(facts)).toMatchObject({
      lines: [{ contributionReceivedPence: 0 }, { contributionReceivedPence: 31_200 }],
      refundToPersonPence: 31_200,
      contributionCancelledPence: 160_000 + 10_000,
    });
  });

  it('the line says by which shares it was charged', () => {
    const parts = [{ part: 'nhs-own' as const, weeklyPence: pence(10_000) }];
    const [line] = recharge({ jointPackages: [packageOf(parts)] }).lines;
    expect(line?.basis).toMatchObject({
      rule: 'BRIDGING-LINE',
      inputs: { weeklyGrossPence: 74_250, bridgedWeekly: '64250', wholePence: 594_000, nhsOwnPence: 80_000 },
      from: [
        { rule: 'BRIDGING-DAYS' },
        {
          rule: 'JOINT-PACKAGE',
          inputs: { from: '2024-05-01', 'nhs-own': '10000 pence a week', remainder: 'bridged' },
        },
      ],
    });
  });

  it('the parts of each line add up to the whole, whatever the shares are', () => {
    const share = fc.integer({ min: 0, max: 100 });
    const fixed = fc.integer({ min: 0, max: 100_000 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 150_000 }), share, share, fixed, (rate, left, right, sum) => {
        const parts = [
          { part: 'council-own' as const, share: `${left}/200` },
          { part: 'nhs-own' as const, share: `${right}/200` },
        ];
        const stated = sum % 2 === 0 ? parts : [{ part: 'nhs-own' as const, weeklyPence: pence(sum) }];
        const [line] = recharge({
          awardRates: [weekly('2024-04-01', rate)],
          newCoverStartsOn: plainDate('2024-05-06'),
          jointPackages: [packageOf(stated)],
        }).lines;
        if (line?.joint === undefined) throw new Error('There is a joint line');
        const { councilOwnPence, nhsOwnPence, wholePence } = line.joint;
        expect(sumPence([line.grossPence, councilOwnPence, nhsOwnPence])).toBe(wholePence);
        expect(Math.min(line.grossPence, councilOwnPence, nhsOwnPence)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
