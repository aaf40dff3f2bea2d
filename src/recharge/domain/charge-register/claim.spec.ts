import { describe, expect, it } from '@jest/globals';
import { recordedHistory, SOMEBODY } from '../../../../test/support/recorded.js';
import { scenario } from '../../../../test/support/scenario.js';
import { fold } from '../../../kernel/aggregate.js';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import type { ChargeRegisterEvent } from './charge-register.events.js';
import { chargeRegister } from './charge-register.js';
import {
  CaseBeingMerged,
  claimForApproval,
  claimForMerger,
  claimForRecharge,
  pendingBeside,
  releaseMerger,
  type ApprovalTerms,
} from './claim.decision.js';

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

describe('the register of what one person is about to approve', () => {
  const first: ApprovalTerms = {
    ...recharge,
    direction: 'bridging',
    amountPence: pence(400),
    approver: { id: SOMEBODY.id },
    counted: [],
    isPending: () => true,
  };
  const second: ApprovalTerms = { ...first, reference: 'RC-0000000002', heldBy: 'command-4' };
  const claim = ({ reference, direction, amountPence, heldBy }: ApprovalTerms): ChargeRegisterEvent => ({
    type: 'charge-register.approval-claimed',
    occurredOn: today,
    data: { reference, direction, amountPence, heldBy },
  });
  const both = register.given(
    claimed('recharge', recharge),
    claimed('recharge', { ...recharge, reference: second.reference }),
  );
  const nothing = () => undefined;
  const after = (...events: readonly ChargeRegisterEvent[]) =>
    fold(chargeRegister, recordedHistory([claimed('recharge', recharge), ...events]));

  it('takes a claim of each approval, the same again in silence, and begins with the recharge where it has none', () => {
    both.when(claimForApproval(first, nothing)).thenEvents([claim(first)]);
    both.given(claim(first)).when(claimForApproval(first, nothing)).thenNothing();
    register.when(claimForApproval(first, nothing)).thenEvents([claimed('recharge', recharge), claim(first)]);
  });

  it('claims nothing for what is refused together with another of the moment', () => {
    const upTo700 = (pendingPence: number) => {
      if (pendingPence + 400 > 700) throw new CaseBeingMerged('too much');
    };
    both.when(claimForApproval(second, upTo700)).thenEvents([claim(second)]);
    both.given(claim(first)).when(claimForApproval(second, upTo700)).thenRefused(CaseBeingMerged);
  });

  it('counts the last claim of each other recharge that is new and was not counted', () => {
    const larger = { ...first, amountPence: pence(500), heldBy: 'command-5' };
    expect(pendingBeside(after(claim(first), claim(larger)), second)).toBe(500);
    expect(pendingBeside(after(claim(first)), first)).toBe(0);
    expect(pendingBeside(after(claim(first)), { ...second, counted: [first.reference] })).toBe(0);
    expect(pendingBeside(after(claim(first)), { ...second, isPending: () => false })).toBe(0);
    expect(pendingBeside(after(claim(first)), { ...second, direction: 'transfer-back' })).toBe(0);
    expect(pendingBeside(after(claim(first)), { ...second, approver: { id: 'somebody-else' } })).toBe(0);
  });
});
