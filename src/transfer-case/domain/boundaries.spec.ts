import { describe, expect, it } from '@jest/globals';
import {
  agreementBound,
  alertRaised,
  BOUND_AGREEMENT,
  bridgingOpened,
  CASE_REF,
  checklistReceived,
  COUNCIL,
  decidedEligible,
  HISTORY_TO,
  jointPackageSet,
  liabilityWithHeldDays,
  NHS_BODY,
  oneOffPaid,
  paymentMade,
  phbCoverStarted,
  phbRateSet,
  suspensionRecorded,
  transferCompleted,
} from '../../../test/support/example-transfer-case.js';
import { numberedUuid, recordedHistory } from '../../../test/support/recorded.js';
import { scenario } from '../../../test/support/scenario.js';
import { pence } from '../../kernel/pence.js';
import { plainDate } from '../../kernel/plain-date.js';
import { FieldRefused } from '../../kernel/refusal.js';
import { agreeLiabilityDate } from './agree-liability-date/agree-liability-date.decision.js';
import { AlreadyRecorded } from './already-recorded.js';
import { caseRegister } from './case-register/case-register.js';
import { completeTransfer } from './complete-transfer/complete-transfer.decision.js';
import { RecordsOverlap } from './dated-record.js';
import { decideEligibility } from './decide-eligibility/decide-eligibility.decision.js';
import { openBridging } from './open-bridging/open-bridging.decision.js';
import { OutcomeStands } from './outcome-stands.js';
import { raiseAlert, type RaiseAlertTerms } from './raise-alert/raise-alert.decision.js';
import { recordContributionReceipt } from './record-contribution-receipt/record-contribution-receipt.decision.js';
import { recordOneOff } from './record-one-off/record-one-off.decision.js';
import { recordPayment } from './record-payment/record-payment.decision.js';
import { recordSuspension } from './record-suspension/record-suspension.decision.js';
import { reopenCase } from './reopen-case/reopen-case.decision.js';
import { reviseDecision } from './revise-decision/revise-decision.decision.js';
import { firstBridgingReview, nextBridgingReview } from './rules/bridging-reviews.js';
import { determineLiability } from './rules/liability.js';
import { setJointPackage } from './set-joint-package/set-joint-package.decision.js';
import { CaseNotReady } from './stages.js';
import { startPhbCover } from './start-phb-cover/start-phb-cover.decision.js';
import { setPhbRate } from './transfer-back/set-phb-rate.decision.js';
import { transferCase } from './transfer-case.js';
import type { CompletionItem, TransferCaseEvent } from './transfer-case.events.js';

const today = plainDate('2024-07-01');
const at = (stage: keyof typeof HISTORY_TO) => scenario(transferCase).given(...HISTORY_TO[stage]);
const alerted = at('alerted');
const decisionDay = plainDate('2024-04-10');

describe('An alert', () => {
  const known = (kind: string) => ({ name: 'A body', kind, isLegal: true });
  const terms: RaiseAlertTerms = {
    ...alertRaised.data,
    council: { code: COUNCIL, known: known('council') },
    nhsBody: { code: NHS_BODY, known: known('integrated-care-board') },
    alertedOn: alertRaised.occurredOn,
    today,
  };
  const assistant = terms.assistants[0]!;

  it('takes every hour of a week, and every kind of NHS body that can be liable', () => {
    const assistants = [{ ...assistant, weeklyHours: '168' }];
    scenario(transferCase)
      .when(raiseAlert({ ...terms, assistants }))
      .thenEvents([{ ...alertRaised, data: { ...alertRaised.data, assistants } }]);
    for (const kind of ['nhs-england', 'clinical-commissioning-group', 'integrated-care-board']) {
      scenario(transferCase)
        .when(raiseAlert({ ...terms, nhsBody: { code: NHS_BODY, known: known(kind) } }))
        .thenEvents([alertRaised]);
    }
  });

  it.each<[string, Partial<RaiseAlertTerms>]>([
    ['another day', { alertedOn: plainDate('2024-01-16') }],
    ['another person', { personReference: 'P-00001' }],
    ['another council', { council: { code: 'E10000016', known: known('council') } }],
    ['another NHS body', { nhsBody: { code: 'QNC', known: known('integrated-care-board') } }],
    ['no assistant', { assistants: [] }],
    ['an assistant who works otherwise', { assistants: [{ ...assistant, status: 'self-employed' }] }],
    ['an assistant with other hours', { assistants: [{ ...assistant, weeklyHours: '30' }] }],
    ['an assistant with another rate', { assistants: [{ ...assistant, hourlyRatePence: pence(1260) }] }],
  ])('with %s contradicts the one that stands', (_, changes) => {
    alerted.when(raiseAlert(terms)).thenNothing();
    alerted.when(raiseAlert({ ...terms, ...changes })).thenRefused(AlreadyRecorded, /^The alert has been/);
  });
});

describe('A sum or a payment', () => {
  it('may be nothing a week in a joint package and while care is interrupted', () => {
    const parts = [{ part: 'council-own', weeklyPence: pence(0) }] as const;
    alerted
      .when(setJointPackage({ ...jointPackageSet.data, parts, dividedBy: 'as-the-case-says' }))
      .thenEvents([{ ...jointPackageSet, data: { ...jointPackageSet.data, parts } }]);
    const suspension = { ...suspensionRecorded.data, weeklyPence: pence(0) };
    alerted.when(recordSuspension(suspension)).thenEvents([{ ...suspensionRecorded, data: suspension }]);
  });

  it('of one thing is taken where it was not approved, which somebody said', () => {
    const data = { ...oneOffPaid.data, approval: { outcome: 'not-approved' } as const };
    alerted.when(recordOneOff({ ...data, today })).thenEvents([{ ...oneOffPaid, data }]);
  });

  it('stands beside others, and a reversal takes back the one that it names', () => {
    const { paymentReference: _, ...paid } = paymentMade.data;
    const second = { ...paid, reference: 'DP-0002', amountPence: pence(100) };
    const made = (reference: string, amount: number, reverses?: string): TransferCaseEvent => ({
      ...paymentMade,
      data: {
        ...paid,
        paymentReference: reference,
        amountPence: pence(amount),
        ...(reverses !== undefined && { reverses }),
      },
    });
    const one = alerted.given(paymentMade);
    one.when(recordPayment({ ...second, side: 'council', today })).thenEvents([made('DP-0002', 100)]);
    one
      .given(made('DP-0002', 100))
      .when(
        recordPayment({
          ...second,
          reference: 'DP-0002-R',
          amountPence: pence(-100),
          reverses: 'DP-0002',
          side: 'council',
          today,
        }),
      )
      .thenEvents([made('DP-0002-R', -100, 'DP-0002')]);
  });

  it('that the person contributed stands beside another', () => {
    const receipt = (reference: string): TransferCaseEvent => ({
      type: 'transfer-case.contribution-received',
      occurredOn: today,
      data: {
        receiptReference: reference,
        receivedOn: today,
        from: plainDate('2024-06-03'),
        until: plainDate('2024-06-10'),
        amountPence: pence(8_743),
      },
    });
    alerted
      .given(receipt('CR-0001'))
      .when(
        recordContributionReceipt({
          reference: 'CR-0002',
          paidOn: today,
          from: plainDate('2024-06-03'),
          until: plainDate('2024-06-10'),
          amountPence: pence(8_743),
          today,
        }),
      )
      .thenEvents([receipt('CR-0002')]);
  });
});

describe('What the budget pays', () => {
  it('is put right by naming the event that set it, and is not set twice for one day', () => {
    const history = HISTORY_TO['phb-started'];
    const set = scenario(transferCase).given(...history, phbRateSet);
    const other = { ...phbRateSet.data, weeklyPence: pence(99_000) };
    const corrects = numberedUuid(history.length + 1);
    set.when(setPhbRate(phbRateSet.data)).thenNothing();
    set
      .when(setPhbRate(other))
      .thenRefused(
        RecordsOverlap,
        /^A rate of the budget from 3 June 2024 is recorded already: £980\.00 a week/,
      );
    set
      .when(setPhbRate({ ...other, corrects }))
      .thenEvents([{ ...phbRateSet, data: { ...other, corrects } }]);
  });
});

describe('A review of bridging', () => {
  it('is explained by the day and the weeks or days that it is counted from', () => {
    const notified = plainDate('2024-04-12');
    expect(firstBridgingReview(notified, 8)).toMatchObject({
      day: '2024-06-07',
      basis: { inputs: { notifiedOn: '2024-04-12', reviewWeeks: 8, day: '2024-06-07' } },
    });
    expect(nextBridgingReview(plainDate('2024-06-07'), 14)).toMatchObject({
      day: '2024-06-21',
      basis: { inputs: { after: '2024-06-07', reviewStepDays: 14, day: '2024-06-21' } },
    });
  });
});

describe('A day on the edge', () => {
  it('of the decision may be the one that eligibility is stated from', () => {
    at('assessing')
      .when(decideEligibility({ ...decidedEligible.data, effectiveOn: decisionDay, today }))
      .thenEvents([
        { ...decidedEligible, data: { ...decidedEligible.data, effectiveOn: decisionDay } },
        liabilityWithHeldDays,
      ]);
  });

  it('of liability may be the one on which bridging opens', () => {
    at('eligible')
      .when(
        openBridging({
          openedOn: decisionDay,
          inForce: { agreement: BOUND_AGREEMENT, reviewWeeks: 8 },
          today,
        }),
      )
      .thenEvents([
        { ...agreementBound, occurredOn: decisionDay },
        { ...bridgingOpened, occurredOn: decisionDay },
      ]);
  });

  it('of the decision may be the first that the budget covers', () => {
    at('bridging')
      .when(startPhbCover({ startsOn: decisionDay, withoutPrejudice: false, agreement: undefined }))
      .thenEvents([{ ...phbCoverStarted, occurredOn: decisionDay, data: { startsOn: decisionDay } }]);
  });

  it('of a withdrawal may be the one on which the case is reopened, and none before it', () => {
    const reopen = (day: string) =>
      reopenCase({
        reopenedOn: plainDate(day),
        reasonCode: 'found',
        documentReference: 'LETTER-1',
        by: { id: 'anna' },
        today,
      });
    at('withdrawn')
      .when(reopen('2024-05-01'))
      .thenEvents([
        {
          type: 'transfer-case.reopening-requested',
          occurredOn: plainDate('2024-05-01'),
          data: { reasonCode: 'found', documentReference: 'LETTER-1' },
        },
      ]);
    at('withdrawn')
      .when(reopen('2024-04-30'))
      .thenRefused(FieldRefused, /^30 April 2024 is before 1 May 2024, when the case was closed$/);
  });
});

describe('An agreement', () => {
  const next = { ...BOUND_AGREEMENT, version: 2 };

  it('in a later version is bound in its place as bridging opens', () => {
    at('eligible')
      .given(agreementBound)
      .when(openBridging({ openedOn: today, inForce: { agreement: next, reviewWeeks: 8 }, today }))
      .thenEvents([
        { ...agreementBound, occurredOn: today, data: next },
        { ...bridgingOpened, occurredOn: today },
      ]);
  });

  it('that is bound stays bound as the budget starts', () => {
    at('bridging')
      .when(startPhbCover({ startsOn: today, withoutPrejudice: false, agreement: next }))
      .thenEvents([{ ...phbCoverStarted, occurredOn: today, data: { startsOn: today } }]);
  });

  it('is not asked for before the day of liability is known', () => {
    scenario(transferCase)
      .given(alertRaised, checklistReceived, decidedEligible)
      .when(openBridging({ openedOn: today, inForce: undefined, today }))
      .thenRefused(CaseNotReady, /^"Open bridging" is not possible while the case is eligible$/);
  });
});

describe('What stands already', () => {
  it('is not a revised decision where the person was found eligible', () => {
    at('eligible')
      .when(reviseDecision({ originalDecidedOn: decisionDay, revisedOn: today, notifiedOn: today, today }))
      .thenRefused(OutcomeStands, /^The decision stands as eligible/);
  });

  it('is the completion on its own day and with its own list only', () => {
    const waived = (by: string, reason: string): readonly CompletionItem[] =>
      transferCompleted.data.items.map((each, index) =>
        index === 0 ? { ...each, waived: { by, reason } } : each,
      );
    const completed = (items: readonly CompletionItem[], completedOn = transferCompleted.occurredOn) =>
      completeTransfer({ completedOn, items, today });
    const items = waived('staff-1', 'signed-late');
    const complete = at('phb-started').given({ ...transferCompleted, data: { items } });
    complete.when(completed(items)).thenNothing();
    for (const other of [
      completed(items, plainDate('2024-06-11')),
      completed(waived('staff-2', 'signed-late')),
      completed(waived('staff-1', 'not-signed')),
      completed(transferCompleted.data.items),
    ]) {
      complete.when(other).thenRefused(AlreadyRecorded, /^The completion has been recorded already/);
    }
  });

  it('is another rule for the same day of liability where a document says that day', () => {
    at('eligible')
      .when(
        agreeLiabilityDate({
          startsOn: decisionDay,
          documentReference: 'LETTER-7',
          agreedOn: today,
          today,
        }),
      )
      .thenEvents([
        {
          type: 'transfer-case.liability-agreed',
          occurredOn: today,
          data: { startsOn: decisionDay, documentReference: 'LETTER-7' },
        },
        {
          type: 'transfer-case.liability-date-determined',
          occurredOn: today,
          data: { startsOn: decisionDay, rule: 'R6' },
        },
      ]);
  });
});

describe('The day of liability', () => {
  const decision = { outcome: 'eligible', decidedOn: decisionDay, notifiedOn: decisionDay } as const;
  const explained = (facts: Parameters<typeof determineLiability>[0]) => {
    const figure = determineLiability(facts);
    return figure.status === 'known' ? [figure.basis.rule, figure.basis.inputs] : [];
  };

  it('names the days that it was found by', () => {
    expect(explained({ decision: { ...decision, effectiveOn: plainDate('2024-03-20') } })).toEqual([
      'LIABILITY-R2',
      { effectiveOn: '2024-03-20', decidedOn: '2024-04-10' },
    ]);
    expect(explained({ decision, fastTrackReceivedOn: plainDate('2024-03-05') })).toEqual([
      'LIABILITY-R5',
      { receivedOn: '2024-03-05' },
    ]);
  });

  it('is that of the Fast Track tool where the original decision was made on the very day', () => {
    expect(
      explained({
        decision: { ...decision, outcome: 'not-eligible' },
        revisedDecision: { originalDecidedOn: decisionDay, revisedOn: today, notifiedOn: today },
        fastTrackReceivedOn: decisionDay,
      }),
    ).toEqual(['LIABILITY-R5', { receivedOn: '2024-04-10' }]);
  });
});

describe('The register of a person’s cases', () => {
  it('lets go of the case that is named and keeps the others', () => {
    const claimed = (caseRef: string) =>
      ({
        type: 'case-register.reference-claimed',
        occurredOn: today,
        data: { caseRef, nhsBody: NHS_BODY },
      }) as const;
    const released = {
      type: 'case-register.reference-released',
      occurredOn: today,
      data: { caseRef: 'TC-0000000001' },
    } as const;
    const state = recordedHistory([claimed('TC-0000000001'), claimed(CASE_REF), released]).reduce(
      (known, recorded) => caseRegister.evolve(known, recorded.event, recorded),
      caseRegister.initial,
    );
    expect(state).toStrictEqual({
      claims: [{ caseRef: CASE_REF, nhsBody: NHS_BODY, claimedAt: '2026-01-05T09:00:01.000000Z' }],
    });
    for (const event of [claimed(CASE_REF), released]) {
      expect(caseRegister.catalogue.decode({ ...event, schemaVersion: 1 })).toEqual(event);
    }
    expect([caseRegister.category, caseRegister.beginsWith]).toEqual([
      'case-register',
      'case-register.reference-claimed',
    ]);
  });
});
