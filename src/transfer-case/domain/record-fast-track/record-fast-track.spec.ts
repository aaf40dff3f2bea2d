import { describe, it } from '@jest/globals';
import {
  alertRaised,
  decidedEligible,
  fastTrackReceived,
} from '../../../../test/support/example-transfer-case.js';
import { numberedUuid } from '../../../../test/support/recorded.js';
import { scenario } from '../../../../test/support/scenario.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { AlreadyRecorded } from '../already-recorded.js';
import { transferCase } from '../transfer-case.js';
import { recordFastTrack } from './record-fast-track.decision.js';

const terms = { receivedOn: plainDate('2024-03-05'), today: plainDate('2024-05-01') };
const TOOL_EVENT = numberedUuid(2);

describe('Recording the Fast Track tool', () => {
  const alerted = scenario(transferCase).given(alertRaised);
  const received = alerted.given(fastTrackReceived);

  it('needs no checklist', () => {
    alerted.when(recordFastTrack(terms)).thenEvents([fastTrackReceived]);
  });

  it('said again is silence, said otherwise is refused', () => {
    received.when(recordFastTrack(terms)).thenNothing();
    received
      .when(recordFastTrack({ ...terms, receivedOn: plainDate('2024-03-06') }))
      .thenRefused(AlreadyRecorded, /Fast Track tool/);
  });

  it('put right after the decision moves the day of liability', () => {
    const receivedOn = plainDate('2024-03-04');
    received
      .given(decidedEligible)
      .when(recordFastTrack({ ...terms, receivedOn, corrects: TOOL_EVENT }))
      .thenEvents([
        { ...fastTrackReceived, occurredOn: receivedOn, data: { receivedOn, corrects: TOOL_EVENT } },
        {
          type: 'transfer-case.liability-date-determined',
          occurredOn: receivedOn,
          data: { startsOn: receivedOn, rule: 'R5' },
        },
      ]);
  });

  it('is refused for the future, and for a day after the decision', () => {
    alerted
      .when(recordFastTrack({ ...terms, today: plainDate('2024-03-04') }))
      .thenRefused(FieldRefused, /in the future/);
    received
      .given(decidedEligible)
      .when(recordFastTrack({ ...terms, receivedOn: plainDate('2024-04-11'), corrects: TOOL_EVENT }))
      .thenRefused(FieldRefused, /when the tool is said to have been received/);
  });
});
