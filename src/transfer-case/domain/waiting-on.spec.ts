import { describe, expect, it } from '@jest/globals';
import {
  chcDeclined,
  deathRecorded,
  decidedEligible,
  directPaymentStopped,
  HISTORY_TO,
  liabilityFromDay29,
  phbCoverStarted,
} from '../../../test/support/example-transfer-case.js';
import { recordedHistory } from '../../../test/support/recorded.js';
import type { CaseRecord } from './case-record.js';
import { foldTransferCase } from './transfer-case.js';
import type { TransferCaseEvent } from './transfer-case.events.js';
import { waitingOn } from './waiting-on.js';

const after = (...events: readonly TransferCaseEvent[]) =>
  foldTransferCase(recordedHistory(events)) as CaseRecord;

describe('Whose move it is', () => {
  it.each<[string, readonly TransferCaseEvent[], string]>([
    [
      'the council’s, to open bridging, once no day waits for a fact',
      [...HISTORY_TO.assessing, decidedEligible, liabilityFromDay29],
      'council',
    ],
    ['of both, while nobody has said whether the delay was justified', HISTORY_TO.eligible, 'both'],
    ['the NHS body’s, to set the budget up in bridging', HISTORY_TO.bridging, 'nhs'],
    [
      'of both, once the council has its last day in bridging',
      [...HISTORY_TO.bridging, directPaymentStopped],
      'both',
    ],
    [
      'the council’s, to stop its payment once the budget covers the person',
      [...HISTORY_TO.bridging, phbCoverStarted],
      'council',
    ],
    ['of both, to complete the transfer', HISTORY_TO['phb-started'], 'both'],
    ['the council’s, to set its payment up on the way back', HISTORY_TO['transferring-back'], 'council'],
    ['the NHS body’s, to close its budget once the person is back', HISTORY_TO['back-with-council'], 'nhs'],
    ['nobody’s in a case that was merged', HISTORY_TO.merged, 'none'],
    ['the NHS body’s, to decide, though the person died', [...HISTORY_TO.assessing, deathRecorded], 'nhs'],
    [
      'nobody’s, when the person died who was not eligible',
      [...HISTORY_TO['not-eligible'], deathRecorded],
      'none',
    ],
  ])('is %s', (_, history, side) => {
    expect(waitingOn(after(...history), false)).toBe(side);
  });

  it.each(['eligible', 'bridging', 'phb-started'] as const)(
    'is the council’s alone after a death or a refusal while the case is %s, until its recharge is issued',
    (stage) => {
      for (const event of [deathRecorded, chcDeclined]) {
        const record = after(...HISTORY_TO[stage], event);
        expect(waitingOn(record, false)).toBe('council');
        expect(waitingOn(record, true)).toBe('none');
      }
    },
  );
});
