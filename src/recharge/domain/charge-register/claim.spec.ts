import { describe, expect, it } from '@jest/globals';
import { recordedHistory } from '../../../../test/support/recorded.js';
import { scenario } from '../../../../test/support/scenario.js';
import { fold } from '../../../kernel/aggregate.js';
import { plainDate } from '../../../kernel/plain-date.js';
import type { ChargeRegisterEvent } from './charge-register.events.js';
import { chargeRegister } from './charge-register.js';
import { CaseBeingMerged, claimForMerger, claimForRecharge, releaseMerger } from './claim.decision.js';

const today = plainDate('2024-06-20');
const recharge = { reference: 'RC-0000000001', heldBy: 'command-1', today };
const merger = { reference: 'TC-2B8M61WXC4', heldBy: 'command-2', today };
const claimed = (purpose: 'recharge' | 'merger', terms: typeof recharge): ChargeRegisterEvent => ({
  type: 'charge-register.claimed',
  occurredOn: today,
  data: { purpose, reference: terms.reference, heldBy: terms.heldBy },
});
const released: ChargeRegisterEvent = {
  type: 'charge-register.merger-released',
  occurredOn: today,
  data: { heldBy: 'command-2' },
};
const register = scenario(chargeRegister);

describe('the register of what is done with the charges of a case', () => {
  it('takes a claim of each recharge, and the same again in silence', () => {
    register.when(claimForRecharge(recharge)).thenEvents([claimed('recharge', recharge)]);
    register.given(claimed('recharge', recharge)).when(claimForRecharge(recharge)).thenNothing();
  });

  it('takes no recharge once the case is to be merged', () => {
    const merging = register.given(claimed('merger', merger));
    merging.when(claimForRecharge(recharge)).thenRefused(CaseBeingMerged, /being merged into TC-2B8M61WXC4/);
    merging
      .given(released)
      .when(claimForRecharge(recharge))
      .thenEvents([claimed('recharge', recharge)]);
  });

  it('takes one merger at a time, the same again in silence, and another in place of one that was broken off', () => {
    const merging = register.given(claimed('recharge', recharge), claimed('merger', merger));
    const other = { ...merger, heldBy: 'command-3' };
    merging.when(claimForMerger(merger, false)).thenNothing();
    merging.when(claimForMerger(other, false)).thenRefused(CaseBeingMerged);
    merging.when(claimForMerger(other, true)).thenEvents([claimed('merger', other)]);
  });

  it('is let go of by the command that holds it, and by no other', () => {
    const merging = register.given(claimed('merger', merger));
    merging.when(releaseMerger(merger)).thenEvents([released]);
    merging.when(releaseMerger({ ...merger, heldBy: 'command-3' })).thenNothing();
    const other = { ...released, data: { heldBy: 'command-3' } };
    const state = fold(chargeRegister, recordedHistory([claimed('merger', merger), other]));
    expect(state.merger).toMatchObject({ reference: 'TC-2B8M61WXC4' });
  });
});
