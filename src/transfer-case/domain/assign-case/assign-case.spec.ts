import { describe, expect, it } from '@jest/globals';
import {
  alertAcknowledged,
  alertRaised,
  caseAssigned,
  caseMerged,
  caseUnassigned,
  HISTORY_TO,
} from '../../../../test/support/example-transfer-case.js';
import { recordedHistory } from '../../../../test/support/recorded.js';
import { scenario } from '../../../../test/support/scenario.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { acknowledgeAlert } from '../acknowledge-alert/acknowledge-alert.decision.js';
import { CaseNotReady } from '../stages.js';
import { foldTransferCase, transferCase } from '../transfer-case.js';
import type { TransferCaseEvent } from '../transfer-case.events.js';
import { assignCase } from './assign-case.decision.js';
import { unassignCase } from './unassign-case.decision.js';

const today = plainDate('2024-01-16');
const toRosalind = assignCase({ side: 'council', assignee: 'rosalind', today });
const toMarcus = assignCase({ side: 'council', assignee: 'marcus', reason: 'absence', today });
const fromCouncil = unassignCase({ side: 'council', reason: 'left-the-team', today });
const atNhs: TransferCaseEvent = { ...caseAssigned, data: { side: 'nhs-body', assignee: 'imogen' } };

const workersAfter = (...events: readonly TransferCaseEvent[]) => {
  const state = foldTransferCase(recordedHistory(events));
  return state.stage === 'none' ? undefined : [state.caseworker, state.counterpart];
};

describe('Giving a case to somebody', () => {
  const alerted = scenario(transferCase).given(alertRaised);

  it('says who of the body works it from that day on', () => {
    alerted.when(toRosalind).thenEvents([caseAssigned]);
  });

  it('again to the same person is silence, with or without a reason', () => {
    const again = assignCase({ side: 'council', assignee: 'rosalind', reason: 'absence', today });
    alerted.given(caseAssigned).when(toRosalind).thenNothing();
    alerted.given(caseAssigned).when(again).thenNothing();
  });

  it('in place of somebody else takes a reason, which is left out where nobody works it', () => {
    const handedOver: TransferCaseEvent = {
      ...caseAssigned,
      data: { side: 'council', assignee: 'marcus', reason: 'absence' },
    };
    const withoutReason = assignCase({ side: 'council', assignee: 'marcus', today });
    alerted.given(caseAssigned).when(toMarcus).thenEvents([handedOver]);
    alerted
      .given(caseAssigned)
      .when(withoutReason)
      .thenRefused(FieldRefused, /^Somebody else works the case: say why it goes on from them$/);
    alerted.when(toMarcus).thenEvents([{ ...caseAssigned, data: { side: 'council', assignee: 'marcus' } }]);
    alerted.given(caseAssigned, caseUnassigned).when(toRosalind).thenEvents([caseAssigned]);
  });

  it('of one body leaves the person of the other', () => {
    expect(workersAfter(alertRaised, caseAssigned)).toEqual(['rosalind', undefined]);
    expect(workersAfter(alertRaised, atNhs)).toEqual([undefined, 'imogen']);
    expect(workersAfter(alertRaised, caseAssigned, alertAcknowledged)).toEqual(['rosalind', 'staff-nhs-1']);
    expect(workersAfter(alertRaised, alertAcknowledged, caseAssigned, atNhs)).toEqual(['rosalind', 'imogen']);
    alerted.given(atNhs).when(toRosalind).thenEvents([caseAssigned]);
  });

  it('at the NHS body acknowledges nothing: whoever has it still has to', () => {
    const acknowledge = acknowledgeAlert({ acknowledgedOn: today, counterpart: 'imogen', today });
    const acknowledged: TransferCaseEvent = {
      type: 'transfer-case.alert-acknowledged',
      occurredOn: today,
      data: { counterpart: 'imogen' },
    };
    expect(foldTransferCase(recordedHistory([alertRaised, atNhs])).stage).toBe('alerted');
    alerted.given(atNhs).when(acknowledge).thenEvents([acknowledged]);
    alerted.given(atNhs, acknowledged).when(acknowledge).thenNothing();
  });

  it('goes on after the case is closed, and ends with a merger', () => {
    scenario(transferCase)
      .given(...HISTORY_TO.complete)
      .when(toRosalind)
      .thenEvents([caseAssigned]);
    alerted
      .given(caseMerged)
      .when(toRosalind)
      .thenRefused(CaseNotReady, /while the case is merged/);
  });
});

describe('Taking a case from who works it', () => {
  const given = scenario(transferCase).given(alertRaised, caseAssigned, atNhs);

  it('leaves nobody of the body with it, for a reason, and the person of the other body', () => {
    given.when(fromCouncil).thenEvents([caseUnassigned]);
    expect(workersAfter(alertRaised, caseAssigned, atNhs, caseUnassigned)).toEqual([undefined, 'imogen']);
    const fromNhs: TransferCaseEvent = { ...caseUnassigned, data: { side: 'nhs-body', reason: 'absence' } };
    expect(workersAfter(alertRaised, caseAssigned, atNhs, fromNhs)).toEqual(['rosalind', undefined]);
    given
      .when(unassignCase({ side: 'nhs-body', reason: 'absence', today }))
      .thenEvents([{ ...fromNhs, occurredOn: today }]);
  });

  it('is silence where nobody works it', () => {
    given.given(caseUnassigned).when(fromCouncil).thenNothing();
    scenario(transferCase).given(alertRaised).when(fromCouncil).thenNothing();
  });

  it('is refused once another case goes on in its place', () => {
    given
      .given(caseMerged)
      .when(fromCouncil)
      .thenRefused(CaseNotReady, /while the case is merged/);
  });
});
