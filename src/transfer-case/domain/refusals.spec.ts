import { describe, expect, it } from '@jest/globals';
import {
  accountClosed,
  alertRaised,
  balanceReclaimed,
  budgetFormChosen,
  chcDeclined,
  COUNCIL,
  eligibilityLost,
  eligibilityOverturned,
  HISTORY_TO,
  NHS_BODY,
  oneOffPaid,
  openingBalanceStated,
  paymentMade,
} from '../../../test/support/example-transfer-case.js';
import { recordedHistory } from '../../../test/support/recorded.js';
import { pence } from '../../kernel/pence.js';
import { plainDate } from '../../kernel/plain-date.js';
import type { Refusal } from '../../kernel/refusal.js';
import { closeAccount } from './account/close-account.decision.js';
import { reclaimBalance } from './account/reclaim-balance.decision.js';
import { stateOpeningBalance } from './account/state-opening-balance.decision.js';
import { acknowledgeAlert } from './acknowledge-alert/acknowledge-alert.decision.js';
import { agreeLiabilityDate } from './agree-liability-date/agree-liability-date.decision.js';
import type { CaseDecision } from './case-decision.js';
import type { Stage } from './case-record.js';
import { DuplicateCase } from './case-register/claim-reference.decision.js';
import { agreeInterimPayer } from './change-area/agree-interim-payer.decision.js';
import { changeArea } from './change-area/change-area.decision.js';
import { chooseBudgetForm } from './choose-budget-form/choose-budget-form.decision.js';
import { classifyDelay } from './classify-delay/classify-delay.decision.js';
import { completeTransfer } from './complete-transfer/complete-transfer.decision.js';
import { decideEligibility } from './decide-eligibility/decide-eligibility.decision.js';
import { declineChc } from './decline-chc/decline-chc.decision.js';
import { extendBridging } from './extend-bridging/extend-bridging.decision.js';
import { mergeCase } from './merge-case/merge-case.decision.js';
import { openBridging } from './open-bridging/open-bridging.decision.js';
import type { NamedBody } from './raise-alert/named-body.js';
import { raiseAlert } from './raise-alert/raise-alert.decision.js';
import { recordChecklist } from './record-checklist/record-checklist.decision.js';
import { recordContributionReceipt } from './record-contribution-receipt/record-contribution-receipt.decision.js';
import { recordDeath } from './record-death/record-death.decision.js';
import { retractDeath } from './record-death/retract-death.decision.js';
import { recordFastTrack } from './record-fast-track/record-fast-track.decision.js';
import { recordOneOff } from './record-one-off/record-one-off.decision.js';
import { recordPayment } from './record-payment/record-payment.decision.js';
import { recordSuspension } from './record-suspension/record-suspension.decision.js';
import { reopenCase } from './reopen-case/reopen-case.decision.js';
import { reviseDecision } from './revise-decision/revise-decision.decision.js';
import { setAwardRate } from './set-award-rate/set-award-rate.decision.js';
import { setContribution } from './set-contribution/set-contribution.decision.js';
import { setJointPackage } from './set-joint-package/set-joint-package.decision.js';
import { startPhbCover } from './start-phb-cover/start-phb-cover.decision.js';
import { stopDirectPayment } from './stop-direct-payment/stop-direct-payment.decision.js';
import { overturnEligibility } from './transfer-back/overturn-eligibility.decision.js';
import { recordEligibilityLoss } from './transfer-back/record-eligibility-loss.decision.js';
import { setCouncilBudget } from './transfer-back/set-council-budget.decision.js';
import { setPhbRate } from './transfer-back/set-phb-rate.decision.js';
import { startCouncilCover } from './transfer-back/start-council-cover.decision.js';
import { foldTransferCase } from './transfer-case.js';
import type { TransferCaseEvent } from './transfer-case.events.js';
import { withdraw } from './withdraw/withdraw.decision.js';

function refusalOf(decide: CaseDecision, history: readonly TransferCaseEvent[]): Refusal {
  try {
    decide(foldTransferCase(recordedHistory(history)));
  } catch (refusal) {
    return refusal as Refusal;
  }
  throw new Error('Nothing was refused');
}

/** What is refused, where the field is and why as a program reads it, and the sentence that the person reads. */
type Refused = readonly [CaseDecision, `/${string}`, string];

/** Each is refused with its sentence, for one field. */
function refuses(history: readonly TransferCaseEvent[], rows: readonly Refused[]): void {
  it.each(rows.map(([decide, field, sentence]) => [field, sentence, decide] as const))(
    '%s: %s',
    (field, sentence, decide) => {
      const { message, kind, fields } = refusalOf(decide, history);
      expect(fields.map(({ pointer, code, detail }) => [`${pointer} ${code}`, detail])).toEqual([
        [field, sentence],
      ]);
      expect([message, kind]).toEqual([sentence, 'invalid']);
    },
  );
}

const today = plainDate('2024-07-01');
const tomorrow = plainDate('2024-07-02');
const beforeAlert = plainDate('2024-01-14');
const FUTURE = '2 July 2024 is in the future';
const BEFORE_ALERT = '14 January 2024 is before 15 January 2024, when the alert was raised';
const NO_REFERENCE = 'A reference has letters, digits and / . _ : - only, up to 64 characters, and no spaces';
const NO_REASON = 'A reason is a code such as "plan-not-signed"';
const NOT_STANDING = 'No fact that stands was recorded by this event';
const WORDS = 'a letter';
const ANOTHER = 'another-event';

const known = (name: string, kind: string, isLegal = true) => ({ name, kind, isLegal });
const council: NamedBody = { code: COUNCIL, known: known('Hertfordshire', 'council') };
const nhsBody: NamedBody = { code: NHS_BODY, known: known('HWE', 'integrated-care-board') };
const alert = {
  ...alertRaised.data,
  council,
  nhsBody,
  alertedOn: alertRaised.occurredOn,
  today,
};
const assistant = alert.assistants[0]!;
const payment = {
  reference: 'DP-0002',
  payer: COUNCIL,
  side: 'council',
  paidOn: today,
  from: plainDate('2024-06-03'),
  until: plainDate('2024-06-10'),
  amountPence: pence(51_219),
  today,
} as const;
const reversal = {
  ...payment,
  from: paymentMade.data.from,
  until: paymentMade.data.until,
  amountPence: pence(-204_876),
  reverses: 'DP-0001',
};
const receipt = {
  reference: 'CR-0001',
  paidOn: today,
  from: payment.from,
  until: payment.until,
  amountPence: pence(8_743),
  today,
};
const suspension = { from: payment.from, until: payment.until, reason: 'hospital', paid: 'in-full' } as const;
const joint = { from: today, parts: [], remainder: 'bridged', dividedBy: 'as-the-case-says' } as const;
const oneOff = { ...oneOffPaid.data, today, dividedBy: 'as-the-case-says' as const };
const opening = { ...openingBalanceStated.data, today };
const closing = { ...accountClosed.data, today };
const reclaim = { ...balanceReclaimed.data, reclaimedOn: today, today };
const decision = { outcome: 'eligible', decidedOn: today, notifiedOn: today, today } as const;

describe('What an alert is refused for', () => {
  const named = (changes: Partial<typeof assistant>) =>
    raiseAlert({ ...alert, assistants: [assistant, { ...assistant, assistantRef: 'PA-2', ...changes }] });
  const ward: NamedBody = { code: 'E07000098', known: known('Hertsmere', 'district-council') };
  const split: NamedBody = {
    code: '06N',
    known: known('Herts Valleys CCG', 'clinical-commissioning-group', false),
  };
  const location: NamedBody = { code: '06N', known: known('Herts Valleys', 'sub-icb-location') };
  const hours = 'Weekly hours are above zero and not more than 168';

  refuses(
    [],
    [
      [raiseAlert({ ...alert, alertedOn: tomorrow }), '/alertedOn in-the-future', FUTURE],
      [raiseAlert({ ...alert, personReference: WORDS }), '/personReference not-a-reference', NO_REFERENCE],
      [
        raiseAlert({ ...alert, council: { code: 'E10999999' } }),
        '/council unknown-organisation',
        'No organisation has the code E10999999',
      ],
      [
        raiseAlert({ ...alert, council: ward }),
        '/council no-adult-social-care-duty',
        'Hertsmere (E07000098) is a shire district, which has no adult social care duty: name the county council',
      ],
      [
        raiseAlert({ ...alert, council: { ...ward, code: 'HERTSMERE' } }),
        '/council no-adult-social-care-duty',
        'Hertsmere (HERTSMERE) is a shire district, which has no adult social care duty: name the county council',
      ],
      [raiseAlert({ ...alert, council: nhsBody }), '/council not-a-council', 'HWE (QM7) is not a council'],
      [
        raiseAlert({ ...alert, nhsBody: council }),
        '/nhsBody not-an-nhs-body',
        'Hertfordshire (E10000015) is not an NHS body that can be liable',
      ],
      [
        raiseAlert({ ...alert, nhsBody: split }),
        '/nhsBody not-a-legal-body',
        'Herts Valleys CCG (06N) is not a legal body on 15 January 2024; its duties went to more than one body: name the ' +
          'one that serves the person',
      ],
      [
        raiseAlert({ ...alert, nhsBody: location }),
        '/nhsBody not-a-legal-body',
        'Herts Valleys (06N) is not a legal body, but a part of an ICB',
      ],
      [named({ assistantRef: WORDS }), '/assistants/1/assistantRef not-a-reference', NO_REFERENCE],
      [
        named({ assistantRef: 'PA-1' }),
        '/assistants/1/assistantRef named-twice',
        'This assistant is in the list already',
      ],
      [named({ startedOn: tomorrow }), '/assistants/1/startedOn in-the-future', FUTURE],
      [named({ weeklyHours: '168.01' }), '/assistants/1/weeklyHours not-hours-of-a-week', hours],
      [named({ weeklyHours: '0' }), '/assistants/1/weeklyHours not-hours-of-a-week', hours],
      [
        named({ hourlyRatePence: pence(0) }),
        '/assistants/1/hourlyRate not-above-zero',
        'An hourly rate is above zero',
      ],
    ],
  );
});

describe('What is refused from the alert on', () => {
  const approved = (by: string, on = plainDate('2024-05-02')) =>
    recordOneOff({ ...oneOff, approval: { outcome: 'approved', by, on } });
  const withApproval = (approval: NonNullable<typeof oneOffPaid.data.approval>) =>
    recordOneOff({ ...oneOff, approval });
  const shared =
    'Redundancy and notice pay are never charged in bridging: they are shared by the time that each body funded the ' +
    'employment, so record them with the employment';
  const unapproved = 'An approval says by whom and on which day; where there was none, neither is said';
  const lastDay = 'The last day is before 3 June 2024, the first';
  const noDays = { until: payment.from };
  const by = 'phb-team-4';
  const on = plainDate('2024-05-02');

  refuses(
    [alertRaised],
    [
      [
        acknowledgeAlert({ acknowledgedOn: tomorrow, counterpart: 'staff-1', today }),
        '/acknowledgedOn in-the-future',
        FUTURE,
      ],
      [
        acknowledgeAlert({ acknowledgedOn: beforeAlert, counterpart: 'staff-1', today }),
        '/acknowledgedOn out-of-order',
        BEFORE_ALERT,
      ],
      [
        recordChecklist({ completedOn: today, receivedOn: tomorrow, today }),
        '/receivedOn in-the-future',
        FUTURE,
      ],
      [
        recordChecklist({ completedOn: today, receivedOn: plainDate('2024-06-30'), today }),
        '/receivedOn out-of-order',
        '30 June 2024 is before 1 July 2024, when the checklist was completed',
      ],
      [
        recordChecklist({ completedOn: today, receivedOn: today, corrects: ANOTHER, today }),
        '/corrects/eventId not-standing',
        NOT_STANDING,
      ],
      [recordFastTrack({ receivedOn: tomorrow, today }), '/receivedOn in-the-future', FUTURE],
      [
        setAwardRate({ from: today, weeklyPence: pence(-1) }),
        '/weeklyGross below-zero',
        'A weekly sum is zero or more',
      ],
      [
        setContribution({ from: today, weeklyPence: pence(-1) }),
        '/weekly below-zero',
        'A weekly sum is zero or more',
      ],
      [
        setContribution({ from: today, weeklyPence: pence(1), corrects: ANOTHER }),
        '/corrects/eventId not-standing',
        NOT_STANDING,
      ],
      [
        setJointPackage({
          ...joint,
          parts: [
            { part: 'nhs-own', share: '0.4' },
            { part: 'bridged', share: '0.4' },
          ],
        }),
        '/parts/1/part named-twice',
        'The part "bridged" is named already',
      ],
      [
        setJointPackage({
          ...joint,
          parts: [
            { part: 'nhs-own', share: '0.4' },
            { part: 'nhs-own', share: '0.4' },
          ],
        }),
        '/parts/1/part named-twice',
        'The part "nhs-own" is named already',
      ],
      [
        setJointPackage({ ...joint, parts: [{ part: 'nhs-own' }] }),
        '/parts/0 not-one-measure',
        'A part has either a share or a weekly sum',
      ],
      [
        setJointPackage({ ...joint, parts: [{ part: 'nhs-own', weeklyPence: pence(-1) }] }),
        '/parts/0/weekly below-zero',
        'A weekly sum is zero or more',
      ],
      [
        setJointPackage({ ...joint, parts: [{ part: 'nhs-own', share: '-0.1' }] }),
        '/parts/0/share below-zero',
        'A share is zero or more',
      ],
      [
        setJointPackage({
          ...joint,
          parts: [
            { part: 'nhs-own', share: '0.4' },
            { part: 'council-own', share: '0.7' },
          ],
        }),
        '/parts shares-above-one',
        'The shares of a day come to 11/10, which is more than 1',
      ],
      [recordSuspension({ ...suspension, ...noDays }), '/lastDay out-of-order', lastDay],
      [
        recordSuspension({ ...suspension, paid: 'reduced' }),
        '/weekly not-a-reduction',
        'A weekly sum is given when the payment was reduced, and only then',
      ],
      [
        recordSuspension({ ...suspension, paid: 'reduced', weeklyPence: pence(-1) }),
        '/weekly below-zero',
        'A weekly sum is zero or more',
      ],
      [recordPayment({ ...payment, reference: WORDS }), '/paymentReference not-a-reference', NO_REFERENCE],
      [recordPayment({ ...payment, paidOn: tomorrow }), '/paidOn in-the-future', FUTURE],
      [recordPayment({ ...payment, ...noDays }), '/lastDay out-of-order', lastDay],
      [
        recordPayment({ ...payment, amountPence: pence(0) }),
        '/amount not-above-zero',
        'A payment is above zero; a reversal names the payment that it takes back',
      ],
      [
        recordContributionReceipt({ ...receipt, reference: WORDS }),
        '/receiptReference not-a-reference',
        NO_REFERENCE,
      ],
      [recordContributionReceipt({ ...receipt, paidOn: tomorrow }), '/receivedOn in-the-future', FUTURE],
      [recordContributionReceipt({ ...receipt, ...noDays }), '/lastDay out-of-order', lastDay],
      [
        recordContributionReceipt({ ...receipt, amountPence: pence(0) }),
        '/amount not-above-zero',
        'A contribution received is above zero',
      ],
      [recordOneOff({ ...oneOff, kind: 'notice-pay' }), '/kind shared-elsewhere', shared],
      [recordOneOff({ ...oneOff, kind: 'redundancy-pay' }), '/kind shared-elsewhere', shared],
      [
        recordOneOff({ ...oneOff, receiptReference: WORDS }),
        '/receiptReference not-a-reference',
        NO_REFERENCE,
      ],
      [recordOneOff({ ...oneOff, incurredOn: tomorrow }), '/incurredOn in-the-future', FUTURE],
      [
        recordOneOff({ ...oneOff, amountPence: pence(0) }),
        '/amount not-above-zero',
        'A one-off payment is above zero; a correction to 0.00 takes it back',
      ],
      [recordOneOff({ ...oneOff, corrects: ANOTHER }), '/corrects/eventId not-standing', NOT_STANDING],
      [approved(WORDS), '/approval/by not-a-reference', NO_REFERENCE],
      [approved(by, tomorrow), '/approval/on in-the-future', FUTURE],
      [withApproval({ outcome: 'approved' }), '/approval approval-does-not-fit', unapproved],
      [withApproval({ outcome: 'approved', by }), '/approval approval-does-not-fit', unapproved],
      [withApproval({ outcome: 'approved', on }), '/approval approval-does-not-fit', unapproved],
      [withApproval({ outcome: 'not-approved', by }), '/approval approval-does-not-fit', unapproved],
      [withApproval({ outcome: 'not-approved', on }), '/approval approval-does-not-fit', unapproved],
      [withApproval({ outcome: 'not-approved', by, on }), '/approval approval-does-not-fit', unapproved],
      [
        stateOpeningBalance({ ...opening, statementReference: WORDS }),
        '/statementReference not-a-reference',
        NO_REFERENCE,
      ],
      [stateOpeningBalance({ ...opening, balanceOn: tomorrow }), '/balanceOn in-the-future', FUTURE],
      [
        closeAccount({ ...closing, statementReference: WORDS }),
        '/statementReference not-a-reference',
        NO_REFERENCE,
      ],
      [closeAccount({ ...closing, closedOn: tomorrow }), '/closedOn in-the-future', FUTURE],
      [
        reclaimBalance({ ...reclaim, reclaimReference: WORDS }),
        '/reclaimReference not-a-reference',
        NO_REFERENCE,
      ],
      [reclaimBalance({ ...reclaim, reclaimedOn: tomorrow }), '/reclaimedOn in-the-future', FUTURE],
      [
        reclaimBalance({ ...reclaim, amountPence: pence(-1) }),
        '/amount not-above-zero',
        'A reclaim is above zero; a correction to 0.00 takes it back',
      ],
      [
        changeArea({ from: today, nhsBody, reason: 'placing-rules', documentReference: WORDS }),
        '/documentReference not-a-reference',
        NO_REFERENCE,
      ],
      [
        changeArea({ from: today, nhsBody: council, reason: 'placing-rules', documentReference: 'GP-1' }),
        '/nhsBody not-an-nhs-body',
        'Hertfordshire (E10000015) is not an NHS body that can be liable',
      ],
      [
        agreeInterimPayer({ from: today, interimPayer: nhsBody, documentReference: WORDS }),
        '/documentReference not-a-reference',
        NO_REFERENCE,
      ],
      [
        agreeInterimPayer({ from: today, interimPayer: { code: 'XYZ' }, documentReference: 'LETTER-9' }),
        '/interimPayer unknown-organisation',
        'No organisation has the code XYZ',
      ],
      [recordDeath({ diedOn: tomorrow, today }), '/diedOn in-the-future', FUTURE],
      [
        retractDeath({ corrects: ANOTHER, reasonCode: 'Wrong person', today }),
        '/corrects/reasonCode not-a-reason-code',
        'A reason is a code such as "wrong-person"',
      ],
      [
        retractDeath({ corrects: ANOTHER, reasonCode: 'wrong-person', today }),
        '/corrects/eventId not-standing',
        'No death that stands was recorded by this event',
      ],
      [
        withdraw({ withdrawnOn: today, reasonCode: WORDS, today }),
        '/reasonCode not-a-reason-code',
        NO_REASON,
      ],
      [withdraw({ withdrawnOn: tomorrow, reasonCode: 'moved', today }), '/withdrawnOn in-the-future', FUTURE],
      [
        withdraw({ withdrawnOn: beforeAlert, reasonCode: 'moved', today }),
        '/withdrawnOn out-of-order',
        BEFORE_ALERT,
      ],
    ],
  );
});

describe('What a payment or receipt is refused for beside another', () => {
  const received: TransferCaseEvent = {
    type: 'transfer-case.contribution-received',
    occurredOn: today,
    data: {
      receiptReference: 'CR-0001',
      receivedOn: today,
      from: receipt.from,
      until: receipt.until,
      amountPence: receipt.amountPence,
    },
  };
  const { reference: _, side: __, today: ___, ...reversed } = reversal;
  const reversalMade: TransferCaseEvent = {
    type: 'transfer-case.payment-made',
    occurredOn: today,
    data: { ...reversed, paymentReference: 'DP-0001-R' },
  };
  const suspended: TransferCaseEvent = {
    type: 'transfer-case.suspension-recorded',
    occurredOn: suspension.from,
    data: suspension,
  };
  const reused = (reference: string) =>
    `${reference} is recorded in this case already with another day, period or amount`;
  const mirror = 'A reversal has the payer and days of payment DP-0001, and its amount below zero';

  refuses(
    [alertRaised, paymentMade, received, oneOffPaid, suspended],
    [
      [
        recordPayment({ ...payment, reference: 'DP-0001' }),
        '/paymentReference payment-reference-reused',
        reused('DP-0001'),
      ],
      [
        recordContributionReceipt({ ...receipt, amountPence: pence(1) }),
        '/receiptReference payment-reference-reused',
        reused('CR-0001'),
      ],
      [
        recordPayment({ ...reversal, reverses: 'DP-0009' }),
        '/reverses no-such-payment',
        'This case has no payment DP-0009 to reverse',
      ],
      [recordPayment({ ...reversal, amountPence: pence(-1) }), '/reverses not-the-mirror', mirror],
      [recordPayment({ ...reversal, from: plainDate('2024-04-16') }), '/reverses not-the-mirror', mirror],
      [recordPayment({ ...reversal, until: plainDate('2024-05-14') }), '/reverses not-the-mirror', mirror],
      [recordPayment({ ...reversal, payer: 'E10000016' }), '/reverses not-the-mirror', mirror],
      [
        recordSuspension({ ...suspension, from: plainDate('2024-06-09'), until: plainDate('2024-06-12') }),
        '/from overlaps',
        'A suspension is recorded for 3 June 2024 to 9 June 2024 already, and a day is suspended once',
      ],
    ],
  );

  refuses(
    [alertRaised, paymentMade, reversalMade],
    [
      [recordPayment(reversal), '/reverses reversed-already', 'Payment DP-0001 has been reversed already'],
      [
        recordPayment({ ...reversal, reverses: 'DP-0001-R', amountPence: pence(204_876) }),
        '/reverses no-such-payment',
        'This case has no payment DP-0001-R to reverse',
      ],
    ],
  );

  const other = { ...oneOffPaid, data: { ...oneOffPaid.data, receiptReference: 'REC-119' } };
  refuses(
    [alertRaised, oneOffPaid, other],
    [
      [
        recordOneOff({
          ...oneOff,
          receiptReference: 'REC-119',
          corrects: '00000000-0000-8000-8000-000000000002',
        }),
        '/receiptReference payment-reference-reused',
        reused('REC-119'),
      ],
    ],
  );
});

describe('What a decision is refused for', () => {
  const received = 'when the checklist or Fast Track tool was received';
  refuses(HISTORY_TO.assessing, [
    [decideEligibility({ ...decision, decidedOn: tomorrow }), '/decidedOn in-the-future', FUTURE],
    [decideEligibility({ ...decision, notifiedOn: tomorrow }), '/notifiedOn in-the-future', FUTURE],
    [
      decideEligibility({ ...decision, notifiedOn: plainDate('2024-06-30') }),
      '/notifiedOn out-of-order',
      '30 June 2024 is before 1 July 2024, when the decision was made',
    ],
    [
      decideEligibility({ ...decision, decidedOn: plainDate('2024-01-30') }),
      '/decidedOn out-of-order',
      `30 January 2024 is before 31 January 2024, ${received}`,
    ],
    [
      decideEligibility({ ...decision, effectiveOn: tomorrow }),
      '/effectiveOn out-of-order',
      'Eligibility is stated from an earlier day than the decision, never a later one',
    ],
    [
      decideEligibility({ ...decision, outcome: 'not-eligible', effectiveOn: plainDate('2024-06-01') }),
      '/effectiveOn not-eligible',
      'A decision of not eligible has no day that eligibility runs from',
    ],
    [
      decideEligibility({
        ...decision,
        delay: { delay: 'justified', reasonCode: 'assessor-shortage', decidedBy: 'nhs-body' },
      }),
      '/delay/reasonCode does-not-justify',
      'A delay is justified only by one of: evidence-late-from-third-party, person-asked-and-late, key-practitioner-unavailable',
    ],
    [
      declineChc({ declinedFrom: tomorrow, documentReference: 'LETTER-8', today }),
      '/declinedFrom in-the-future',
      FUTURE,
    ],
    [
      declineChc({ declinedFrom: beforeAlert, documentReference: 'LETTER-8', today }),
      '/declinedFrom out-of-order',
      BEFORE_ALERT,
    ],
    [
      declineChc({ declinedFrom: today, documentReference: WORDS, today }),
      '/documentReference not-a-reference',
      NO_REFERENCE,
    ],
  ]);

  const revision = {
    originalDecidedOn: plainDate('2024-04-10'),
    revisedOn: today,
    notifiedOn: today,
    today,
  };
  refuses(HISTORY_TO['not-eligible'], [
    [
      reviseDecision({ ...revision, originalDecidedOn: plainDate('2024-04-11') }),
      '/originalDecidedOn not-the-decision',
      'The decision of this case was made on 2024-04-10',
    ],
    [reviseDecision({ ...revision, revisedOn: tomorrow }), '/revisedOn in-the-future', FUTURE],
    [reviseDecision({ ...revision, notifiedOn: tomorrow }), '/notifiedOn in-the-future', FUTURE],
    [
      reviseDecision({ ...revision, revisedOn: plainDate('2024-04-09') }),
      '/revisedOn out-of-order',
      '9 April 2024 is before 10 April 2024, when the original decision was made',
    ],
    [
      reviseDecision({ ...revision, notifiedOn: plainDate('2024-06-30') }),
      '/notifiedOn out-of-order',
      '30 June 2024 is before 1 July 2024, when the decision was revised',
    ],
    [
      classifyDelay({ delay: 'unjustified', reasonCode: WORDS, decidedBy: 'court', today }),
      '/reasonCode not-a-reason-code',
      NO_REASON,
    ],
    [
      classifyDelay({
        delay: 'unjustified',
        reasonCode: 'key-practitioner-unavailable',
        decidedBy: 'court',
        today,
      }),
      '/reasonCode justifies',
      'key-practitioner-unavailable makes a delay justified, so it cannot be unjustified',
    ],
    [
      classifyDelay({ delay: 'unknown', reasonCode: 'person-asked-and-late', decidedBy: 'court', today }),
      '/reasonCode justifies',
      'person-asked-and-late makes a delay justified, so it cannot be unknown',
    ],
    [
      recordChecklist({
        completedOn: plainDate('2024-01-29'),
        receivedOn: plainDate('2024-04-11'),
        corrects: '00000000-0000-8000-8000-000000000003',
        today,
      }),
      '/receivedOn out-of-order',
      '10 April 2024 is before 11 April 2024, when the checklist is said to have been received',
    ],
    [
      recordFastTrack({ receivedOn: plainDate('2024-04-11'), today }),
      '/receivedOn out-of-order',
      '10 April 2024 is before 11 April 2024, when the tool is said to have been received',
    ],
  ]);

  const agreed = { startsOn: today, documentReference: 'LETTER-7', agreedOn: today, today };
  const lost = { ...eligibilityLost.data, decidedOn: today, notifiedOn: today, today };
  const overturned = { ...eligibilityOverturned.data, today };
  const form = budgetFormChosen.data;
  refuses(HISTORY_TO.eligible, [
    [
      agreeLiabilityDate({ ...agreed, documentReference: WORDS }),
      '/documentReference not-a-reference',
      NO_REFERENCE,
    ],
    [agreeLiabilityDate({ ...agreed, agreedOn: tomorrow }), '/agreedOn in-the-future', FUTURE],
    [agreeLiabilityDate({ ...agreed, startsOn: tomorrow }), '/startsOn in-the-future', FUTURE],
    [openBridging({ openedOn: tomorrow, inForce: undefined, today }), '/openedOn in-the-future', FUTURE],
    [
      openBridging({ openedOn: plainDate('2024-04-09'), inForce: undefined, today }),
      '/openedOn out-of-order',
      'Bridging opens once the NHS body is liable, not before',
    ],
    [
      startPhbCover({ startsOn: plainDate('2024-04-09'), withoutPrejudice: false, agreement: undefined }),
      '/startsOn before-decision',
      'The person was found eligible on 10 April 2024; earlier cover has to be said to be without prejudice',
    ],
    [
      startPhbCover({ startsOn: today, withoutPrejudice: false, agreement: undefined, corrects: ANOTHER }),
      '/corrects/eventId not-standing',
      NOT_STANDING,
    ],
    [stopDirectPayment({ lastDayCovered: beforeAlert }), '/lastDayCovered out-of-order', BEFORE_ALERT],
    [chooseBudgetForm({ ...form, from: beforeAlert }), '/from out-of-order', BEFORE_ALERT],
    [
      chooseBudgetForm({ ...form, documentReference: WORDS }),
      '/documentReference not-a-reference',
      NO_REFERENCE,
    ],
    [recordEligibilityLoss({ ...lost, decidedOn: tomorrow }), '/decidedOn in-the-future', FUTURE],
    [recordEligibilityLoss({ ...lost, notifiedOn: tomorrow }), '/notifiedOn in-the-future', FUTURE],
    [
      recordEligibilityLoss({ ...lost, notifiedOn: plainDate('2024-06-30') }),
      '/notifiedOn out-of-order',
      '30 June 2024 is before 1 July 2024, when it was decided',
    ],
    [
      recordEligibilityLoss({ ...lost, decidedOn: plainDate('2024-04-09') }),
      '/decidedOn out-of-order',
      '9 April 2024 is before 10 April 2024, when the NHS body became liable',
    ],
    [
      overturnEligibility({ ...overturned, documentReference: WORDS }),
      '/documentReference not-a-reference',
      NO_REFERENCE,
    ],
    [overturnEligibility({ ...overturned, decidedOn: tomorrow }), '/decidedOn in-the-future', FUTURE],
    [
      overturnEligibility({ ...overturned, lastDayLiable: plainDate('2024-04-09') }),
      '/lastDayLiable out-of-order',
      '9 April 2024 is before 10 April 2024, when the NHS body became liable',
    ],
  ]);
});

describe('What is refused in bridging and after', () => {
  const extension = {
    until: plainDate('2024-06-08'),
    agreed: { bridgingReviewStepDays: 14, bridgingExtensionBy: 'either-body', bridgingHardStopWeeks: 0 },
    side: 'council',
    approver: { id: 'staff-2' },
    reasonCode: 'plan-not-signed',
    approvedOn: today,
    today,
  } as const;
  refuses(HISTORY_TO.bridging, [
    [extendBridging({ ...extension, reasonCode: WORDS }), '/reasonCode not-a-reason-code', NO_REASON],
    [extendBridging({ ...extension, approvedOn: tomorrow }), '/approvedOn in-the-future', FUTURE],
    [
      extendBridging({ ...extension, until: plainDate('2024-06-07') }),
      '/until out-of-order',
      'The next review is due on 7 June 2024 already',
    ],
  ]);

  const into = { caseRef: 'TC-2B8M61WXC4', council: COUNCIL, stage: 'bridging' } as const;
  const merge = { mergedOn: today, into, reasonCode: 'duplicate', documentReference: 'NOTE-1', today };
  const mergeInto = (changes: { caseRef?: string; council?: string; stage?: Stage }) =>
    mergeCase({ ...merge, into: { ...into, ...changes } });
  refuses(HISTORY_TO.bridging, [
    [
      mergeInto({ caseRef: alertRaised.data.caseRef }),
      '/into does-not-go-on',
      'A case is not merged into itself',
    ],
    [
      mergeInto({ council: 'E10000028' }),
      '/into does-not-go-on',
      'TC-2B8M61WXC4 is a case of another council',
    ],
    [mergeInto({ stage: 'merged' }), '/into does-not-go-on', 'TC-2B8M61WXC4 was merged itself'],
    [mergeInto({ stage: 'withdrawn' }), '/into does-not-go-on', 'TC-2B8M61WXC4 was withdrawn'],
    [mergeCase({ ...merge, reasonCode: WORDS }), '/reasonCode not-a-reason-code', NO_REASON],
    [mergeCase({ ...merge, documentReference: WORDS }), '/documentReference not-a-reference', NO_REFERENCE],
    [mergeCase({ ...merge, mergedOn: tomorrow }), '/mergedOn in-the-future', FUTURE],
    [mergeCase({ ...merge, mergedOn: beforeAlert }), '/mergedOn out-of-order', BEFORE_ALERT],
  ]);

  const items = [{ item: 'contacts-named' }] as const;
  const completion = { completedOn: today, items, today };
  refuses(HISTORY_TO['phb-started'], [
    [completeTransfer({ ...completion, completedOn: tomorrow }), '/completedOn in-the-future', FUTURE],
    [
      completeTransfer({ ...completion, completedOn: plainDate('2024-06-02') }),
      '/completedOn out-of-order',
      '2 June 2024 is before 3 June 2024, when the personal health budget starts',
    ],
    [
      completeTransfer({ ...completion, items: [{ item: 'insurance-in-force' }, ...items, ...items] }),
      '/items/2/item named-twice',
      'This item is in the list already',
    ],
    [
      completeTransfer({
        ...completion,
        items: [
          { item: 'insurance-in-force' },
          { item: 'contacts-named', waived: { by: 'staff-2', reason: WORDS } },
        ],
      }),
      '/items/1/waivedFor not-a-reason-code',
      NO_REASON,
    ],
    [
      recordPayment({ ...payment, side: 'nhs', payer: NHS_BODY, from: plainDate('2024-06-02') }),
      '/from before-cover',
      'The personal health budget covers the person from 3 June 2024',
    ],
    [
      setPhbRate({ from: today, weeklyPence: pence(-1) }),
      '/weekly below-zero',
      'A weekly sum is zero or more',
    ],
  ]);

  const reopening = {
    ...{ reopenedOn: today, reasonCode: 'found', documentReference: 'LETTER-10' },
    ...{ by: { id: 'anna' }, today },
  };
  refuses(HISTORY_TO.complete, [
    [reopenCase({ ...reopening, reasonCode: WORDS }), '/reasonCode not-a-reason-code', NO_REASON],
    [
      reopenCase({ ...reopening, documentReference: WORDS }),
      '/documentReference not-a-reference',
      NO_REFERENCE,
    ],
    [reopenCase({ ...reopening, reopenedOn: tomorrow }), '/reopenedOn in-the-future', FUTURE],
    [
      reopenCase({ ...reopening, reopenedOn: plainDate('2024-06-09') }),
      '/reopenedOn out-of-order',
      '9 June 2024 is before 10 June 2024, when the case was closed',
    ],
  ]);

  refuses(HISTORY_TO['transferring-back'], [
    [
      setCouncilBudget({ from: today, weeklyPence: pence(-1) }),
      '/weekly below-zero',
      'A weekly sum is zero or more',
    ],
    [
      startCouncilCover({ startsOn: plainDate('2024-06-03') }),
      '/startsOn out-of-order',
      '3 June 2024 is before 4 June 2024, when the personal health budget had covered a day',
    ],
  ]);
});

describe('A refusal of the case as a whole', () => {
  const nhsPayment = recordPayment({ ...payment, side: 'nhs', payer: NHS_BODY });
  const otherDocument = (documentReference: string) =>
    declineChc({ declinedFrom: plainDate('2024-05-20'), documentReference, today });

  it.each<[string, CaseDecision, readonly TransferCaseEvent[], object, string]>([
    [
      'AlreadyRecorded already-recorded',
      otherDocument('LETTER-9'),
      [...HISTORY_TO.bridging, chcDeclined],
      { eventId: '00000000-0000-8000-8000-000000000008' },
      'The refusal has been recorded already, with other facts; to put it right, name the event that it corrects',
    ],
    [
      'AlreadyRecorded already-recorded',
      raiseAlert({ ...alert, personReference: 'P-00001' }),
      HISTORY_TO.bridging,
      { eventId: undefined },
      'The alert has been recorded already, with other facts',
    ],
    [
      'PhbNotStarted phb-not-started',
      nhsPayment,
      HISTORY_TO.bridging,
      { stage: 'bridging' },
      'The NHS body pays once its personal health budget covers the person; until then the council does',
    ],
    [
      'AgreementNotInForce agreement-not-in-force',
      openBridging({ openedOn: today, inForce: undefined, today }),
      HISTORY_TO.eligible,
      { council: COUNCIL, nhsBody: NHS_BODY, day: '2024-04-10' },
      'E10000015 and QM7 had no agreement in force on 10 April 2024, when liability starts',
    ],
    [
      'OutcomeStands outcome-stands',
      decideEligibility({
        ...decision,
        outcome: 'not-eligible',
        corrects: '00000000-0000-8000-8000-000000000004',
      }),
      HISTORY_TO.eligible,
      { outcome: 'eligible' },
      'The decision stands as eligible; a correction changes its dates only',
    ],
    [
      'OutcomeStands outcome-stands',
      decideEligibility({ ...decision, corrects: '00000000-0000-8000-8000-000000000004' }),
      HISTORY_TO['not-eligible'],
      { outcome: 'not-eligible' },
      'The decision stands as not eligible; a challenge that changed it is recorded as a revised decision',
    ],
  ])('is %s', (nameAndCode, decide, history, facts, sentence) => {
    const { name, code, kind, message, fields, facts: told } = refusalOf(decide, history);
    expect([`${name} ${code}`, kind, message, fields]).toEqual([nameAndCode, 'conflict', sentence, []]);
    expect(told).toEqual(facts);
  });

  it('names the case that the person has already', () => {
    const { name, code, kind, message, facts } = new DuplicateCase('TC-OLD0000000');
    expect([name, code, kind]).toEqual(['DuplicateCase', 'duplicate-case', 'conflict']);
    expect(message).toBe('The person with this reference has a case already: TC-OLD0000000');
    expect(facts).toEqual({ caseRef: 'TC-OLD0000000' });
  });

  it('of a completion names every item that is missing, in the order of the list', () => {
    const refusal = refusalOf(
      completeTransfer({ completedOn: today, items: [], today }),
      HISTORY_TO['phb-started'],
    );
    expect([refusal.name, refusal.code, refusal.kind]).toEqual([
      'CompletionIncomplete',
      'completion-incomplete',
      'conflict',
    ]);
    expect(refusal.message).toBe(
      'The transfer is not complete: the personal health budget agreement is not signed; ' +
        'the ICB has not confirmed from which day the budget covers the person; ' +
        "the council's last covered day is not set; the list of assistants is not agreed; " +
        'the leave statement from payroll is not here; ' +
        "employer's liability insurance is not shown to be in force; " +
        'the version of the redundancy agreement is not noted; ' +
        'the contribution is not stopped and its refund queued; ' +
        'the person and payroll are not told in writing; the contacts of both bodies are not named',
    );
  });
});
