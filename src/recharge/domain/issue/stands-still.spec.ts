import { describe, expect, it } from '@jest/globals';
import { fold } from '../../../kernel/aggregate.js';
import { known, pending } from '../../../kernel/figure.js';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { recordedHistory } from '../../../../test/support/recorded.js';
import { decisionRule, eightWeeks, payment } from '../bridging.fixtures.js';
import { calculateRecharge, type CalculateTerms } from '../calculate/calculate.decision.js';
import type { Adjustments } from '../recharge-document.js';
import { approved, calculateTerms, issueTerms, nhsFinance, preparer } from '../recharge.fixtures.js';
import { recharge } from '../recharge.js';
import { bridgingRecharge } from '../rules/bridging-recharge.js';
import { issueRecharge, type IssueTerms } from './issue.decision.js';
import { RechargeOutOfDate } from './issue.refusals.js';

const oneOff = (receiptReference: string, chargedPence = 9_000) => ({
  receiptReference,
  kind: 'respite-or-emergency' as const,
  incurredOn: plainDate('2024-05-12'),
  amountPence: pence(9_000),
  charge: known(
    { chargedPence: pence(chargedPence), treatment: 'incurred-in-bridging' as const },
    decisionRule,
  ),
});
const credit = (creditPence: number) =>
  known({ creditPence: pence(creditPence), references: ['ST-5', 'ST-7'] }, decisionRule);
const leaveOf = (owedPence: number): Adjustments['leave'] => [
  { employmentRef: 'EM-1', owedPence: known(pence(owedPence), decisionRule) },
];

/** Issues what was worked out and approved, on today's facts. */
function issue(worked: Partial<CalculateTerms>, today: Partial<IssueTerms> = {}) {
  const acting = worked.acting ?? preparer;
  const calculated = calculateRecharge({ ...calculateTerms, ...worked })({ stage: 'none' });
  const state = fold(recharge, recordedHistory([...calculated, approved]));
  const adjustments = worked.adjustments ?? { oneOffs: [] };
  return () => issueRecharge({ ...issueTerms, adjustments, acting, ...today })(state);
}
const withOneOff = { adjustments: { oneOffs: [oneOff('REC-1')], leave: [] } };

describe('a recharge whose facts stand still until it is issued', () => {
  it('is issued with everything that it has: one-off payments, a credit, leave', () => {
    const adjustments = { oneOffs: [oneOff('REC-1')], credit: credit(84_000), leave: leaveOf(36_256) };
    expect(issue({ adjustments })()).toHaveLength(1);
  });

  it('is issued whatever became of the leave, which was agreed apart', () => {
    const worked = { adjustments: { oneOffs: [], leave: leaveOf(36_256) } };
    expect(issue(worked, { adjustments: { oneOffs: [] } })()).toHaveLength(1);
  });

  it('is issued as a credit note, too', () => {
    const worked = { adjustments: { oneOffs: [], leave: leaveOf(600_000) }, acting: nhsFinance };
    expect(issue(worked)()).toMatchObject([{ type: 'recharge.issued', data: { by: nhsFinance.by } }]);
    const bridging = bridgingRecharge({ ...eightWeeks, lastDayCovered: plainDate('2024-06-24') });
    expect(issue(worked, { bridging })).toThrow(RechargeOutOfDate);
  });

  it('is issued where other payments show the same days, which make no other debt', () => {
    const payments = [payment('2024-05-01', '2024-06-25', 594_000)];
    expect(issue({}, { bridging: bridgingRecharge({ ...eightWeeks, payments }) })()).toHaveLength(1);
  });

  it('has no purchase order where none is named', () => {
    const { purchaseOrder: _, ...terms } = issueTerms;
    const state = fold(
      recharge,
      recordedHistory([...calculateRecharge(calculateTerms)({ stage: 'none' }), approved]),
    );
    const [event] = issueRecharge(terms)(state);
    expect(event?.data).not.toHaveProperty('purchaseOrder');
  });
});

describe('a recharge whose facts changed before it was issued', () => {
  const missing = { fact: 'award-rate', reason: 'No award rate', suppliedBy: 'the council' };

  it.each<[string, Partial<CalculateTerms>, Partial<IssueTerms>]>([
    ['the days wait for a fact', {}, { bridging: pending(missing) }],
    ['a one-off payment has another receipt', withOneOff, { adjustments: { oneOffs: [oneOff('REC-2')] } }],
    ['a one-off payment has another sum', withOneOff, { adjustments: { oneOffs: [oneOff('REC-1', 8_000)] } }],
    ['a one-off payment is there no more', withOneOff, { adjustments: { oneOffs: [] } }],
    ['a credit came up', {}, { adjustments: { oneOffs: [], credit: credit(1) } }],
    ['a credit waits for a fact', {}, { adjustments: { oneOffs: [], credit: pending(missing) } }],
    [
      'the same sum is for other days',
      {},
      {
        bridging: bridgingRecharge({
          ...eightWeeks,
          awardRates: [{ from: plainDate('2024-04-01'), weeklyPence: pence(148_500) }],
          newCoverStartsOn: plainDate('2024-05-29'),
        }),
      },
    ],
  ])('is worked out anew: %s', (_, worked, today) => {
    expect(issue(worked, today)).toThrow(RechargeOutOfDate);
  });
});
