import { describe, expect, it } from '@jest/globals';
import { plainDate } from '../../../kernel/plain-date.js';
import { scenario } from '../../../../test/support/scenario.js';
import { eightWeeks, liableFrom, payment, receipt, weekly } from '../bridging.fixtures.js';
import { recharge } from '../recharge.js';
import { approved, calculated, calculateTerms, credited, issued, withdrawn } from '../recharge.fixtures.js';
import { bridgingRecharge, type BridgingFacts } from '../rules/bridging-recharge.js';
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
const bridging = (changes: Partial<BridgingFacts>) => bridgingRecharge({ ...eightWeeks, ...changes });

describe('a case that can be charged for', () => {
  it.each(['complete', 'transferring-back', 'back-with-council', 'withdrawn'])(
    'is one that is %s',
    (caseStage) => {
      scenario(recharge).when(calculating({ caseStage })).thenEvents([calculated]);
    },
  );

  it.each(['alerted', 'eligible', 'bridging', 'declined'])('is none that is %s', (caseStage) => {
    scenario(recharge).when(calculating({ caseStage })).thenRefused(CaseNotComplete);
    scenario(recharge)
      .when(calculating({ caseStage, endedEarly: true }))
      .thenEvents([calculated]);
  });
});

describe('days that need no payment of the council', () => {
  it('are those for which the person contributed all of the cost', () => {
    // A contribution above £742.50 a week pays for it alone; the council paid nothing.
    const own = bridging({
      contributions: [weekly('2024-04-01', 80_000)],
      contributionReceipts: [receipt('2024-05-01', '2024-06-25', 594_000)],
      payments: [],
    });
    const [event] = calculating({ bridging: own })({ stage: 'none' });
    expect(event?.data).toMatchObject({ totalPence: 594_000, refundToPersonPence: 594_000 });
  });

  it('are not those of which the council paid a part', () => {
    const partly = bridging({ contributions: [weekly('2024-04-01', 74_249)], payments: [] });
    scenario(recharge)
      .when(calculating({ bridging: partly }))
      .thenRefused(RechargeNotEvidenced, /No payment is recorded for 1 May 2024 to 25 June 2024/);
  });
});

describe('days that NHS bodies dispute', () => {
  const missing = { fact: 'responsible-nhs-body', reason: 'In dispute', suppliedBy: 'the NHS bodies' };
  const parkedFrom = (day: string) => bridging({ parked: { from: plainDate(day), missing } });

  it('are waited for where there are no others', () => {
    scenario(recharge)
      .when(calculating({ bridging: parkedFrom('2024-05-01') }))
      .thenRefused(RechargePending, /^The recharge cannot be worked out yet: In dispute$/);
  });

  it('do not hold up the others', () => {
    const [event] = calculating({ bridging: parkedFrom('2024-05-29') })({ stage: 'none' });
    expect(event?.data).toMatchObject({ totalPence: 297_000 });
  });

  it('are not asked about where there are none: a case without days comes to nothing', () => {
    const noDays = bridging({ liability: liableFrom('2024-06-26') });
    scenario(recharge)
      .when(calculating({ bridging: noDays }))
      .thenRefused(NothingToCharge, /comes to nothing/);
  });
});

describe('a calculation beside a version that stands', () => {
  const histories = {
    draft: [calculated],
    approved: [calculated, approved],
    issued: [calculated, approved, issued],
    credited: [calculated, approved, issued, credited],
    withdrawn: [calculated, withdrawn],
  };
  /** The same lines, under a later version of the agreement. */
  const agreement = { ...calculateTerms.agreement, agreementVersion: 3 };
  /** The same sum, shown by one payment. */
  const onePayment = bridging({ payments: [payment('2024-05-01', '2024-06-25', 594_000)] });

  it.each(Object.entries(histories))(
    'is silent where it says the same, and refused where not: %s',
    (_, history) => {
      const standing = scenario(recharge).given(...history);
      standing.when(calculating()).thenNothing();
      standing.when(calculating({ agreement })).thenRefused(RechargeExists);
      standing.when(calculating({ bridging: onePayment })).thenRefused(RechargeExists);
    },
  );

  it('takes the place of a draft that says anything else', () => {
    const anew = (changes: Partial<CalculateTerms>) => recalculateRecharge({ ...calculateTerms, ...changes });
    scenario(recharge)
      .given(calculated)
      .when(anew({ agreement }))
      .thenEvents([{ ...calculated, data: { ...calculated.data, agreementVersion: 3 } }]);
  });
});
