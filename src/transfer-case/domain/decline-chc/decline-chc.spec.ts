import { describe, expect, it } from '@jest/globals';
import { chcDeclined, HISTORY_TO } from '../../../../test/support/example-transfer-case.js';
import { numberedUuid, recordedHistory } from '../../../../test/support/recorded.js';
import { scenario } from '../../../../test/support/scenario.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { AlreadyRecorded } from '../already-recorded.js';
import { CaseNotReady } from '../stages.js';
import { foldTransferCase, transferCase } from '../transfer-case.js';
import { declineChc } from './decline-chc.decision.js';

const declinedFrom = plainDate('2024-05-13');
const terms = { declinedFrom, documentReference: 'LETTER-8', today: plainDate('2024-07-01') };
const DECLINED_EVENT = numberedUuid(HISTORY_TO.bridging.length + 1);

describe('Declining NHS Continuing Healthcare (odd input 42)', () => {
  const bridging = scenario(transferCase).given(...HISTORY_TO.bridging);
  const declined = bridging.given(chcDeclined);

  it('keeps from which day and where the person said so, and leaves the stage as it is', () => {
    bridging.when(declineChc(terms)).thenEvents([chcDeclined]);
    expect(foldTransferCase(recordedHistory([...HISTORY_TO.bridging, chcDeclined]))).toMatchObject({
      stage: 'bridging',
      declinedFrom,
    });
  });

  it('needs an assessment that is under way or done', () => {
    for (const stage of ['alerted', 'acknowledged', 'not-eligible', 'withdrawn'] as const) {
      scenario(transferCase)
        .given(...HISTORY_TO[stage])
        .when(declineChc(terms))
        .thenRefused(CaseNotReady, /"Decline CHC" is not possible/);
    }
  });

  it('said again is silence, said otherwise is refused unless it corrects', () => {
    const later = { ...terms, declinedFrom: plainDate('2024-05-20') };
    declined.when(declineChc(terms)).thenNothing();
    declined.when(declineChc(later)).thenRefused(AlreadyRecorded, /^The refusal/);
    declined.when(declineChc({ ...later, corrects: DECLINED_EVENT })).thenEvents([
      {
        ...chcDeclined,
        occurredOn: later.declinedFrom,
        data: { ...chcDeclined.data, declinedFrom: later.declinedFrom, corrects: DECLINED_EVENT },
      },
    ]);
  });

  it('is refused in the future, before the alert, and with words in place of a reference', () => {
    const refused = (changes: Partial<typeof terms>, words: RegExp) =>
      bridging.when(declineChc({ ...terms, ...changes })).thenRefused(FieldRefused, words);
    refused({ declinedFrom: plainDate('2024-07-02') }, /in the future/);
    refused({ declinedFrom: plainDate('2024-01-14') }, /when the alert was raised/);
    refused({ documentReference: 'she said so' }, /no spaces/);
  });
});
