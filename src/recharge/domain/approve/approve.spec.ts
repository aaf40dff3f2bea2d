import { describe, it } from '@jest/globals';
import { scenario } from '../../../../test/support/scenario.js';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { NotYourSide } from '../../../kernel/refusal.js';
import { eightWeeks } from '../bridging.fixtures.js';
import { PreparerMayNotApprove } from '../duties/duties.refusals.js';
import { RechargeOutOfDate } from '../issue/issue.refusals.js';
import { recharge } from '../recharge.js';
import {
  approved,
  approver,
  approveTerms,
  calculated,
  facts,
  issued,
  nhsFinance,
  preparer,
} from '../recharge.fixtures.js';
import { RechargeNotFound, RechargeNotReady } from '../refusals.js';
import { bridgingRecharge } from '../rules/bridging-recharge.js';
import { approveRecharge, type ApproveTerms } from './approve.decision.js';

const approving = (changes: Partial<ApproveTerms> = {}) => approveRecharge({ ...approveTerms, ...changes });

describe('approving a recharge', () => {
  it('releases the sum that stands, and says on how many facts it rests', () => {
    scenario(recharge).given(calculated).when(approving()).thenEvents([approved]);
  });

  it('is silent when it was approved already', () => {
    scenario(recharge).given(calculated, approved).when(approving()).thenNothing();
  });

  it('is refused to the person who prepared it, also once somebody else has approved it', () => {
    const byPreparer = approving({ acting: { ...preparer, role: 'council-approver' } });
    scenario(recharge).given(calculated).when(byPreparer).thenRefused(PreparerMayNotApprove);
    scenario(recharge).given(calculated, approved).when(byPreparer).thenRefused(PreparerMayNotApprove);
  });

  it('is refused to the body that owes the money', () => {
    scenario(recharge)
      .given(calculated)
      .when(approving({ acting: nhsFinance }))
      .thenRefused(NotYourSide);
  });

  it('is refused when the facts of the case give another sum by now', () => {
    const bridging = bridgingRecharge({ ...eightWeeks, lastDayCovered: plainDate('2024-06-24') });
    scenario(recharge).given(calculated).when(approving({ bridging })).thenRefused(RechargeOutOfDate);
  });

  it('is done again after a fact behind the sum was recorded, be it one of leave', () => {
    const again = { ...approved.data, restsOn: { caseFacts: 5, leaveFacts: 2 } };
    const more = { ofCase: { ...facts.ofCase, count: 5 }, ofLeave: { count: 2, by: [] } };
    scenario(recharge)
      .given(calculated, approved)
      .when(approving({ facts: more }))
      .thenEvents([{ ...approved, data: again }]);
    scenario(recharge)
      .given(calculated, { ...approved, data: again })
      .when(approving({ facts: { ...more, ofLeave: { count: 3, by: [] } } }))
      .thenEvents([{ ...approved, data: { ...again, restsOn: { caseFacts: 5, leaveFacts: 3 } } }]);
  });

  it('of before facts were counted goes on holding', () => {
    const { restsOn: _, ...data } = approved.data;
    scenario(recharge)
      .given(calculated, { ...approved, data })
      .when(approving({ facts: { ofCase: { count: 9, by: [] } } }))
      .thenNothing();
  });

  it('says what counted against a limit, where there is one', () => {
    const limits = { agreedLimitPence: pence(0), besidePence: pence(1_000) };
    scenario(recharge)
      .given(calculated)
      .when(approving({ limits, acting: { ...approver, limitPence: pence(595_000) } }))
      .thenEvents([{ ...approved, data: { ...approved.data, countedPence: pence(595_000) } }]);
  });

  it('is refused after it was issued', () => {
    scenario(recharge).given(calculated, approved, issued).when(approving()).thenRefused(RechargeNotReady);
  });

  it('needs a recharge', () => {
    scenario(recharge).when(approving()).thenRefused(RechargeNotFound);
  });
});
