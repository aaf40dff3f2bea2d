import { describe, it } from '@jest/globals';
import {
  alertRaised,
  checklistReceived,
  decidedEligible,
  delayClassified,
  liabilityFromDay29,
} from '../../../../test/support/example-transfer-case.js';
import { numberedUuid } from '../../../../test/support/recorded.js';
import { scenario } from '../../../../test/support/scenario.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { AlreadyRecorded } from '../already-recorded.js';
import { transferCase } from '../transfer-case.js';
import { recordChecklist } from './record-checklist.decision.js';

const terms = {
  completedOn: plainDate('2024-01-29'),
  receivedOn: plainDate('2024-01-31'),
  today: plainDate('2024-05-01'),
};
const CHECKLIST_EVENT = numberedUuid(2);
const dayLater = { ...terms, receivedOn: plainDate('2024-02-01') };

describe('Recording the checklist', () => {
  const alerted = scenario(transferCase).given(alertRaised);
  const received = alerted.given(checklistReceived);

  it('starts the 28 days', () => {
    alerted.when(recordChecklist(terms)).thenEvents([checklistReceived]);
  });

  it('said again is silence', () => {
    received.when(recordChecklist(terms)).thenNothing();
  });

  it('with other days is refused, unless it names the event that it corrects', () => {
    received.when(recordChecklist(dayLater)).thenRefused(AlreadyRecorded, /name the event/);
    received.when(recordChecklist({ ...dayLater, corrects: CHECKLIST_EVENT })).thenEvents([
      {
        type: 'transfer-case.checklist-received',
        occurredOn: plainDate('2024-02-01'),
        data: {
          completedOn: plainDate('2024-01-29'),
          receivedOn: plainDate('2024-02-01'),
          corrects: CHECKLIST_EVENT,
        },
      },
    ]);
  });

  it('cannot correct an event that said something else', () => {
    received
      .when(recordChecklist({ ...dayLater, corrects: numberedUuid(1) }))
      .thenRefused(FieldRefused, /No fact that stands/);
  });

  it('put right after the decision moves the day of liability', () => {
    received
      .given(decidedEligible, delayClassified('unjustified'), liabilityFromDay29)
      .when(recordChecklist({ ...dayLater, corrects: CHECKLIST_EVENT }))
      .thenEvents([
        {
          ...checklistReceived,
          occurredOn: plainDate('2024-02-01'),
          data: {
            completedOn: plainDate('2024-01-29'),
            receivedOn: plainDate('2024-02-01'),
            corrects: CHECKLIST_EVENT,
          },
        },
        {
          type: 'transfer-case.liability-date-determined',
          occurredOn: plainDate('2024-02-01'),
          data: { startsOn: plainDate('2024-02-29'), rule: 'R3' },
        },
      ]);
  });

  it('is refused with days out of order or in the future, or after the decision', () => {
    alerted
      .when(recordChecklist({ ...terms, completedOn: plainDate('2024-02-01') }))
      .thenRefused(FieldRefused, /when the checklist was completed/);
    alerted
      .when(recordChecklist({ ...terms, today: plainDate('2024-01-30') }))
      .thenRefused(FieldRefused, /in the future/);
    received
      .given(decidedEligible)
      .when(recordChecklist({ ...terms, receivedOn: plainDate('2024-04-11'), corrects: CHECKLIST_EVENT }))
      .thenRefused(FieldRefused, /^10 April 2024 is before 11 April 2024/);
  });
});
