import { describe, it } from '@jest/globals';
import { plainDate } from '../../../kernel/plain-date.js';
import { NotYourSide } from '../../../kernel/refusal.js';
import { scenario } from '../../../../test/support/scenario.js';
import { recharge } from '../recharge.js';
import { approved, calculated, issued, nhsFinance, preparer, withdrawn } from '../recharge.fixtures.js';
import { RechargeNotReady } from '../refusals.js';
import { withdrawRecharge } from './withdraw.decision.js';

const withdrawing = (acting = preparer) =>
  withdrawRecharge({ reasonCode: 'calculated-in-error', withdrawnOn: plainDate('2024-07-03'), acting });

describe('withdrawing a recharge', () => {
  it('drops a draft', () => {
    scenario(recharge).given(calculated).when(withdrawing()).thenEvents([withdrawn]);
  });

  it('drops an approved recharge', () => {
    scenario(recharge).given(calculated, approved).when(withdrawing()).thenEvents([withdrawn]);
  });

  it('is silent the second time', () => {
    scenario(recharge).given(calculated, withdrawn).when(withdrawing()).thenNothing();
  });

  it('is refused after it was issued: that is credited', () => {
    scenario(recharge).given(calculated, approved, issued).when(withdrawing()).thenRefused(RechargeNotReady);
  });

  it('is for the body that is owed', () => {
    scenario(recharge).given(calculated).when(withdrawing(nhsFinance)).thenRefused(NotYourSide);
  });
});
