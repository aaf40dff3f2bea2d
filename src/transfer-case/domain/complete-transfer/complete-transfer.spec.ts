import { describe, expect, it } from '@jest/globals';
import {
  directPaymentStopped,
  HISTORY_TO,
  phbCoverStarted,
  transferCompleted,
} from '../../../../test/support/example-transfer-case.js';
import { numberedUuid } from '../../../../test/support/recorded.js';
import { scenario } from '../../../../test/support/scenario.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { AlreadyRecorded } from '../already-recorded.js';
import { transferCase } from '../transfer-case.js';
import { COMPLETION_ITEMS, type CompletionItem } from '../transfer-case.events.js';
import { completeTransfer, CompletionIncomplete } from './complete-transfer.decision.js';

const items: readonly CompletionItem[] = COMPLETION_ITEMS.map((item) => ({ item }));
const terms = { completedOn: plainDate('2024-06-10'), items, today: plainDate('2024-06-10') };
const waived = { by: 'staff-council-2', reason: 'payroll-closed' };

function waiving(item: CompletionItem['item']): readonly CompletionItem[] {
  return items.map((each) => (each.item === item ? { item, waived } : each));
}

describe('Completing a transfer', () => {
  const started = scenario(transferCase).given(...HISTORY_TO['phb-started']);
  const notStopped = scenario(transferCase).given(...HISTORY_TO.bridging, phbCoverStarted);
  const overlapping = started.given({
    ...directPaymentStopped,
    data: { lastDayCovered: plainDate('2024-06-09'), corrects: numberedUuid(9) },
  });

  it('records the list when all ten items are true', () => {
    expect(items).toHaveLength(10);
    started.when(completeTransfer(terms)).thenEvents([transferCompleted]);
  });

  it('records who waived an item and why', () => {
    const withWaiver = waiving('leave-statement-received');
    started
      .when(completeTransfer({ ...terms, items: withWaiver }))
      .thenEvents([{ ...transferCompleted, data: { items: withWaiver } }]);
  });

  it('is refused while items are missing, and names each', () => {
    expect.assertions(1);
    try {
      started.when(completeTransfer({ ...terms, items: items.slice(2) })).thenNothing();
    } catch (refusal) {
      expect((refusal as CompletionIncomplete).facts).toEqual({
        missing: [
          { item: 'phb-agreement-signed', reason: 'the personal health budget agreement is not signed' },
          {
            item: 'phb-cover-start-confirmed',
            reason: 'the ICB has not confirmed from which day the budget covers the person',
          },
        ],
      });
    }
  });

  it('is refused while the last covered day is not known, ticked or not', () => {
    notStopped
      .when(completeTransfer(terms))
      .thenRefused(CompletionIncomplete, /does not have the council's last covered day/);
  });

  it('is refused while the council covers days that the budget covers too', () => {
    overlapping
      .when(completeTransfer(terms))
      .thenRefused(CompletionIncomplete, /is 9 June 2024, and the budget covers from 3 June 2024/);
  });

  it('goes on in both cases when somebody waives the last day with a reason', () => {
    const withWaiver = waiving('council-last-day-set');
    for (const each of [notStopped, overlapping]) {
      each
        .when(completeTransfer({ ...terms, items: withWaiver }))
        .thenEvents([{ ...transferCompleted, data: { items: withWaiver } }]);
    }
  });

  it('said again is silence, in any order of the list; said otherwise is refused', () => {
    const complete = started.given(transferCompleted);
    complete.when(completeTransfer({ ...terms, items: items.toReversed() })).thenNothing();
    complete
      .when(completeTransfer({ ...terms, items: waiving('contacts-named') }))
      .thenRefused(AlreadyRecorded, /^The completion/);
  });

  it('is refused before cover starts, for the future, and for a list that does not fit', () => {
    const refused = (changes: Partial<typeof terms>, words: RegExp) =>
      started.when(completeTransfer({ ...terms, ...changes })).thenRefused(FieldRefused, words);
    refused({ completedOn: plainDate('2024-06-02') }, /when the personal health budget starts/);
    refused({ today: plainDate('2024-06-09') }, /in the future/);
    refused({ items: [...items, { item: 'contacts-named' }] }, /in the list already/);
    const wordy = [{ item: 'contacts-named', waived: { by: 'staff-1', reason: 'No contact' } }] as const;
    refused({ items: wordy }, /A reason is a code/);
  });
});
