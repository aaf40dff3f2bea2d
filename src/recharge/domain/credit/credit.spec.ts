import { describe, it } from '@jest/globals';
import { plainDate } from '../../../kernel/plain-date.js';
import { NotYourSide } from '../../../kernel/refusal.js';
import { scenario } from '../../../../test/support/scenario.js';
import { recharge } from '../recharge.js';
import {
  accepted,
  approved,
  approver,
  calculated,
  credited,
  issued,
  nhsFinance,
  paid,
  preparer,
} from '../recharge.fixtures.js';
import { PreparerMayNotApprove, RechargeNotReady } from '../refusals.js';
import { creditRecharge, type CreditTerms } from './credit.decision.js';

const crediting = (changes: Partial<CreditTerms> = {}) =>
  creditRecharge({
    reasonCode: 'facts-changed',
    creditedOn: plainDate('2024-07-22'),
    acting: approver,
    ...changes,
  });
const issuedRecharge = scenario(recharge).given(calculated, approved, issued);

describe('crediting a recharge', () => {
  it('takes the whole sum back', () => {
    issuedRecharge.when(crediting()).thenEvents([credited]);
  });

  it('takes it back after it was paid, too', () => {
    issuedRecharge.given(accepted(1), paid(594_000)).when(crediting()).thenEvents([credited]);
  });

  it('is silent the second time', () => {
    issuedRecharge.given(credited).when(crediting()).thenNothing();
  });

  it('is refused a second time for another reason', () => {
    issuedRecharge
      .given(credited)
      .when(crediting({ reasonCode: 'wrong-body' }))
      .thenRefused(RechargeNotReady);
  });

  it('is refused to the person who prepared the recharge', () => {
    issuedRecharge.when(crediting({ acting: preparer })).thenRefused(PreparerMayNotApprove);
  });

  it('is for the body that is owed', () => {
    issuedRecharge.when(crediting({ acting: nhsFinance })).thenRefused(NotYourSide);
  });

  it('needs an issued recharge; a draft is withdrawn instead', () => {
    scenario(recharge).given(calculated).when(crediting()).thenRefused(RechargeNotReady);
  });
});
