import { describe, it } from '@jest/globals';
import { plainDate } from '../../../kernel/plain-date.js';
import { NotYourSide } from '../../../kernel/refusal.js';
import { scenario } from '../../../../test/support/scenario.js';
import { recharge } from '../recharge.js';
import { approved, approver, calculated, issued, nhsFinance, preparer } from '../recharge.fixtures.js';
import { PreparerMayNotApprove, RechargeNotFound, RechargeNotReady } from '../refusals.js';
import { approveRecharge } from './approve.decision.js';

const approving = (acting = approver) => approveRecharge({ approvedOn: plainDate('2024-07-02'), acting });

describe('approving a recharge', () => {
  it('releases the sum that stands', () => {
    scenario(recharge).given(calculated).when(approving()).thenEvents([approved]);
  });

  it('is silent when it was approved already', () => {
    scenario(recharge).given(calculated, approved).when(approving()).thenNothing();
  });

  it('is refused to the person who prepared it', () => {
    scenario(recharge).given(calculated).when(approving(preparer)).thenRefused(PreparerMayNotApprove);
  });

  it('is refused to the body that owes the money', () => {
    scenario(recharge).given(calculated).when(approving(nhsFinance)).thenRefused(NotYourSide);
  });

  it('is refused after it was issued', () => {
    scenario(recharge).given(calculated, approved, issued).when(approving()).thenRefused(RechargeNotReady);
  });

  it('needs a recharge', () => {
    scenario(recharge).when(approving()).thenRefused(RechargeNotFound);
  });
});
