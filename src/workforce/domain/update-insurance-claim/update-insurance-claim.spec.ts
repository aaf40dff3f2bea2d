import { describe, it } from '@jest/globals';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { scenario } from '../../../../test/support/scenario.js';
import { employment } from '../employment.js';
import { STARTED } from '../workforce.fixtures.js';
import type { InsuranceClaim } from '../workforce.events.js';
import { updateInsuranceClaim } from './update-insurance-claim.decision.js';

const ON = plainDate('2025-01-10');
const news = (data: InsuranceClaim) =>
  ({ type: 'workforce.insurance-claim-updated', occurredOn: ON, data }) as const;
const paid: InsuranceClaim = { claim: 'paid', amountPence: pence(500000) };

describe('Where the insurance claim stands', () => {
  it('takes each news in place of the last, also one that goes back', () => {
    const story: InsuranceClaim[] = [{ claim: 'pending' }, paid, { claim: 'not-claimed' }];
    for (const claim of story) {
      scenario(employment)
        .given(STARTED, news({ claim: 'declined', reasonCode: 'policy-lapsed' }))
        .when(updateInsuranceClaim(claim, ON))
        .thenEvents([news(claim)]);
    }
  });

  it('is silent when the same news comes again', () => {
    scenario(employment).given(STARTED, news(paid)).when(updateInsuranceClaim(paid, ON)).thenNothing();
  });

  it.each<[string, InsuranceClaim]>([
    ['a payment without an amount', { claim: 'paid' }],
    ['a payment of nothing', { claim: 'paid', amountPence: pence(0) }],
    ['an amount for a claim that is pending', { claim: 'pending', amountPence: pence(1) }],
    ['a refusal without a reason', { claim: 'declined' }],
    ['a reason in free text', { claim: 'declined', reasonCode: 'Mrs Smith had no cover' }],
  ])('refuses %s', (_, claim) => {
    scenario(employment).given(STARTED).when(updateInsuranceClaim(claim, ON)).thenRefused(FieldRefused);
  });
});
