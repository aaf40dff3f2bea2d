import { describe, expect, it } from '@jest/globals';
import { recordedHistory } from '../../../test/support/recorded.js';
import { describeRechargeEvent } from './describe-event.js';
import {
  accepted,
  approved,
  calculated,
  calculatedInTwo,
  credited,
  creditRequested,
  issued,
  successorChosen,
  paid,
  queried,
  withdrawn,
} from './recharge.fixtures.js';

describe('the history of a recharge', () => {
  it('is told in sentences', () => {
    const later = { ...calculated, data: { ...calculated.data, supersedes: 'RC-0000000000' } };
    const [line] = calculated.data.lines;
    const lines = [{ ...line!, kind: 'transfer-back' as const }];
    const parties = { creditor: 'QM7', debtor: 'E10000015' };
    const back = { ...calculated, data: { ...calculated.data, ...parties, lines } };
    const events = [
      calculated,
      back,
      later,
      approved,
      successorChosen,
      issued,
      queried(1),
      accepted(1),
      paid(594_000),
      creditRequested,
      credited,
      withdrawn,
    ];
    expect(recordedHistory(events).map(describeRechargeEvent)).toEqual([
      'Recharge RC-0000000001 was worked out: QM7 owes E10000015 £5,940.00 in 1 line',
      'Recharge on the way back RC-0000000001 was worked out: E10000015 owes QM7 £5,940.00 in 1 line',
      'Recharge RC-0000000001 was worked out: QM7 owes E10000015 £5,940.00 in 1 line, in place of RC-0000000000',
      'The recharge of £5,940.00 was approved',
      'ZNORTH was chosen to pay what QM7 owed before it was split (area-of-the-person, shown by SCHEME-1)',
      'The recharge was issued as INV-1001 of 8 July 2024, payable by QM7 by 7 August 2024',
      'Line 1 of the recharge was queried (rate-not-evidenced)',
      'Line 1 of the recharge was accepted',
      '£5,940.00 of the recharge was paid on 20 July 2024 (BACS-1)',
      'It was asked to credit the recharge (facts-changed), which takes an approver who is somebody else',
      'The recharge was credited: −£5,940.00 (facts-changed)',
      'The recharge was withdrawn (calculated-in-error)',
    ]);
  });

  it('calls a credit note one, and counts its lines', () => {
    const data = { ...calculatedInTwo.data, document: 'credit-note' as const };
    expect(recordedHistory([{ ...calculatedInTwo, data }]).map(describeRechargeEvent)).toEqual([
      'Credit note RC-0000000001 was worked out: QM7 owes E10000015 £5,940.00 in 2 lines',
    ]);
  });

  it.each([
    [7, '£0.07'],
    [99_999, '£999.99'],
    [100_000, '£1,000.00'],
    [12_345_678, '£123,456.78'],
    [123_456_789, '£1,234,567.89'],
    [-100_000, '−£1,000.00'],
  ])('writes %i pence as %s', (amount, words) => {
    expect(recordedHistory([paid(amount)]).map(describeRechargeEvent)).toEqual([
      `${words} of the recharge was paid on 20 July 2024 (BACS-1)`,
    ]);
  });
});
