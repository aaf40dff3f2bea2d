import { describe, expect, it } from '@jest/globals';
import {
  alertRaised,
  areaChanged,
  HISTORY_TO,
  interimPayerAgreed,
} from '../../../../test/support/example-transfer-case.js';
import { numberedUuid, recordedHistory } from '../../../../test/support/recorded.js';
import { scenario } from '../../../../test/support/scenario.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { AlreadyRecorded } from '../already-recorded.js';
import { nhsBodiesOf, nhsBodyOn } from '../rules/nhs-body-on.js';
import { CaseNotReady } from '../stages.js';
import { foldTransferCase, transferCase } from '../transfer-case.js';
import { agreeInterimPayer } from './agree-interim-payer.decision.js';
import { changeArea, type ChangeAreaTerms } from './change-area.decision.js';

const known = { name: 'Staffordshire', kind: 'integrated-care-board', isLegal: true };
const from = plainDate('2024-05-13');
const terms: ChangeAreaTerms = {
  from,
  nhsBody: { code: 'QNC', known },
  reason: 'gp-registration',
  documentReference: 'GP-1',
};
const payer = { from, interimPayer: { code: 'QNC', known }, documentReference: 'LETTER-9' };
const bridging = scenario(transferCase).given(...HISTORY_TO.bridging);
const EVENT = numberedUuid(HISTORY_TO.bridging.length + 1);

describe('Changing the area (odd input 25: the person moves to another ICB)', () => {
  const changed = bridging.given(areaChanged);

  it('names the new body from the day of the registration, and keeps the one that was alerted', () => {
    bridging.when(changeArea(terms)).thenEvents([areaChanged]);
    const state = foldTransferCase(recordedHistory([...HISTORY_TO.bridging, areaChanged]));
    if (state.stage === 'none') throw new Error('There is a case');
    expect(nhsBodiesOf(state)).toEqual(['QM7', 'QNC']);
    expect(nhsBodyOn(state, plainDate('2024-05-12'))).toBe('QM7');
    expect(nhsBodyOn(state, from)).toBe('QNC');
  });

  it('needs a case, an NHS body in law on the day, and a reference', () => {
    scenario(transferCase)
      .given()
      .when(changeArea(terms))
      .thenRefused(CaseNotReady, /no alert/);
    const refused = (changes: Partial<ChangeAreaTerms>, words: RegExp) =>
      bridging.when(changeArea({ ...terms, ...changes })).thenRefused(FieldRefused, words);
    refused({ nhsBody: { code: 'XXX' } }, /No organisation has the code XXX/);
    refused({ nhsBody: { code: 'E10000028', known: { ...known, kind: 'council' } } }, /not an NHS body/);
    refused({ nhsBody: { code: '06N', known: { ...known, isLegal: false } } }, /not a legal body/);
    refused({ documentReference: 'her new doctor' }, /no spaces/);
  });

  it('said again is silence, said otherwise is refused unless it corrects, which may move it', () => {
    changed.when(changeArea(terms)).thenNothing();
    const other = { ...terms, documentReference: 'GP-2' };
    changed.when(changeArea(other)).thenRefused(AlreadyRecorded, /^A change of area/);
    const moved = { ...other, from: plainDate('2024-05-20'), corrects: EVENT };
    const event = {
      ...areaChanged,
      occurredOn: moved.from,
      data: { ...areaChanged.data, from: moved.from, documentReference: 'GP-2', corrects: EVENT },
    };
    changed.when(changeArea(moved)).thenEvents([event]);
    expect(foldTransferCase(recordedHistory([...HISTORY_TO.bridging, areaChanged, event]))).toMatchObject({
      areaChanges: [{ from: '2024-05-20', nhsBody: 'QNC' }],
    });
  });
});

describe('Agreeing an interim payer (odd input 26: two NHS bodies both deny)', () => {
  const disputed = bridging.given(interimPayerAgreed);

  it('keeps who pays meanwhile, until a change of area settles the dispute', () => {
    bridging.when(agreeInterimPayer(payer)).thenEvents([interimPayerAgreed]);
    const settled = {
      ...areaChanged,
      data: { ...areaChanged.data, nhsBody: 'QM7', reason: 'dispute-settled' as const },
    };
    const during = foldTransferCase(recordedHistory([...HISTORY_TO.bridging, interimPayerAgreed]));
    expect(during).toMatchObject({ areaDispute: { from, interimPayer: 'QNC' } });
    const after = foldTransferCase(recordedHistory([...HISTORY_TO.bridging, interimPayerAgreed, settled]));
    expect(after).not.toHaveProperty('areaDispute');
    const moved = foldTransferCase(
      recordedHistory([...HISTORY_TO.bridging, interimPayerAgreed, areaChanged]),
    );
    expect(moved).toHaveProperty('areaDispute');
  });

  it('needs a case, an NHS body and a reference', () => {
    scenario(transferCase)
      .given()
      .when(agreeInterimPayer(payer))
      .thenRefused(CaseNotReady, /no alert/);
    bridging
      .when(agreeInterimPayer({ ...payer, interimPayer: { code: 'XXX' } }))
      .thenRefused(FieldRefused, /No organisation/);
    bridging
      .when(agreeInterimPayer({ ...payer, documentReference: 'by phone' }))
      .thenRefused(FieldRefused, /no spaces/);
  });

  it('said again is silence, said otherwise is refused unless it corrects', () => {
    disputed.when(agreeInterimPayer(payer)).thenNothing();
    const other = { ...payer, documentReference: 'LETTER-10' };
    disputed.when(agreeInterimPayer(other)).thenRefused(AlreadyRecorded, /^The interim payer/);
    disputed.when(agreeInterimPayer({ ...other, corrects: EVENT })).thenEvents([
      {
        ...interimPayerAgreed,
        data: { ...interimPayerAgreed.data, documentReference: 'LETTER-10', corrects: EVENT },
      },
    ]);
  });

  it('is possible from the alert on', () => {
    scenario(transferCase).given(alertRaised).when(agreeInterimPayer(payer)).thenEvents([interimPayerAgreed]);
  });
});
