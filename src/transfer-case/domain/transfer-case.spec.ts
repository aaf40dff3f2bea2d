import { describe, expect, it } from '@jest/globals';
import {
  alertAcknowledged,
  alertRaised,
  areaChanged,
  bridgingOpened,
  CASE_REF,
  checklistReceived,
  COUNCIL,
  deathRecorded,
  decidedEligible,
  decisionRevised,
  eligibilityLost,
  fastTrackReceived,
  HISTORY_TO,
  interimPayerAgreed,
  NHS_BODY,
  phbCoverStarted,
  phbRateSet,
} from '../../../test/support/example-transfer-case.js';
import { numberedUuid, recordedHistory } from '../../../test/support/recorded.js';
import { pence } from '../../kernel/pence.js';
import { plainDate } from '../../kernel/plain-date.js';
import type { CaseRecord, Stage } from './case-record.js';
import { foldTransferCase, transferCase } from './transfer-case.js';
import type { TransferCaseEvent } from './transfer-case.events.js';

const after = (...events: readonly TransferCaseEvent[]) =>
  foldTransferCase(recordedHistory(events)) as CaseRecord;

describe('The state of a case', () => {
  it('begins with its alert, and knows nothing that nobody has said', () => {
    const { wishesToKeepAssistants: _, ...alert } = alertRaised.data;
    expect(after(alertRaised)).toStrictEqual({
      ...alert,
      caseRef: CASE_REF,
      council: COUNCIL,
      nhsBody: NHS_BODY,
      stage: 'alerted',
      alertedOn: '2024-01-15',
      areaChanges: [],
      awardRates: [],
      contributions: [],
      jointPackages: [],
      suspensions: [],
      payments: [],
      contributionReceipts: [],
      oneOffs: [],
      councilBudgets: [],
      phbRates: [],
      chargeFacts: { count: 0, by: [] },
      standing: {},
    });
    expect(transferCase.category).toBe('transfer-case');
  });

  it.each<[string, TransferCaseEvent, Stage, Stage]>([
    ['An acknowledgement', alertAcknowledged, 'alerted', 'acknowledged'],
    ['Another person of the NHS body', alertAcknowledged, 'bridging', 'bridging'],
    ['The checklist', checklistReceived, 'alerted', 'assessing'],
    ['The checklist', checklistReceived, 'acknowledged', 'assessing'],
    ['A checklist that comes late', checklistReceived, 'bridging', 'bridging'],
    ['The Fast Track tool', fastTrackReceived, 'acknowledged', 'assessing'],
    ['The decision', decidedEligible, 'assessing', 'eligible'],
    ['A decision put right', decidedEligible, 'phb-started', 'phb-started'],
    ['A revised decision', decisionRevised, 'not-eligible', 'eligible'],
    ['A revised decision put right', decisionRevised, 'bridging', 'bridging'],
    ['The opening of bridging', bridgingOpened, 'eligible', 'bridging'],
    ['The start of cover without bridging', phbCoverStarted, 'eligible', 'phb-started'],
    ['The start of cover', phbCoverStarted, 'bridging', 'phb-started'],
    ['A start of cover put right', phbCoverStarted, 'complete', 'complete'],
    ['The loss of eligibility', eligibilityLost, 'phb-started', 'transferring-back'],
    ['The loss of eligibility', eligibilityLost, 'complete', 'transferring-back'],
    ['The loss of eligibility while the council pays', eligibilityLost, 'eligible', 'eligible'],
    ['A death', deathRecorded, 'bridging', 'bridging'],
  ])('%s (%o) in a case that is %s leaves it %s', (_, event, before, stage) => {
    expect(after(...HISTORY_TO[before], event).stage).toBe(stage);
  });

  it('keeps the first day of an acknowledgement, and the person who was named last', () => {
    const later = {
      ...alertAcknowledged,
      occurredOn: plainDate('2024-03-01'),
      data: { counterpart: 'staff-nhs-2' },
    };
    expect(after(alertRaised, alertAcknowledged, later)).toMatchObject({
      counterpart: 'staff-nhs-2',
      acknowledgedOn: '2024-01-18',
    });
  });

  it('has sums in the order of their days, whatever was recorded first, and each as it was put right', () => {
    const rate = (day: string, weekly: number, corrects?: string): TransferCaseEvent => ({
      ...phbRateSet,
      data: { from: plainDate(day), weeklyPence: pence(weekly), ...(corrects !== undefined && { corrects }) },
    });
    const history = [alertRaised, rate('2024-06-03', 3), rate('2024-04-01', 1), rate('2024-05-01', 2)];
    const days = (record: CaseRecord) =>
      record.phbRates.map(({ from, weeklyPence }) => `${from} ${weeklyPence}`);
    expect(days(after(...history))).toEqual(['2024-04-01 1', '2024-05-01 2', '2024-06-03 3']);
    expect(days(after(...history, rate('2024-07-01', 4, numberedUuid(3))))).toEqual([
      '2024-05-01 2',
      '2024-06-03 3',
      '2024-07-01 4',
    ]);
    expect(after(...history).phbRates[0]).toStrictEqual({
      from: '2024-04-01',
      weeklyPence: 1,
      eventId: numberedUuid(3),
    });
  });

  it('lists the extensions of bridging in their order', () => {
    const extended = (until: string): TransferCaseEvent => ({
      type: 'transfer-case.bridging-extended',
      occurredOn: plainDate('2024-06-05'),
      data: { until: plainDate(until), approvedBy: 'staff-1', reasonCode: 'plan-not-signed' },
    });
    const bridging = [...HISTORY_TO.bridging, extended('2024-06-21'), extended('2024-07-05')];
    expect(after(...bridging).bridging).toMatchObject({
      openedOn: '2024-04-15',
      reviewDueOn: '2024-06-07',
      extensions: [{ until: '2024-06-21' }, { until: '2024-07-05' }],
    });
    expect(after(alertRaised, extended('2024-06-21'))).toEqual(after(alertRaised));
  });

  it('rests on no event of a dispute that is settled or a death that was not, and on all the others still', () => {
    const before = after(...HISTORY_TO.bridging);
    const settled = {
      ...areaChanged,
      data: { ...areaChanged.data, reason: 'dispute-settled' as const },
    };
    expect(before.standing).toEqual({ checklist: numberedUuid(3), decision: numberedUuid(4) });
    expect(after(...HISTORY_TO.bridging, interimPayerAgreed).standing).toEqual({
      ...before.standing,
      'interim-payer': numberedUuid(8),
    });
    expect(after(...HISTORY_TO.bridging, interimPayerAgreed, settled)).toEqual({
      ...before,
      areaChanges: [{ ...settled.data, eventId: numberedUuid(9) }],
      chargeFacts: { ...before.chargeFacts, count: before.chargeFacts.count + 2 },
    });
    expect(after(...HISTORY_TO.bridging, deathRecorded).standing.death).toBe(numberedUuid(8));
  });
});
