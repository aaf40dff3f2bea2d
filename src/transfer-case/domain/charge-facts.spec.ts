import { describe, expect, it } from '@jest/globals';
import {
  agreementBound,
  awardRateSet,
  caseReopened,
  HISTORY_TO,
  paymentMade,
  reopeningRequested,
} from '../../../test/support/example-transfer-case.js';
import { recordedAcrossStreams } from '../../../test/support/recorded.js';
import { isBehindCharges } from './charge-facts.js';
import { transferCaseCatalogue, type TransferCaseEvent } from './transfer-case.events.js';
import { foldTransferCase } from './transfer-case.js';

/** The facts behind the charges of a completed case after events that people recorded. */
function factsAfter(...recorded: readonly (readonly [by: string, event: TransferCaseEvent])[]) {
  const events = [...HISTORY_TO.complete.map((event) => ['worker', event] as const), ...recorded];
  const history = recordedAcrossStreams(events.map(([, event]) => ({ stream: 'transfer-case-1', event })));
  const state = foldTransferCase(
    history.map((each, index) => ({
      ...each,
      recordedBy: { ...each.recordedBy, id: events[index]?.[0] ?? '' },
    })),
  );
  if (state.stage === 'none') throw new Error('The case is there');
  return state.chargeFacts;
}

describe('The facts behind the charges of a case', () => {
  const before = factsAfter();

  it('are counted, with whoever recorded a payment, a rate or another fact that the sums rest on', () => {
    expect(factsAfter(['anna', awardRateSet], ['bilal', paymentMade], ['anna', paymentMade])).toEqual({
      count: before.count + 3,
      by: [...before.by, { id: 'anna' }, { id: 'bilal' }],
    });
  });

  it('change with the agreement and with a case that is reopened, which nobody has entered alone', () => {
    expect(factsAfter(['anna', agreementBound], ['bilal', caseReopened])).toEqual({
      ...before,
      count: before.count + 2,
    });
  });

  it('are not what says nothing of money: an alert, a review, the completion, a request', () => {
    expect(factsAfter(['anna', reopeningRequested])).toEqual(before);
    const silent = transferCaseCatalogue.types.filter((type) => !isBehindCharges(type));
    expect(silent).toEqual([
      'transfer-case.alert-raised',
      'transfer-case.alert-acknowledged',
      'transfer-case.assigned',
      'transfer-case.unassigned',
      'transfer-case.agreement-change-signed',
      'transfer-case.bridging-opened',
      'transfer-case.bridging-extended',
      'transfer-case.transfer-completed',
      'transfer-case.transfer-withdrawn',
      'transfer-case.budget-form-chosen',
      'transfer-case.reopening-requested',
    ]);
    expect(isBehindCharges('recharge.approved')).toBe(false);
  });
});
