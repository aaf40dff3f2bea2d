import { describe, expect, it } from '@jest/globals';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { liableFrom, payment, weekly } from '../bridging.fixtures.js';
import { bridgingFactsOf, type BodiesInLaw, type ChargeableCase } from '../case-facts.js';
import { bridgingRecharge, debtorsOf, owedBy, type ParkedDays } from './bridging-recharge.js';

const unchanging: BodiesInLaw = { bodyOn: (code) => ({ code }), successionsBetween: () => [] };
const registeredOn = plainDate('2024-09-11');
/** £560.00 a week, 19 August to 13 October 2024; the GP registration moves on 11 September. */
const theCase: ChargeableCase = {
  council: 'E10000015',
  nhsBody: 'QM7',
  areaChanges: [{ from: registeredOn, nhsBody: 'QNC' }],
  awardRates: [weekly('2024-08-19', 56_000)],
  contributions: [],
  contributionReceipts: [],
  oneOffs: [],
  jointPackages: [],
  suspensions: [],
  payments: [payment('2024-08-19', '2024-10-13', 448_000)],
  phbCoverStartsOn: plainDate('2024-10-14'),
};
const figureOf = (changes: Partial<ChargeableCase> = {}, bodies = unchanging, parked?: ParkedDays) =>
  bridgingRecharge(bridgingFactsOf({ ...theCase, ...changes }, liableFrom('2024-08-19'), bodies, parked));
const valueOf = (figure: ReturnType<typeof figureOf>) => {
  if (figure.status === 'pending') throw new Error('The recharge is pending');
  return figure.value;
};

describe('two NHS bodies in one period', () => {
  it('owe for their own days, split on the day of the GP registration (odd input 25, BR-09)', () => {
    const { lines, totalPence } = valueOf(figureOf());
    expect(lines).toMatchObject([
      { debtor: 'QM7', liableBody: 'QM7', from: '2024-08-19', days: 23, amountPence: 184_000 },
      { debtor: 'QNC', liableBody: 'QNC', from: '2024-09-11', days: 33, amountPence: 264_000 },
    ]);
    expect(totalPence).toBe(448_000);
  });

  it('each have a recharge with the lines, total and refund of their own', () => {
    const figure = figureOf({
      contributions: [weekly('2024-08-19', 7_000)],
      contributionReceipts: [
        {
          reference: 'CR-1',
          from: plainDate('2024-08-19'),
          until: plainDate('2024-10-14'),
          amountPence: pence(56_000),
        },
      ],
    });
    expect(debtorsOf(valueOf(figure))).toEqual(['QM7', 'QNC']);
    const [first, second] = ['QM7', 'QNC'].map((body) => owedBy(figure, body));
    expect(first).toMatchObject({
      value: {
        days: { from: '2024-08-19', until: '2024-09-11' },
        totalPence: 184_000,
        refundToPersonPence: 23_000,
      },
      basis: { rule: 'RECHARGE-TOTAL', inputs: { lines: 1, totalPence: 184_000 } },
    });
    expect(second).toMatchObject({
      value: {
        days: { from: '2024-09-11', until: '2024-10-14' },
        totalPence: 264_000,
        refundToPersonPence: 33_000,
      },
    });
  });

  it('owe each the contributions that count for its days, though they are recorded for those of the other', () => {
    const figure = figureOf({
      contributions: [weekly('2024-08-19', 7_000)],
      contributionReceipts: [
        {
          reference: 'CR-1',
          from: plainDate('2024-08-19'),
          until: plainDate('2024-09-11'),
          amountPence: pence(50_000),
        },
      ],
    });
    const [first, second] = ['QM7', 'QNC'].map((body) => owedBy(figure, body));
    expect(first).toMatchObject({
      value: { totalPence: 184_000, refundToPersonPence: 23_000, contributionCancelledPence: 0 },
    });
    expect(second).toMatchObject({
      value: { totalPence: 258_000, refundToPersonPence: 27_000, contributionCancelledPence: 6_000 },
      basis: {
        from: [
          {
            inputs: { liableBody: 'QNC', receivedForOtherDaysPence: 27_000 },
            from: [
              {},
              {
                rule: 'CONTRIBUTION-OTHER-DAYS',
                inputs: { otherDays: '19 August 2024 to 10 September 2024' },
              },
            ],
          },
        ],
      },
    });
    expect(valueOf(figure)).toMatchObject({
      totalPence: 442_000,
      refundToPersonPence: 50_000,
      contributionCancelledPence: 6_000,
    });
  });

  it('leave a recharge that one body owes as it is', () => {
    const figure = figureOf({ areaChanges: [] });
    expect(debtorsOf(valueOf(figure))).toEqual(['QM7']);
    expect(owedBy(figure, 'QM7')).toBe(figure);
    expect(owedBy(figure, 'QNC')).toMatchObject({ value: { lines: [], totalPence: 0 } });
  });

  it('are told apart from one body that another followed in law, which stays one debtor', () => {
    const bodies: BodiesInLaw = {
      bodyOn: (code, day) => ({ code: code === 'QM7' && day >= plainDate('2024-09-02') ? 'QNEW' : code }),
      successionsBetween: (code) => (code === 'QM7' ? [plainDate('2024-09-02')] : []),
    };
    const lines = valueOf(figureOf({}, bodies)).lines.map((line) => [
      line.debtor,
      line.liableBody,
      line.days,
    ]);
    expect(lines).toEqual([
      ['QM7', 'QM7', 14],
      ['QM7', 'QNEW', 9],
      ['QNC', 'QNC', 33],
    ]);
  });

  it('that both deny have the lines parked, in no total, until they settle it (odd input 26)', () => {
    const missing = { fact: 'responsible-nhs-body', reason: 'In dispute', suppliedBy: 'the NHS bodies' };
    const parked = { from: registeredOn, missing };
    expect(valueOf(figureOf({ areaChanges: [] }, unchanging, parked))).toMatchObject({
      totalPence: 184_000,
      lines: [{ debtor: 'QM7', days: 23 }],
      parked: { from: '2024-09-11', until: '2024-10-14', missing },
    });
    const fromTheStart = { from: plainDate('2024-08-01'), missing };
    expect(valueOf(figureOf({ areaChanges: [] }, unchanging, fromTheStart))).toMatchObject({
      lines: [],
      parked: { from: '2024-08-19', until: '2024-10-14' },
    });
    const later = { from: plainDate('2024-10-14'), missing };
    expect(valueOf(figureOf({}, unchanging, later))).not.toHaveProperty('parked');
  });
});
