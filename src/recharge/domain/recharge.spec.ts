import { describe, expect, it } from '@jest/globals';
import { fold } from '../../kernel/aggregate.js';
import { pence } from '../../kernel/pence.js';
import { recordedHistory } from '../../../test/support/recorded.js';
import { accepted, approved, calculatedInTwo, issued, paid, queried } from './recharge.fixtures.js';
import type { RechargeEvent } from './recharge.events.js';
import { acceptedPence, paidPence, recharge } from './recharge.js';

const after = (...events: readonly RechargeEvent[]) => {
  const state = fold(recharge, recordedHistory(events));
  if (state.stage === 'none') throw new Error('There is no recharge');
  return state;
};

describe('the record of a recharge', () => {
  it('has each line open once it was worked out, and again once it is worked out anew', () => {
    const open = [{ status: 'open' }, { status: 'open' }];
    expect(after(calculatedInTwo).lines.map(({ answer }) => answer)).toEqual(open);
    expect(after(calculatedInTwo, approved, calculatedInTwo)).toMatchObject({ stage: 'draft', payments: [] });
  });

  it('has the last answer to each line', () => {
    const answers = (...events: readonly RechargeEvent[]) =>
      after(calculatedInTwo, approved, issued, ...events).lines.map(({ answer }) => answer);
    expect(answers(queried(2))).toEqual([
      { status: 'open' },
      { status: 'queried', reasonCode: 'rate-not-evidenced' },
    ]);
    expect(answers(queried(2), accepted(2))).toEqual([{ status: 'open' }, { status: 'accepted' }]);
  });

  it('adds up what was accepted and what was paid, on this version and those before', () => {
    const state = after(calculatedInTwo, approved, issued, accepted(1), paid(100), paid(200));
    expect(acceptedPence(state)).toBe(265_179);
    expect(paidPence({ ...state, paidBeforePence: pence(1_000) })).toBe(1_300);
  });

  it('begins with a calculation: before it nothing has happened', () => {
    const none = recharge.initial;
    const [before] = recordedHistory([approved]);
    expect(before && recharge.evolve(none, approved, before)).toBe(none);
    expect([recharge.category, recharge.beginsWith]).toEqual(['recharge', 'recharge.calculated']);
  });
});
