import { describe, expect, it } from '@jest/globals';
import { fold } from '../../../kernel/aggregate.js';
import { NotYourSide } from '../../../kernel/refusal.js';
import { recordedHistory } from '../../../../test/support/recorded.js';
import { scenario } from '../../../../test/support/scenario.js';
import { recharge } from '../recharge.js';
import {
  accepted,
  approved,
  approver,
  calculated,
  credited,
  creditRequested,
  creditTerms,
  issued,
  nhsFinance,
  paid,
  preparer,
} from '../recharge.fixtures.js';
import { PreparerMayNotApprove, RequesterMayNotCredit } from '../duties/duties.refusals.js';
import { RechargeNotReady } from '../refusals.js';
import { creditRecharge, type CreditTerms } from './credit.decision.js';

const crediting = (changes: Partial<CreditTerms> = {}) => creditRecharge({ ...creditTerms, ...changes });
const onceIssued = scenario(recharge).given(calculated, approved, issued);
const issuedRecharge = onceIssued.given(creditRequested);

describe('crediting a recharge', () => {
  it('takes the whole sum back', () => {
    issuedRecharge.when(crediting()).thenEvents([credited]);
  });

  it('takes it back after it was paid, too', () => {
    issuedRecharge.given(accepted(1), paid(594_000)).when(crediting()).thenEvents([credited]);
  });

  it('is asked for by one person, who may have prepared the recharge, and agreed to by a second', () => {
    const { occurredOn } = credited;
    onceIssued.when(crediting({ acting: preparer })).thenEvents([{ ...creditRequested, occurredOn }]);
    issuedRecharge.when(crediting({ acting: preparer })).thenRefused(RequesterMayNotCredit);
  });

  it('is asked for anew when the second person says another reason', () => {
    const data = { reasonCode: 'wrong-body', by: approver.by } as const;
    issuedRecharge
      .when(crediting({ reasonCode: 'wrong-body' }))
      .thenEvents([{ ...creditRequested, occurredOn: credited.occurredOn, data }]);
  });

  it('goes on being queried, accepted and paid meanwhile', () => {
    const state = fold(
      recharge,
      recordedHistory([calculated, approved, issued, creditRequested, accepted(1)]),
    );
    expect(state).toMatchObject({
      stage: 'issued',
      creditRequest: { reasonCode: 'facts-changed', requestedOn: '2024-07-21' },
    });
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
    const byAnother = { ...creditRequested, data: { ...creditRequested.data, by: 'council-finance-2' } };
    onceIssued
      .given(byAnother)
      .when(crediting({ acting: { ...preparer, role: 'council-approver' } }))
      .thenRefused(PreparerMayNotApprove);
  });

  it('is for the body that is owed', () => {
    issuedRecharge.when(crediting({ acting: nhsFinance })).thenRefused(NotYourSide);
  });

  it('needs an issued recharge; a draft is withdrawn instead', () => {
    scenario(recharge).given(calculated).when(crediting()).thenRefused(RechargeNotReady);
  });
});
