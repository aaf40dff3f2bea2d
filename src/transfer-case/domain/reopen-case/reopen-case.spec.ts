import { describe, expect, it } from '@jest/globals';
import {
  caseReopened,
  deathRecorded,
  delayClassified,
  HISTORY_TO,
  reopeningRequested,
  transferCompleted,
  transferWithdrawn,
} from '../../../../test/support/example-transfer-case.js';
import { recordedHistory, SOMEBODY } from '../../../../test/support/recorded.js';
import { scenario } from '../../../../test/support/scenario.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { CaseNotReady } from '../stages.js';
import { foldTransferCase, transferCase } from '../transfer-case.js';
import { RequesterMayNotReopen, reopenCase } from './reopen-case.decision.js';

const terms = {
  reopenedOn: plainDate('2024-07-02'),
  reasonCode: 'decision-came-late',
  documentReference: 'LETTER-2024-77',
  by: { id: 'bilal', staff: 'SM-2' },
  today: plainDate('2024-07-02'),
};
const asked = { ...reopeningRequested, occurredOn: terms.reopenedOn };
const stageAfter = (...history: Parameters<typeof recordedHistory>[0]) =>
  foldTransferCase(recordedHistory([...history] as never));

describe('Reopening a case (odd input 45: a fact arrives after closure)', () => {
  const complete = scenario(transferCase).given(...HISTORY_TO.complete);

  it('is asked for by one person and agreed to by a second, with why and what shows the fact', () => {
    complete.when(reopenCase(terms)).thenEvents([asked]);
    complete.given(reopeningRequested).when(reopenCase(terms)).thenEvents([caseReopened]);
  });

  it('leaves the case closed as long as nobody else has agreed', () => {
    const waiting = stageAfter(...HISTORY_TO.complete, reopeningRequested);
    expect(waiting).toMatchObject({ stage: 'complete', reopeningRequest: reopeningRequested.data });
    expect(stageAfter(...HISTORY_TO.complete, reopeningRequested, caseReopened)).not.toHaveProperty(
      'reopeningRequest',
    );
  });

  it('is refused to the person who asked for it, under no account of theirs', () => {
    const waiting = complete.given(reopeningRequested);
    waiting.when(reopenCase({ ...terms, by: SOMEBODY })).thenRefused(RequesterMayNotReopen);
    const byTwoAccounts = foldTransferCase(
      recordedHistory([...HISTORY_TO.complete, reopeningRequested], {
        recordedBy: { ...SOMEBODY, staff: 'SM-2' },
      }),
    );
    expect(() => reopenCase(terms)(byTwoAccounts)).toThrow(RequesterMayNotReopen);
  });

  it('is asked for anew for another reason or by another document', () => {
    const other = { ...asked, data: { ...asked.data, documentReference: 'LETTER-2024-78' } };
    complete
      .given(reopeningRequested)
      .when(reopenCase({ ...terms, documentReference: 'LETTER-2024-78' }))
      .thenEvents([other]);
  });

  it('lets the case go on where it stood, whether it was complete or withdrawn', () => {
    expect(stageAfter(...HISTORY_TO.complete, caseReopened)).toMatchObject({ stage: 'phb-started' });
    const withdrawn = [...HISTORY_TO.bridging, transferWithdrawn];
    expect(stageAfter(...withdrawn, caseReopened)).toMatchObject({ stage: 'bridging' });
    expect(stageAfter(...withdrawn, caseReopened)).not.toHaveProperty('withdrawal');
    expect(stageAfter(...HISTORY_TO.complete, caseReopened)).not.toHaveProperty('completion');
  });

  it('takes new facts then, and may be completed and reopened again', () => {
    const again = [...HISTORY_TO.complete, caseReopened, delayClassified('unjustified'), transferCompleted];
    expect(stageAfter(...again)).toMatchObject({ stage: 'complete', delay: 'unjustified' });
    expect(stageAfter(...again, caseReopened)).toMatchObject({ stage: 'phb-started' });
  });

  it('keeps what was recorded while the case was closed', () => {
    const history = [...HISTORY_TO.bridging, transferWithdrawn, deathRecorded, caseReopened];
    expect(stageAfter(...history)).toMatchObject({ stage: 'bridging', diedOn: '2024-05-07' });
  });

  it('said again is silence; a case that is open is not reopened', () => {
    complete.given(caseReopened).when(reopenCase(terms)).thenNothing();
    complete
      .given(caseReopened)
      .when(reopenCase({ ...terms, reasonCode: 'other' }))
      .thenRefused(CaseNotReady, /while the case is PHB started/);
  });

  it('is refused for the future, before it was closed, for a reason in free text and without a document', () => {
    const refused = (changes: Partial<typeof terms>, words: RegExp) =>
      complete.when(reopenCase({ ...terms, ...changes })).thenRefused(FieldRefused, words);
    refused({ today: plainDate('2024-07-01') }, /in the future/);
    refused({ reopenedOn: plainDate('2024-05-01') }, /when the case was closed/);
    refused({ reasonCode: 'A letter came' }, /A reason is a code/);
    refused({ documentReference: '' }, /./);
  });
});
