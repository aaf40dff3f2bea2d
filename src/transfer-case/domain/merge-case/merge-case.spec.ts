import { describe, expect, it } from '@jest/globals';
import { CASE_REF, caseMerged, COUNCIL, HISTORY_TO } from '../../../../test/support/example-transfer-case.js';
import { recordedHistory } from '../../../../test/support/recorded.js';
import { scenario } from '../../../../test/support/scenario.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { CaseNotReady } from '../stages.js';
import { foldTransferCase, transferCase } from '../transfer-case.js';
import { mergeCase, type MergeCaseTerms } from './merge-case.decision.js';

const into: MergeCaseTerms['into'] = { caseRef: 'TC-2B8M61WXC4', council: COUNCIL, stage: 'bridging' };
const terms: MergeCaseTerms = {
  mergedOn: plainDate('2024-05-20'),
  into,
  reasonCode: 'duplicate',
  documentReference: 'NOTE-2024-12',
  today: plainDate('2024-05-20'),
};

describe('Merging a case into another (odd input 44: wrong person or duplicate case)', () => {
  const bridging = scenario(transferCase).given(...HISTORY_TO.bridging);

  it('names the case that goes on, and keeps the history of this one', () => {
    bridging.when(mergeCase(terms)).thenEvents([caseMerged]);
    expect(foldTransferCase(recordedHistory(HISTORY_TO.merged))).toMatchObject({
      stage: 'merged',
      merger: { into: 'TC-2B8M61WXC4', mergedOn: '2024-05-20' },
      checklist: { completedOn: '2024-01-29' },
    });
  });

  it('said again is silence, said otherwise is refused', () => {
    bridging.given(caseMerged).when(mergeCase(terms)).thenNothing();
    bridging
      .given(caseMerged)
      .when(mergeCase({ ...terms, into: { ...into, caseRef: 'TC-0000000009' } }))
      .thenRefused(CaseNotReady, /while the case is merged/);
  });

  it.each<[string, Partial<MergeCaseTerms['into']>, RegExp]>([
    ['itself', { caseRef: CASE_REF }, /into itself/],
    ['a case of another council', { council: 'E10000028' }, /another council/],
    ['a case that was merged', { stage: 'merged' }, /was merged itself/],
    ['a case that was withdrawn', { stage: 'withdrawn' }, /was withdrawn/],
  ])('is refused into %s', (_, other, words) => {
    bridging.when(mergeCase({ ...terms, into: { ...into, ...other } })).thenRefused(FieldRefused, words);
  });

  it('is refused for the future, before the alert, for a reason in free text and without a document', () => {
    const refused = (changes: Partial<MergeCaseTerms>, words: RegExp) =>
      bridging.when(mergeCase({ ...terms, ...changes })).thenRefused(FieldRefused, words);
    refused({ today: plainDate('2024-05-19') }, /in the future/);
    refused({ mergedOn: plainDate('2024-01-14') }, /when the alert was raised/);
    refused({ reasonCode: 'Raised twice' }, /A reason is a code/);
    refused({ documentReference: '' }, /./);
  });
});
