import { describe, expect, it } from '@jest/globals';
import { alertRaised, suspensionRecorded } from '../../../../test/support/example-transfer-case.js';
import { numberedUuid, recordedHistory } from '../../../../test/support/recorded.js';
import { scenario } from '../../../../test/support/scenario.js';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { AlreadyRecorded } from '../already-recorded.js';
import { foldTransferCase, transferCase } from '../transfer-case.js';
import { recordSuspension, type SuspensionTerms } from './record-suspension.decision.js';

const terms: SuspensionTerms = {
  from: plainDate('2024-05-20'),
  until: plainDate('2024-06-03'),
  reason: 'hospital',
  paid: 'reduced',
  weeklyPence: pence(20_000),
};
const SUSPENSION_EVENT = numberedUuid(2);

describe('Recording a suspension', () => {
  const alerted = scenario(transferCase).given(alertRaised);
  const suspended = alerted.given(suspensionRecorded);

  it('keeps the days, why, and what was paid meanwhile', () => {
    alerted.when(recordSuspension(terms)).thenEvents([suspensionRecorded]);
    const { weeklyPence: _, ...rest } = terms;
    for (const paid of ['in-full', 'nothing'] as const) {
      alerted
        .when(recordSuspension({ ...rest, paid }))
        .thenEvents([{ ...suspensionRecorded, data: { ...rest, paid } }]);
    }
  });

  it('refuses days that are not there, and a sum that does not fit', () => {
    const refused = (changes: Partial<SuspensionTerms>, words: RegExp) =>
      alerted.when(recordSuspension({ ...terms, ...changes })).thenRefused(FieldRefused, words);
    refused({ until: terms.from }, /The last day is before/);
    refused({ paid: 'in-full' }, /when the payment was reduced, and only then/);
    refused({ weeklyPence: pence(-1) }, /zero or more/);
    const { weeklyPence: _, ...without } = terms;
    alerted.when(recordSuspension(without)).thenRefused(FieldRefused, /only then/);
  });

  it('refuses a day that is suspended already', () => {
    const later = { ...terms, from: plainDate('2024-06-02'), until: plainDate('2024-06-05') };
    suspended
      .when(recordSuspension(later))
      .thenRefused(FieldRefused, /recorded for 20 May 2024 to 2 June 2024 already/);
    const next = { ...later, from: plainDate('2024-06-03') };
    suspended
      .when(recordSuspension(next))
      .thenEvents([{ ...suspensionRecorded, occurredOn: next.from, data: next }]);
  });

  it('said again is silence, said otherwise is refused unless it corrects, which may move it', () => {
    suspended.when(recordSuspension(terms)).thenNothing();
    const longer = { ...terms, until: plainDate('2024-06-10') };
    suspended.when(recordSuspension(longer)).thenRefused(AlreadyRecorded, /^A suspension from this day/);
    const moved = { ...longer, from: plainDate('2024-05-27'), corrects: SUSPENSION_EVENT };
    const event = { ...suspensionRecorded, occurredOn: moved.from, data: moved };
    suspended.when(recordSuspension(moved)).thenEvents([event]);
    expect(foldTransferCase(recordedHistory([alertRaised, suspensionRecorded, event]))).toMatchObject({
      suspensions: [{ from: '2024-05-27', until: '2024-06-10', eventId: numberedUuid(3) }],
    });
  });
});
