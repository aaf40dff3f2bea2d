import { describe, expect, it } from '@jest/globals';
import {
  alertAcknowledged,
  alertRaised,
  CASE_REF,
  caseAssigned,
  caseUnassigned,
  HISTORY_TO,
} from '../../../../test/support/example-transfer-case.js';
import { projectionScenario } from '../../../../test/support/projection-scenario.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { rowsIn } from '../../../platform/projections/projection.js';
import type { CaseRecord, Stage } from '../../domain/case-record.js';
import { foldTransferCase } from '../../domain/transfer-case.js';
import { recordedHistory } from '../../../../test/support/recorded.js';
import type { TransferCaseEvent } from '../../domain/transfer-case.events.js';
import { waitingOn } from '../../domain/waiting-on.js';
import { CaseSummaryRow } from './case-summary.entity.js';
import { caseSummaryProjection } from './project.js';

const STREAM = `transfer-case-${CASE_REF}`;
const scenario = projectionScenario(caseSummaryProjection, { subject: CASE_REF });
const deadline = expect.objectContaining({ basis: expect.anything() });
const base = {
  caseRef: CASE_REF,
  subject: CASE_REF,
  personReference: 'P-20417',
  council: 'E10000015',
  nhsBody: 'QM7',
  laterNhsBodies: [],
  caseworker: null,
  alertedOn: plainDate('2024-01-15'),
};

describe('The summary of a case', () => {
  it('has one row from the alert on', () => {
    scenario.given(STREAM, alertRaised).thenRows(CaseSummaryRow, [
      {
        ...base,
        stage: 'alerted',
        counterpart: null,
        waitingOn: 'nhs',
        liabilityStartsOn: null,
        liabilityRule: null,
        heldFrom: null,
        heldUntil: null,
        nextDueOn: plainDate('2024-01-22'),
        nextDueKind: 'alert-acknowledgement',
        deadlines: [deadline] as never,
        revision: 1,
      },
    ]);
  });

  it('shows liability, held days and the next deadline', () => {
    scenario.given(STREAM, ...HISTORY_TO.bridging).thenRows(CaseSummaryRow, [
      {
        ...base,
        stage: 'bridging',
        counterpart: 'staff-nhs-1',
        waitingOn: 'nhs',
        liabilityStartsOn: plainDate('2024-04-10'),
        liabilityRule: 'R1',
        heldFrom: plainDate('2024-02-28'),
        heldUntil: plainDate('2024-04-10'),
        nextDueOn: plainDate('2024-06-07'),
        nextDueKind: 'bridging-review',
        deadlines: [deadline, deadline, deadline] as never,
        revision: 7,
      },
    ]);
  });

  it('stops the clock of the recharge when it is issued', () => {
    const issued = { type: 'recharge.issued', occurredOn: plainDate('2024-06-20'), data: {} };
    const row = {
      ...base,
      stage: 'complete',
      counterpart: 'staff-nhs-1',
      liabilityStartsOn: plainDate('2024-04-10'),
      liabilityRule: 'R1',
      heldFrom: plainDate('2024-02-28'),
      heldUntil: plainDate('2024-04-10'),
      deadlines: Array(6).fill(deadline) as never,
      revision: 10,
    } as const;
    const complete = scenario.given(STREAM, ...HISTORY_TO.complete);
    complete.thenRows(CaseSummaryRow, [
      { ...row, waitingOn: 'council', nextDueKind: 'recharge-issue', nextDueOn: plainDate('2024-07-10') },
    ]);
    complete
      .given('recharge-1', issued)
      .thenRows(CaseSummaryRow, [{ ...row, waitingOn: 'none', nextDueKind: null, nextDueOn: null }]);
  });

  it('names who works it at the council, for as long as somebody does', () => {
    const rows = (...events: readonly TransferCaseEvent[]) =>
      rowsIn(caseSummaryProjection, CaseSummaryRow, {
        subject: CASE_REF,
        events: recordedHistory([alertRaised, alertAcknowledged, ...events]),
      }).map(({ caseworker, counterpart }) => [caseworker, counterpart]);
    expect(rows(caseAssigned)).toEqual([['rosalind', 'staff-nhs-1']]);
    expect(rows(caseAssigned, caseUnassigned)).toEqual([[null, 'staff-nhs-1']]);
  });

  it('has no row without an alert', () => {
    expect(caseSummaryProjection.project({ subject: CASE_REF, events: [] })).toEqual([]);
  });
});

describe('Whose move it is', () => {
  it.each<[Stage, string]>([
    ['alerted', 'nhs'],
    ['acknowledged', 'nhs'],
    ['assessing', 'nhs'],
    ['not-eligible', 'none'],
    ['eligible', 'both'],
    ['bridging', 'nhs'],
    ['phb-started', 'both'],
    ['complete', 'council'],
    ['withdrawn', 'none'],
  ])('while the case is %s: %s', (stage, side) => {
    const state = foldTransferCase(recordedHistory(HISTORY_TO[stage]));
    expect(waitingOn(state as CaseRecord, false)).toBe(side);
  });

  it('is nobody’s once the recharge of a completed transfer is issued', () => {
    const state = foldTransferCase(recordedHistory(HISTORY_TO.complete));
    expect(waitingOn(state as CaseRecord, true)).toBe('none');
  });
});
