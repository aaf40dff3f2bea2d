import { describe, expect, it } from '@jest/globals';
import {
  alertAcknowledged,
  alertRaised,
  bridgingOpened,
  contributionSet,
  councilBudgetSet,
  councilCoverStarted,
  budgetFormChosen,
  decidedEligible,
  decisionRevised,
  delayClassified,
  directPaymentStopped,
  fastTrackReceived,
  jointPackageSet,
  liabilityFromDay29,
  oneOffPaid,
  openingBalanceStated,
  phbCoverStarted,
  phbRateSet,
  suspensionRecorded,
  transferCompleted,
} from '../../../test/support/example-transfer-case.js';
import { recordedHistory } from '../../../test/support/recorded.js';
import { pence } from '../../kernel/pence.js';
import { plainDate } from '../../kernel/plain-date.js';
import { describeTransferCaseEvent } from './describe-event.js';
import { BUDGET_FORMS, ONE_OFF_KINDS, type TransferCaseEvent } from './transfer-case.events.js';

const sentenceOf = (event: TransferCaseEvent) =>
  recordedHistory([event]).map(describeTransferCaseEvent).join();
const assistants = alertRaised.data.assistants;
const alertWith = (changes: Partial<typeof alertRaised.data>) =>
  sentenceOf({ ...alertRaised, data: { ...alertRaised.data, ...changes } });

describe('The sentence of each event', () => {
  it.each<[TransferCaseEvent, string]>([
    [alertAcknowledged, 'The NHS body acknowledged the alert on 18 January 2024 and named its contact'],
    [fastTrackReceived, 'The Fast Track tool reached the NHS body on 5 March 2024'],
    [decidedEligible, 'The NHS body decided on 10 April 2024 that the person is eligible'],
    [
      { ...decidedEligible, data: { ...decidedEligible.data, effectiveOn: plainDate('2024-03-20') } },
      'The NHS body decided on 10 April 2024 that the person is eligible, with effect from 20 March 2024',
    ],
    [
      decisionRevised,
      'The NHS body revised its decision of 10 April 2024 on 2 September 2024: the person is eligible',
    ],
    [
      delayClassified('unjustified'),
      'The delay of the decision was recorded as unjustified (assessor-shortage), as decided by nhs-body',
    ],
    [
      {
        type: 'transfer-case.liability-agreed',
        occurredOn: plainDate('2024-05-01'),
        data: { startsOn: plainDate('2024-03-01'), documentReference: 'LETTER-7' },
      },
      'The parties agreed that the NHS body is liable from 1 March 2024 (LETTER-7)',
    ],
    [liabilityFromDay29, 'The NHS body is liable from 28 February 2024 by rule R3'],
    [bridgingOpened, 'Bridging was opened on 15 April 2024, with its first review due on 7 June 2024'],
    [
      {
        type: 'transfer-case.bridging-extended',
        occurredOn: plainDate('2024-06-05'),
        data: { until: plainDate('2024-06-21'), approvedBy: 'staff-1', reasonCode: 'plan-not-signed' },
      },
      'Bridging was extended to its next review on 21 June 2024 (plan-not-signed)',
    ],
    [contributionSet, 'The person’s contribution was set at £87.43 a week from 3 April 2023'],
    [
      {
        type: 'transfer-case.contribution-received',
        occurredOn: plainDate('2024-05-20'),
        data: {
          receiptReference: 'CR-0001',
          receivedOn: plainDate('2024-05-20'),
          from: plainDate('2024-05-13'),
          until: plainDate('2024-05-20'),
          amountPence: pence(8_743),
        },
      },
      'The person’s contribution of £87.43 for 13 May 2024 to 19 May 2024 was received on 20 May 2024 (CR-0001)',
    ],
    [phbCoverStarted, 'The personal health budget covers the person from 3 June 2024'],
    [
      { ...phbCoverStarted, data: { ...phbCoverStarted.data, withoutPrejudice: true } },
      'The personal health budget covers the person from 3 June 2024, without prejudice to the decision',
    ],
    [directPaymentStopped, 'The council’s direct payment covers its last day on 2 June 2024'],
    [
      {
        type: 'transfer-case.death-retracted',
        occurredOn: plainDate('2024-05-20'),
        data: { corrects: 'an-event', reasonCode: 'wrong-person' },
      },
      'Corrected: the death was recorded in error (wrong-person), and the case goes on',
    ],
    [councilBudgetSet, 'The council assessed the person’s budget at £840.00 a week from 3 March 2025'],
    [phbRateSet, 'The personal health budget pays £980.00 a week from 3 June 2024'],
    [councilCoverStarted, 'The council’s direct payment covers the person again from 31 March 2025'],
    [transferCompleted, 'The transfer was completed on 10 June 2024'],
    [
      {
        ...transferCompleted,
        data: {
          items: [
            { item: 'phb-agreement-signed' },
            { item: 'contacts-named', waived: { by: 'staff-council-2', reason: 'payroll-closed' } },
          ],
        },
      },
      'The transfer was completed on 10 June 2024, with 1 of its list waived',
    ],
    [
      { ...jointPackageSet, data: { ...jointPackageSet.data, parts: [] } },
      'From 13 May 2024 all of each day is paid by the council for the NHS body',
    ],
    [
      {
        ...jointPackageSet,
        data: {
          ...jointPackageSet.data,
          parts: [
            { part: 'nhs-own', weeklyPence: pence(123_450) },
            { part: 'council-own', share: '0.25' },
          ],
        },
      },
      'From 13 May 2024 £1,234.50 a week of each day is paid by the NHS body itself, 0.25 of each day is the council’s own, ' +
        'the rest of each day is paid by the council for the NHS body',
    ],
    [
      {
        ...suspensionRecorded,
        data: {
          from: plainDate('2024-05-20'),
          until: plainDate('2024-06-03'),
          reason: 'respite',
          paid: 'in-full',
        },
      },
      'Care at home was interrupted from 20 May 2024 to 2 June 2024 (respite); the council paid in full',
    ],
    [
      { ...openingBalanceStated, data: { ...openingBalanceStated.data, balancePence: pence(-123_456_789) } },
      'The account held −£1,234,567.89 as 10 April 2024 began (STATEMENT-2024-04)',
    ],
  ])('%o', (event, sentence) => {
    expect(sentenceOf(event)).toBe(sentence);
  });

  it('of an alert says what the person wishes and how many assistants there are', () => {
    const begin = 'E10000015 alerted QM7 on 15 January 2024; the person';
    expect(alertWith({ wishesToKeepAssistants: false })).toBe(`${begin} does not wish to keep 1 assistant`);
    expect(alertWith({ assistants: [...assistants, ...assistants] })).toBe(
      `${begin} wishes to keep 2 assistants`,
    );
    expect(alertWith({ assistants: [] })).toBe(
      `${begin} wishes to keep their assistants, who are not listed yet`,
    );
  });

  it('of a one-off payment says what it was for', () => {
    const { benefit: _, ...paid } = oneOffPaid.data;
    expect(ONE_OFF_KINDS.map((kind) => sentenceOf({ ...oneOffPaid, data: { ...paid, kind } }))).toEqual(
      [
        'for something of use after bridging',
        'for a yearly cost',
        'for something bought before liability',
        'for back pay',
        'for respite or emergency cover',
      ].map((purpose) => `E10000015 paid £185.00 once ${purpose} on 7 May 2024 (REC-118)`),
    );
  });

  it('of the form of a budget says that the PAs may be redundant in every form but a direct payment', () => {
    const said = BUDGET_FORMS.map((form) =>
      sentenceOf({ ...budgetFormChosen, data: { ...budgetFormChosen.data, form } }),
    );
    const chose = (form: string) => `The person chose ${form} from 3 June 2024 (PLAN-2024-41)`;
    const warning = ': the PAs may be redundant, or move to another employer';
    expect(said).toEqual([
      chose('a direct payment'),
      chose('a notional budget') + warning,
      chose('a budget held by a third party') + warning,
      chose('the service of an agency') + warning,
    ]);
  });
});
