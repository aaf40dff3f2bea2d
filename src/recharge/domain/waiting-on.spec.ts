import { describe, expect, it } from '@jest/globals';
import { fold } from '../../kernel/aggregate.js';
import { recordedHistory } from '../../../test/support/recorded.js';
import type { RechargeEvent } from './recharge.events.js';
import {
  accepted,
  approved,
  calculatedInTwo,
  credited,
  creditRequested,
  issued,
  paid,
  queried,
  withdrawn,
} from './recharge.fixtures.js';
import { recharge } from './recharge.js';
import { waitingOn } from './waiting-on.js';

function waitsAfter(...events: readonly RechargeEvent[]) {
  const state = fold(recharge, recordedHistory([calculatedInTwo, ...events]));
  if (state.stage === 'none') throw new RangeError('It was worked out');
  return waitingOn(state);
}

describe('A recharge waits', () => {
  it('for the creditor until it is issued', () => {
    expect(waitsAfter()).toEqual(['creditor']);
    expect(waitsAfter(approved)).toEqual(['creditor']);
  });

  it('for the debtor while a line has no answer or an accepted one is not paid', () => {
    expect(waitsAfter(approved, issued)).toEqual(['debtor']);
    expect(waitsAfter(approved, issued, accepted(1), accepted(2))).toEqual(['debtor']);
    expect(waitsAfter(approved, issued, accepted(1), accepted(2), paid(593_999))).toEqual(['debtor']);
  });

  it('for the creditor while a line is queried, or a credit wants its second person', () => {
    expect(waitsAfter(approved, issued, accepted(1), queried(2), paid(265_179))).toEqual(['creditor']);
    expect(waitsAfter(approved, issued, accepted(1), accepted(2), paid(594_000), creditRequested)).toEqual([
      'creditor',
    ]);
  });

  it('for both where a line is queried and another has no answer or is not paid', () => {
    expect(waitsAfter(approved, issued, queried(2))).toEqual(['creditor', 'debtor']);
    expect(waitsAfter(approved, issued, accepted(1), queried(2))).toEqual(['creditor', 'debtor']);
  });

  it('for nobody once it is paid, credited or withdrawn', () => {
    expect(waitsAfter(approved, issued, accepted(1), accepted(2), paid(594_000))).toEqual([]);
    expect(waitsAfter(approved, issued, credited)).toEqual([]);
    expect(waitsAfter(withdrawn)).toEqual([]);
  });
});
