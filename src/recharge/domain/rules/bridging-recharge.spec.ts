import { describe, expect, it } from '@jest/globals';
import type { Figure } from '../../../kernel/figure.js';
import { periodOfDays } from '../../../kernel/period.js';
import { plainDate } from '../../../kernel/plain-date.js';
import {
  decisionRule,
  eightWeeks,
  liableFrom,
  NHS_BODY,
  payment,
  receipt,
  weekly,
} from '../bridging.fixtures.js';
import { bridgingRecharge, type BridgingFacts } from './bridging-recharge.js';

const valueOf = <Value>(figure: Figure<Value>): Value => {
  if (figure.status === 'pending') throw new Error(figure.missing.map(({ reason }) => reason).join('; '));
  return figure.value;
};
const recharge = (changes: Partial<BridgingFacts> = {}) =>
  valueOf(bridgingRecharge({ ...eightWeeks, ...changes }));
const amounts = (changes: Partial<BridgingFacts>) =>
  recharge(changes).lines.map(({ from, days, amountPence }) => [from, days, amountPence]);

describe('the bridging recharge', () => {
  it('charges a plain eight weeks in one line', () => {
    expect(recharge()).toMatchObject({
      days: { from: '2024-05-01', until: '2024-06-26' },
      lines: [
        { from: '2024-05-01', until: '2024-06-26', days: 56, amountPence: 594_000, liableBody: NHS_BODY },
      ],
      totalPence: 594_000,
      refundToPersonPence: 0,
      contributionCancelledPence: 0,
    });
  });

  it('charges a seventh of the week for each day and rounds the line half up (odd input 13: mid-week start)', () => {
    const changes = {
      liability: liableFrom('2024-03-14'),
      newCoverStartsOn: plainDate('2024-05-20'),
      awardRates: [weekly('2024-03-14', 68_327)],
    };
    expect(amounts(changes)).toEqual([['2024-03-14', 67, 653_987]]);
  });

  it('starts a new line where the rate changes (odd inputs 14 and 15: rate change, retrospective uplift)', () => {
    const changes = {
      liability: liableFrom('2024-03-14'),
      newCoverStartsOn: plainDate('2024-05-20'),
      awardRates: [weekly('2024-03-14', 68_327), weekly('2024-04-08', 71_846)],
    };
    expect(amounts(changes)).toEqual([
      ['2024-03-14', 25, 244_025],
      ['2024-04-08', 42, 431_076],
    ]);
  });

  it('starts a new line where another body becomes liable', () => {
    const changes = {
      liability: liableFrom('2024-08-19'),
      newCoverStartsOn: plainDate('2024-10-14'),
      awardRates: [weekly('2024-08-19', 56_000)],
      liableBodies: [
        { from: plainDate('2024-08-19'), body: 'QM7' },
        { from: plainDate('2024-09-11'), body: 'QNC' },
      ],
    };
    expect(recharge(changes).lines).toMatchObject([
      { liableBody: 'QM7', days: 23, amountPence: 184_000 },
      { liableBody: 'QNC', days: 33, amountPence: 264_000 },
    ]);
  });

  it('keeps one line where the same rate is recorded again', () => {
    const awardRates = [weekly('2024-04-01', 74_250), weekly('2024-05-20', 74_250)];
    expect(amounts({ awardRates })).toEqual([['2024-05-01', 56, 594_000]]);
  });

  it('ends after the last day that the direct payment covered when that is before the budget starts', () => {
    expect(amounts({ lastDayCovered: plainDate('2024-05-28') })).toEqual([['2024-05-01', 28, 297_000]]);
  });

  it('charges the day of death and no day after it (odd input 23: death in bridging)', () => {
    expect(amounts({ diedOn: plainDate('2024-05-07') })).toEqual([['2024-05-01', 7, 74_250]]);
  });

  it('accepts liability that is wholly in the past, because the person died before the decision', () => {
    const { newCoverStartsOn: _, ...open } = eightWeeks;
    const changes = { liability: liableFrom('2024-04-10'), diedOn: plainDate('2024-04-16') };
    const figure = bridgingRecharge({ ...open, ...changes });
    expect(valueOf(figure).lines).toMatchObject([{ from: '2024-04-10', days: 7, amountPence: 74_250 }]);
    const after = { ...changes, diedOn: plainDate('2024-04-09') };
    expect(valueOf(bridgingRecharge({ ...open, ...after }))).toMatchObject({ lines: [], totalPence: 0 });
  });

  it('charges no day from the one on which the person declines NHS care (odd input 42)', () => {
    const declinedFrom = plainDate('2024-05-15');
    const figure = bridgingRecharge({ ...eightWeeks, declinedFrom });
    expect(valueOf(figure)).toMatchObject({ days: { until: declinedFrom }, totalPence: 148_500 });
    expect(figure.status === 'known' && figure.basis.from[0]?.from[0]).toMatchObject({
      rule: 'BRIDGING-DAYS',
      inputs: { declinedFrom },
      from: [{ rule: 'LIABILITY-R1' }, { rule: 'CHC-DECLINED', inputs: { declinedFrom } }],
    });
    const never = { ...eightWeeks, declinedFrom: plainDate('2024-04-20') };
    expect(valueOf(bridgingRecharge(never))).toMatchObject({ lines: [], totalPence: 0 });
  });

  it('charges nothing when liability starts after the budget (odd input 7)', () => {
    expect(recharge({ liability: liableFrom('2024-07-01') })).toMatchObject({ lines: [], totalPence: 0 });
  });
});

describe('contributions in the bridging recharge', () => {
  const netPayment: Partial<BridgingFacts> = {
    liability: liableFrom('2024-07-01'),
    newCoverStartsOn: plainDate('2024-09-12'),
    awardRates: [weekly('2024-07-01', 61_250)],
    contributions: [weekly('2024-07-01', 8_743)],
    contributionReceipts: [receipt('2024-07-01', '2024-08-04', 43_715)],
  };

  it('are charged as far as they were paid, refunded, and cancelled for the rest', () => {
    expect(recharge(netPayment)).toMatchObject({
      lines: [{ netPence: 547_573, contributionPence: 91_177, contributionReceivedPence: 43_715 }],
      totalPence: 591_288,
      refundToPersonPence: 43_715,
      contributionCancelledPence: 47_462,
    });
  });

  it('are charged in full where the agreement says so', () => {
    expect(recharge({ ...netPayment, grossBasis: 'full' }).totalPence).toBe(638_750);
  });

  it('are not charged at all on the net basis', () => {
    expect(recharge({ ...netPayment, grossBasis: 'net' }).totalPence).toBe(547_573);
  });

  it('never come to more than the cost of the package (odd input 16: rate lower than the contribution)', () => {
    expect(recharge({ ...netPayment, contributions: [weekly('2024-07-01', 70_000)] }).lines).toMatchObject([
      { weeklyContributionPence: 61_250, netPence: 0, contributionPence: 638_750, amountPence: 43_715 },
    ]);
  });

  it('are refunded as received, but what was overpaid is no cost of the service (odd input 17)', () => {
    const overpaid = [receipt('2024-07-01', '2024-09-11', 100_000)];
    expect(recharge({ ...netPayment, contributionReceipts: overpaid })).toMatchObject({
      totalPence: 638_750,
      refundToPersonPence: 100_000,
      contributionCancelledPence: 0,
    });
  });
});

describe('contributions recorded for other days than those that they pay for', () => {
  /** £612.50 a week with £87.43 of the person, whose second receipt pays arrears and is recorded for the days of the first. */
  const arrears: Partial<BridgingFacts> = {
    awardRates: [weekly('2024-05-01', 61_250)],
    contributions: [weekly('2024-05-01', 8_743)],
    contributionReceipts: [
      receipt('2024-05-01', '2024-05-28', 34_972),
      receipt('2024-05-01', '2024-05-28', 34_972),
    ],
  };
  const changedFrom29May: Partial<BridgingFacts> = {
    ...arrears,
    awardRates: [weekly('2024-05-01', 61_250), weekly('2024-05-29', 61_251)],
  };
  const linesOf = (changes: Partial<BridgingFacts>) =>
    recharge(changes).lines.map((line) => [line.contributionReceivedPence, line.amountPence]);

  it('come to the same for the whole charge, in one line or in two', () => {
    const inOne = { totalPence: 490_000, refundToPersonPence: 69_944, contributionCancelledPence: 0 };
    expect(recharge(arrears)).toMatchObject(inOne);
    expect(recharge(changedFrom29May)).toMatchObject({ ...inOne, totalPence: 490_004 });
    expect(linesOf(changedFrom29May)).toEqual([
      [34_972, 245_000],
      [34_972, 245_004],
    ]);
  });

  it('count for the earliest days that are not paid for, whether those come before or after', () => {
    const thirds = {
      ...arrears,
      awardRates: [weekly('2024-05-01', 61_250), weekly('2024-05-15', 61_251), weekly('2024-06-05', 61_252)],
      contributionReceipts: [receipt('2024-05-15', '2024-06-04', 26_229 + 20_000)],
    };
    expect(recharge(thirds).lines.map((line) => line.contributionReceivedPence)).toEqual([
      17_486, 26_229, 2_514,
    ]);
    expect(recharge(thirds)).toMatchObject({
      refundToPersonPence: 46_229,
      contributionCancelledPence: 3 * 8_743 - 2_514,
    });
  });

  it('stay where they are recorded as far as they are more than was assessed for all days', () => {
    const overpaid = [receipt('2024-05-01', '2024-05-28', 80_000)];
    expect(linesOf({ ...changedFrom29May, contributionReceipts: overpaid })).toEqual([
      [45_028, 245_000],
      [34_972, 245_004],
    ]);
    expect(recharge({ ...changedFrom29May, contributionReceipts: overpaid })).toMatchObject({
      refundToPersonPence: 80_000,
      contributionCancelledPence: 0,
    });
  });

  it('are taken back from other days where a receipt that was returned is recorded for days without one', () => {
    const returned = [
      receipt('2024-05-01', '2024-05-28', 34_972),
      receipt('2024-05-29', '2024-06-25', -10_000),
    ];
    expect(recharge({ ...changedFrom29May, contributionReceipts: returned })).toMatchObject({
      lines: [{ contributionReceivedPence: 24_972 }, { contributionReceivedPence: 0 }],
      refundToPersonPence: 24_972,
      contributionCancelledPence: 44_972,
    });
  });

  it('do not count for days that are held or parked, or outside the charge', () => {
    const missing = { fact: 'responsible-nhs-body', reason: 'In dispute', suppliedBy: 'the NHS bodies' };
    const parked = { from: plainDate('2024-05-29'), missing };
    expect(recharge({ ...changedFrom29May, parked })).toMatchObject({
      lines: [{ contributionReceivedPence: 69_944, amountPence: 245_000 }],
      refundToPersonPence: 69_944,
      contributionCancelledPence: 0,
    });
    const forBefore = [receipt('2024-04-03', '2024-04-30', 69_944)];
    expect(recharge({ ...changedFrom29May, contributionReceipts: forBefore })).toMatchObject({
      refundToPersonPence: 0,
      contributionCancelledPence: 69_944,
    });
  });

  it('are named in the explanation of both lines, and in none that has only its own', () => {
    const [first, second] = recharge(changedFrom29May).lines.map(({ basis }) => basis);
    const rule = 'CONTRIBUTION-OTHER-DAYS';
    expect(first).toMatchObject({
      inputs: { contributionReceivedPence: 34_972, countedForOtherDaysPence: 34_972 },
      from: [
        { rule: 'BRIDGING-DAYS' },
        {
          rule,
          inputs: {
            receivedForDaysPence: 69_944,
            countedForOtherDaysPence: 34_972,
            otherDays: '29 May 2024 to 25 June 2024',
          },
        },
      ],
    });
    expect(second).toMatchObject({
      inputs: { contributionReceivedPence: 34_972, receivedForOtherDaysPence: 34_972 },
      from: [
        { rule: 'BRIDGING-DAYS' },
        {
          rule,
          inputs: {
            receivedForDaysPence: 0,
            receivedForOtherDaysPence: 34_972,
            otherDays: '1 May 2024 to 28 May 2024',
          },
        },
      ],
    });
    const [own] = recharge(arrears).lines;
    expect(own?.basis.from).toHaveLength(1);
    expect(own?.basis.inputs).not.toHaveProperty('countedForOtherDaysPence');
    expect(own?.basis.inputs).not.toHaveProperty('receivedForOtherDaysPence');
  });
});

describe('the bridging recharge waits', () => {
  const missing = (changes: Partial<BridgingFacts>) => {
    const { newCoverStartsOn: _, ...open } = eightWeeks;
    const figure = bridgingRecharge({ ...open, ...changes });
    return figure.status === 'pending' ? figure.missing.map(({ fact, reason }) => [fact, reason]) : [];
  };

  it('for the end of bridging', () => {
    expect(missing({})).toEqual([['phb-cover-start', 'PHB cover start not recorded']]);
  });

  it('for an award rate on each day', () => {
    const changes = { newCoverStartsOn: plainDate('2024-06-26'), awardRates: [weekly('2024-05-08', 74_250)] };
    expect(missing(changes)).toEqual([
      ['award-rate', 'No award rate is recorded for 1 May 2024 to 7 May 2024'],
    ]);
  });

  it('for the body that was liable, where one was split', () => {
    const changes = {
      newCoverStartsOn: plainDate('2024-06-26'),
      liableBodies: [{ from: plainDate('2022-07-01'), body: NHS_BODY }, { from: plainDate('2024-06-01') }],
    };
    expect(missing(changes)).toEqual([
      [
        'liable-body',
        'It is not known which body was liable for 1 June 2024 to 25 June 2024, because bodies were split or merged',
      ],
    ]);
  });

  it('for whatever the start of liability waits for', () => {
    const fact = { fact: 'eligibility-decision', reason: 'No decision', suppliedBy: 'the CHC team' };
    expect(missing({ liability: { status: 'pending', missing: [fact] } })).toEqual([
      ['eligibility-decision', 'No decision'],
    ]);
  });

  it('with the days that are held, which are in no total (odd input 4: delay reason not known)', () => {
    const missing = { fact: 'delay-justified', reason: 'Nobody has said', suppliedBy: 'the CHC team' };
    const held = { ...periodOfDays(plainDate('2024-04-20'), plainDate('2024-04-30')), missing };
    const liability = {
      status: 'known' as const,
      value: { startsOn: plainDate('2024-05-01'), held },
      basis: decisionRule,
    };
    expect(recharge({ liability })).toMatchObject({ held, totalPence: 594_000 });
  });
});

describe('the evidence of a line', () => {
  it('names the payments for its days, and until when a claim for the oldest can be made', () => {
    expect(recharge().lines[0]?.evidence).toEqual({
      references: ['payment 2024-05-01', 'payment 2024-05-29'],
      daysWithoutPayment: [],
      claimBefore: '2030-05-01',
    });
  });

  it('names the days that nobody paid, or that another body paid, or whose payment was reversed', () => {
    const payments = [
      payment('2024-05-08', '2024-05-28', 222_750),
      payment('2024-05-29', '2024-06-04', 74_250, NHS_BODY),
      payment('2024-06-05', '2024-06-25', 222_750),
      payment('2024-06-19', '2024-06-25', -300_000),
    ];
    expect(recharge({ payments }).lines[0]?.evidence.daysWithoutPayment).toEqual([
      periodOfDays(plainDate('2024-05-01'), plainDate('2024-05-07')),
      periodOfDays(plainDate('2024-05-29'), plainDate('2024-06-04')),
      periodOfDays(plainDate('2024-06-19'), plainDate('2024-06-25')),
    ]);
  });
});

describe('the explanation of the bridging recharge', () => {
  it('goes from the total over the line and the days to the start of liability', () => {
    const figure = bridgingRecharge(eightWeeks);
    expect(figure.status === 'known' && figure.basis).toMatchObject({
      rule: 'RECHARGE-TOTAL',
      inputs: { lines: 1, totalPence: 594_000 },
      from: [
        {
          rule: 'BRIDGING-LINE',
          inputs: {
            from: '2024-05-01',
            lastDay: '2024-06-25',
            days: 56,
            weeklyGrossPence: 74_250,
            weeklyContributionPence: 0,
            grossPence: 594_000,
            netPence: 594_000,
            contributionPence: 0,
            contributionReceivedPence: 0,
            grossBasis: 'evidenced',
            amountPence: 594_000,
            liableBody: NHS_BODY,
          },
          from: [
            {
              rule: 'BRIDGING-DAYS',
              inputs: { startsOn: '2024-05-01', newCoverStartsOn: '2024-06-26' },
              from: [decisionRule],
            },
          ],
        },
      ],
    });
  });
});
