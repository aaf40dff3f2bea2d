import { describe, expect, it } from '@jest/globals';
import { fold } from '../../../kernel/aggregate.js';
import { basisOf } from '../../../kernel/basis.js';
import { known, pending } from '../../../kernel/figure.js';
import { pence, sumPence } from '../../../kernel/pence.js';
import { periodOfDays } from '../../../kernel/period.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { NotYourSide } from '../../../kernel/refusal.js';
import { recordedHistory } from '../../../../test/support/recorded.js';
import { scenario } from '../../../../test/support/scenario.js';
import { COUNCIL, defaultChargeOptions, eightWeeks, NHS_BODY, payment } from '../bridging.fixtures.js';
import { recharge } from '../recharge.js';
import {
  approved,
  calculated,
  calculateTerms,
  issued,
  nhsFinance,
  outsider,
  preparer,
} from '../recharge.fixtures.js';
import { RechargeNotReady } from '../refusals.js';
import { bridgingRecharge, type BridgingFacts } from '../rules/bridging-recharge.js';
import { caseCharge } from '../rules/case-charge.js';
import { LEAVE_CREDIT } from '../rules/recharge-rules.js';
import { calculateRecharge, recalculateRecharge, type CalculateTerms } from './calculate.decision.js';
import {
  CaseNotComplete,
  NothingToCharge,
  RechargeExists,
  RechargeNotEvidenced,
  RechargePending,
} from './calculate.refusals.js';

const calculating = (changes: Partial<CalculateTerms> = {}) =>
  calculateRecharge({ ...calculateTerms, ...changes });
const from = (changes: Partial<BridgingFacts>) => bridgingRecharge({ ...eightWeeks, ...changes });
const eventOf = (changes: Partial<CalculateTerms>) => {
  const [event] = calculating(changes)({ stage: 'none' });
  if (event?.type !== 'recharge.calculated') throw new Error('Nothing was calculated');
  return event.data;
};
const leaveOwed = (owedPence: number) => [
  { employmentRef: 'EM-1', owedPence: known(pence(owedPence), basisOf(LEAVE_CREDIT, {})) },
];

describe('working out a recharge', () => {
  it('puts what today’s facts give into lines, with the council as the creditor because it paid', () => {
    scenario(recharge).when(calculating()).thenEvents([calculated]);
  });

  it('is silent when it gives what stands', () => {
    scenario(recharge).given(calculated).when(calculating()).thenNothing();
  });

  it('is refused while the transfer is not complete', () => {
    scenario(recharge)
      .when(calculating({ caseStage: 'phb-started' }))
      .thenRefused(CaseNotComplete, /this case is phb started/);
  });

  it('follows the start of the budget where the agreement says so, and nothing before that', () => {
    const early = (caseStage: string) => calculating({ caseStage, timing: 'when-cover-starts' });
    scenario(recharge).when(early('phb-started')).thenEvents([calculated]);
    scenario(recharge)
      .when(early('bridging'))
      .thenRefused(CaseNotComplete, /follows when the budget covers the person, and this case is bridging$/);
  });

  it('follows a case that was withdrawn after the council had paid', () => {
    scenario(recharge)
      .when(calculating({ caseStage: 'withdrawn' }))
      .thenEvents([calculated]);
  });

  it('follows a death in bridging, though no transfer will be completed (odd input 23: death in bridging)', () => {
    const bridging = from({ diedOn: plainDate('2024-05-28') });
    const died = { caseStage: 'bridging', endedEarly: true, bridging };
    expect(eventOf(died)).toMatchObject({
      totalPence: 297_000,
      lines: [{ from: '2024-05-01', until: '2024-05-29', amountPence: 297_000 }],
    });
  });

  it('is refused with what is missing while the figure is pending', () => {
    const missing = {
      fact: 'phb-cover-start',
      reason: 'PHB cover start not recorded',
      suppliedBy: 'PHB team',
    };
    scenario(recharge)
      .when(calculating({ bridging: pending(missing) }))
      .thenRefused(RechargePending, /PHB cover start not recorded/);
  });

  it('is refused for days that nobody paid for, and names them', () => {
    const payments = [payment('2024-05-01', '2024-06-11', 445_500)];
    scenario(recharge)
      .when(calculating({ bridging: from({ payments }) }))
      .thenRefused(RechargeNotEvidenced, /No payment is recorded for 12 June 2024 to 25 June 2024/);
  });

  it('is refused when there is nothing to charge', () => {
    scenario(recharge)
      .when(calculating({ bridging: from({ newCoverStartsOn: plainDate('2024-05-01') }) }))
      .thenRefused(NothingToCharge);
  });

  it('is refused when the body that paid was liable itself', () => {
    scenario(recharge)
      .when(calculating({ liableBody: COUNCIL }))
      .thenRefused(NothingToCharge);
  });

  it.each([nhsFinance, outsider])('is for the body that is owed, not for $by', (acting) => {
    scenario(recharge)
      .when(calculating({ acting }))
      .thenRefused(NotYourSide, /E10000015, which paid/);
  });

  it('is refused beside a recharge with other figures', () => {
    scenario(recharge)
      .given(calculated)
      .when(calculating({ bridging: from({ lastDayCovered: plainDate('2024-05-28') }) }))
      .thenRefused(RechargeExists, /RC-0000000001/);
  });
});

const chargedInFull = (() => {
  const { oneOffs, credit } = caseCharge({
    ...eightWeeks,
    oneOffs: [
      {
        receiptReference: 'insurance 2024',
        kind: 'annual',
        amountPence: pence(11_900),
        incurredOn: plainDate('2024-02-01'),
        benefit: periodOfDays(plainDate('2024-02-01'), plainDate('2025-01-31')),
      },
    ],
    account: {
      opening: { on: plainDate('2024-05-01'), balancePence: pence(40_000), statementReference: 'ST-5' },
      closed: { on: plainDate('2024-07-05'), balancePence: pence(124_000), statementReference: 'ST-7' },
    },
    options: { ...defaultChargeOptions, costBasis: 'actual-spend' },
  });
  return { oneOffs, ...(credit && { credit }) };
})();

describe('the lines that a recharge has beside the days of bridging', () => {
  it('take off unspent money and leave, and put on one-off payments', () => {
    const data = eventOf({
      adjustments: {
        ...chargedInFull,
        leave: leaveOwed(36_256),
      },
    });
    expect(data.lines.map(({ number, kind, amountPence }) => [number, kind, amountPence])).toEqual([
      [1, 'bridging', 594_000],
      [2, 'one-off', 8_974],
      [3, 'unspent-balance-credit', -84_000],
      [4, 'leave-credit', -36_256],
    ]);
    expect(data.totalPence).toBe(482_718);
    expect(data.totalPence).toBe(sumPence(data.lines.map(({ amountPence }) => amountPence)));
  });

  it('wait for what a one-off payment waits for, instead of leaving it out', () => {
    const missing = { fact: 'one-off-approval', reason: 'Nobody has said', suppliedBy: 'finance' };
    const oneOffs = chargedInFull.oneOffs.map((each) => ({ ...each, charge: pending(missing) }));
    scenario(recharge)
      .when(calculating({ adjustments: { oneOffs, leave: [] } }))
      .thenRefused(RechargePending, /Nobody has said/);
  });

  it('name the employments whose leave is not known, instead of taking it for nothing', () => {
    const missing = { fact: 'leave-statement', reason: 'No statement', suppliedBy: 'payroll' };
    const leave = [{ employmentRef: 'EM-2', owedPence: pending(missing) }];
    expect(eventOf({ adjustments: { oneOffs: [], leave } })).toMatchObject({
      lines: [{ kind: 'bridging' }],
      leavePendingFor: ['EM-2'],
    });
  });

  it('make a credit note, owed the other way, when they come to less than nothing', () => {
    const adjustments = { oneOffs: [], leave: leaveOwed(600_000) };
    expect(eventOf({ adjustments, acting: nhsFinance })).toMatchObject({
      document: 'credit-note',
      creditor: NHS_BODY,
      debtor: COUNCIL,
      lines: [{ amountPence: -594_000 }, { amountPence: 600_000 }],
      totalPence: 6_000,
    });
  });
});

describe('a transfer back', () => {
  it('makes the council the debtor, because it was liable and the NHS body paid', () => {
    const reverse = from({
      payments: eightWeeks.payments.map((each) => ({ ...each, payer: NHS_BODY })),
      payingBody: NHS_BODY,
      liableBodies: [{ from: plainDate('2024-01-01'), body: COUNCIL }],
    });
    const bodies = { liableBody: COUNCIL, payingBody: NHS_BODY };
    const terms = { bridging: reverse, direction: 'transfer-back' as const, ...bodies };
    expect(eventOf({ ...terms, acting: nhsFinance })).toMatchObject({
      creditor: NHS_BODY,
      debtor: COUNCIL,
      lines: [{ kind: 'transfer-back', bodyAtTime: COUNCIL }],
      totalPence: 594_000,
    });
    scenario(recharge)
      .when(calculateRecharge({ ...calculateTerms, ...terms, acting: preparer }))
      .thenRefused(NotYourSide, /QM7, which paid and is owed/);
  });
});

describe('working a draft out anew', () => {
  const shorter = { bridging: from({ lastDayCovered: plainDate('2024-05-28') }) };
  const anew = (changes: Partial<CalculateTerms>) => recalculateRecharge({ ...calculateTerms, ...changes });

  it('takes the place of the figures, and the approval lapses', () => {
    const before = fold(recharge, recordedHistory([calculated, approved]));
    const events = anew(shorter)(before);
    expect(events).toMatchObject([{ type: 'recharge.calculated', data: { totalPence: 297_000 } }]);
    const after = fold(recharge, recordedHistory([calculated, approved, ...events]));
    expect(after).toMatchObject({ stage: 'draft', totalPence: 297_000 });
    expect(after).not.toHaveProperty('approvedBy');
  });

  it('is silent, and the approval stands, when the facts give the same', () => {
    scenario(recharge).given(calculated, approved).when(anew({})).thenNothing();
  });

  it('is refused once the recharge was issued', () => {
    scenario(recharge)
      .given(calculated, approved, issued)
      .when(anew(shorter))
      .thenRefused(RechargeNotReady, /"Recalculate" is not possible while the recharge is issued/);
  });
});

describe('a new version after a credit', () => {
  it('names the version before it and counts what was paid on it', () => {
    const supersedes = { rechargeRef: 'RC-0000000000', debtor: NHS_BODY, paidPence: pence(594_000) };
    expect(eventOf({ supersedes })).toMatchObject({
      supersedes: 'RC-0000000000',
      paidBeforePence: 594_000,
      by: preparer.by,
    });
  });

  it('counts what was paid against the new debtor when the money goes the other way', () => {
    const supersedes = { rechargeRef: 'RC-0000000000', debtor: NHS_BODY, paidPence: pence(594_000) };
    const adjustments = { oneOffs: [], leave: leaveOwed(600_000) };
    expect(eventOf({ supersedes, adjustments, acting: nhsFinance })).toMatchObject({
      paidBeforePence: -594_000,
    });
  });
});
