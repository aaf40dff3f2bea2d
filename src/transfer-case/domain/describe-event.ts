import type { Recorded } from '../../kernel/event.js';
import { describePence, type Pence } from '../../kernel/pence.js';
import { periodInWords, type Period } from '../../kernel/period.js';
import { dateInWords, type PlainDate } from '../../kernel/plain-date.js';
import type { BudgetForm, CaseSide, JointPackage, LiabilityRule, Suspension } from './case-record.js';
import type { JointPart, TransferCaseEvent, TransferCaseFact } from './transfer-case.events.js';

/** One sentence in plain English about an event of a case, for its history. It names codes and dates, never a person. */
export function describeTransferCaseEvent({ event }: Recorded<TransferCaseEvent>): string {
  const sentence = describe(event);
  return 'corrects' in event.data && event.data.corrects !== undefined
    ? `Corrected: ${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`
    : sentence;
}

function describe(event: TransferCaseEvent): string {
  switch (event.type) {
    case 'transfer-case.alert-raised': {
      const { council, nhsBody, assistants, wishesToKeepAssistants } = event.data;
      const wish = wishesToKeepAssistants ? 'wishes' : 'does not wish';
      return `${council} alerted ${nhsBody} on ${on(event)}; the person ${wish} to keep ${count(assistants.length)}`;
    }
    case 'transfer-case.alert-acknowledged':
      return `The NHS body acknowledged the alert on ${on(event)} and named its contact`;
    case 'transfer-case.assigned': {
      const { side, reason } = event.data;
      return reason === undefined
        ? `${SIDE_IN_WORDS[side]} said on ${on(event)} who of its staff works the case`
        : `${SIDE_IN_WORDS[side]} gave the case to another member of its staff on ${on(event)} (${reason})`;
    }
    case 'transfer-case.unassigned': {
      const { side, reason } = event.data;
      return `${SIDE_IN_WORDS[side]} has had nobody who works the case since ${on(event)} (${reason})`;
    }
    case 'transfer-case.checklist-received':
      return `The checklist completed on ${dateInWords(event.data.completedOn)} reached the NHS body on ${dateInWords(event.data.receivedOn)}`;
    case 'transfer-case.fast-track-received':
      return `The Fast Track tool reached the NHS body on ${dateInWords(event.data.receivedOn)}`;
    case 'transfer-case.eligibility-decided':
      return eligibility(event.data);
    case 'transfer-case.decision-revised':
      return `The NHS body revised its decision of ${dateInWords(event.data.originalDecidedOn)} on ${dateInWords(event.data.revisedOn)}: the person is eligible`;
    case 'transfer-case.delay-classified':
      return `The delay of the decision was recorded as ${event.data.delay} (${event.data.reasonCode}), as decided by ${event.data.decidedBy}`;
    case 'transfer-case.liability-agreed':
      return `The parties agreed that the NHS body is liable from ${dateInWords(event.data.startsOn)} (${event.data.documentReference})`;
    case 'transfer-case.liability-date-determined':
      return liabilityStart(event.data);
    case 'transfer-case.agreement-bound':
      return `The case was bound to version ${event.data.version} of local agreement ${event.data.agreementId}`;
    case 'transfer-case.agreement-change-signed': {
      const { side, version, agreementId, reasonCode } = event.data;
      return `${SIDE_IN_WORDS[side]} signed that the case keeps version ${version} of local agreement ${agreementId} (${reasonCode})`;
    }
    case 'transfer-case.bridging-opened':
      return `Bridging was opened on ${on(event)}, with its first review due on ${dateInWords(event.data.reviewDueOn)}`;
    case 'transfer-case.bridging-extended':
      return `Bridging was extended to its next review on ${dateInWords(event.data.until)} (${event.data.reasonCode})`;
    case 'transfer-case.award-rate-set':
      return `The direct payment was set at ${describePence(event.data.weeklyGrossPence)} a week gross from ${dateInWords(event.data.from)}`;
    case 'transfer-case.contribution-set':
      return `The person’s contribution was set at ${describePence(event.data.weeklyPence)} a week from ${dateInWords(event.data.from)}`;
    case 'transfer-case.joint-package-set':
      return jointPackage(event.data);
    case 'transfer-case.suspension-recorded':
      return suspension(event.data);
    case 'transfer-case.payment-made':
      return payment(event.data);
    case 'transfer-case.contribution-received':
      return `The person’s contribution of ${describePence(event.data.amountPence)} for ${periodInWords(event.data)} was received on ${dateInWords(event.data.receivedOn)} (${event.data.receiptReference})`;
    case 'transfer-case.one-off-paid':
      return oneOff(event.data);
    case 'transfer-case.opening-balance-stated':
      return `The account held ${describePence(event.data.balancePence)} as ${dateInWords(event.data.balanceOn)} began (${event.data.statementReference})`;
    case 'transfer-case.account-closed':
      return `The account was closed on ${dateInWords(event.data.closedOn)} with ${describePence(event.data.balancePence)} in it (${event.data.statementReference})`;
    case 'transfer-case.balance-reclaimed':
      return `The council took ${describePence(event.data.amountPence)} back from the account on ${dateInWords(event.data.reclaimedOn)} (${event.data.reclaimReference})`;
    case 'transfer-case.phb-cover-started':
      return `The personal health budget covers the person from ${dateInWords(event.data.startsOn)}${event.data.withoutPrejudice === true ? ', without prejudice to the decision' : ''}`;
    case 'transfer-case.direct-payment-stopped':
      return `The council’s direct payment covers its last day on ${dateInWords(event.data.lastDayCovered)}`;
    case 'transfer-case.area-changed':
      return `${event.data.nhsBody} is the responsible NHS body from ${dateInWords(event.data.from)} (${event.data.reason}, ${event.data.documentReference})`;
    case 'transfer-case.budget-form-chosen':
      return budgetForm(event.data);
    case 'transfer-case.reopening-requested':
      return `It was asked on ${on(event)} to reopen the case (${event.data.reasonCode}, ${event.data.documentReference}), which takes a second person`;
    case 'transfer-case.case-reopened':
      return `The case was reopened on ${on(event)} (${event.data.reasonCode}, ${event.data.documentReference})`;
    case 'transfer-case.case-merged':
      return `The case was merged into ${event.data.into} on ${on(event)} (${event.data.reasonCode}, ${event.data.documentReference}): nothing is owed on it any more`;
    case 'transfer-case.interim-payer-agreed':
      return `NHS bodies dispute who is responsible from ${dateInWords(event.data.from)}; ${event.data.interimPayer} pays until it is settled (${event.data.documentReference})`;
    case 'transfer-case.death-recorded':
      return `The person died on ${dateInWords(event.data.diedOn)}`;
    case 'transfer-case.death-retracted':
      return `The death was recorded in error (${event.data.reasonCode}), and the case goes on`;
    case 'transfer-case.chc-declined':
      return `The person declined NHS Continuing Healthcare from ${dateInWords(event.data.declinedFrom)} (${event.data.documentReference})`;
    case 'transfer-case.eligibility-lost':
      return `The NHS body decided on ${dateInWords(event.data.decidedOn)} that the person is not eligible any more, and told them on ${dateInWords(event.data.notifiedOn)}`;
    case 'transfer-case.eligibility-overturned':
      return `The decision of eligibility was overturned on ${dateInWords(event.data.decidedOn)}: the NHS body is liable up to ${dateInWords(event.data.lastDayLiable)} (${event.data.documentReference})`;
    case 'transfer-case.council-budget-set':
      return `The council assessed the person’s budget at ${describePence(event.data.weeklyPence)} a week from ${dateInWords(event.data.from)}`;
    case 'transfer-case.phb-rate-set':
      return `The personal health budget pays ${describePence(event.data.weeklyPence)} a week from ${dateInWords(event.data.from)}`;
    case 'transfer-case.council-cover-started':
      return `The council’s direct payment covers the person again from ${dateInWords(event.data.startsOn)}`;
    case 'transfer-case.transfer-completed': {
      const waived = event.data.items.filter((item) => item.waived !== undefined).length;
      return `The transfer was completed on ${on(event)}${waived > 0 ? `, with ${waived} of its list waived` : ''}`;
    }
    case 'transfer-case.transfer-withdrawn':
      return `The transfer was withdrawn on ${on(event)} (${event.data.reasonCode})`;
  }
}

const SIDE_IN_WORDS: Readonly<Record<CaseSide, string>> = {
  council: 'The council',
  'nhs-body': 'The NHS body',
};

function eligibility(decision: {
  outcome: 'eligible' | 'not-eligible';
  decidedOn: PlainDate;
  effectiveOn?: PlainDate;
}): string {
  const outcome = decision.outcome === 'eligible' ? 'eligible' : 'not eligible';
  const effective =
    decision.effectiveOn === undefined ? '' : `, with effect from ${dateInWords(decision.effectiveOn)}`;
  return `The NHS body decided on ${dateInWords(decision.decidedOn)} that the person is ${outcome}${effective}`;
}

function liabilityStart(liability: { startsOn: PlainDate; rule: LiabilityRule; held?: Period }): string {
  const held = liability.held === undefined ? '' : `; ${periodInWords(liability.held)} is held`;
  return `The NHS body is liable from ${dateInWords(liability.startsOn)} by rule ${liability.rule}${held}`;
}

const PART_IN_WORDS: Readonly<Record<JointPart['part'], string>> = {
  'council-own': 'the council’s own',
  bridged: 'paid by the council for the NHS body',
  'nhs-own': 'paid by the NHS body itself',
};

function jointPackage(shares: Omit<JointPackage, 'eventId'>): string {
  const stated = shares.parts.map(
    ({ part, share, weeklyPence }) =>
      `${weeklyPence === undefined ? (share ?? '') : `${describePence(weeklyPence)} a week`} of each day is ${PART_IN_WORDS[part]}`,
  );
  const rest = `${stated.length === 0 ? 'all' : 'the rest'} of each day is ${PART_IN_WORDS[shares.remainder]}`;
  return `From ${dateInWords(shares.from)} ${[...stated, rest].join(', ')}`;
}

function suspension({ reason, paid, weeklyPence, ...days }: Omit<Suspension, 'eventId'>): string {
  const meanwhile =
    weeklyPence === undefined
      ? `the council paid ${paid.replace('-', ' ')}`
      : `the council paid ${describePence(weeklyPence)} a week`;
  return `Care at home was interrupted from ${periodInWords(days)} (${reason}); ${meanwhile}`;
}

function payment(
  made: Period & {
    paymentReference: string;
    payer: string;
    paidOn: PlainDate;
    amountPence: Pence;
    reverses?: string;
  },
): string {
  return made.reverses === undefined
    ? `${made.payer} paid ${describePence(made.amountPence)} for ${periodInWords(made)} on ${dateInWords(made.paidOn)} (${made.paymentReference})`
    : `${made.payer} reversed payment ${made.reverses} on ${dateInWords(made.paidOn)}: ${describePence(made.amountPence)} (${made.paymentReference})`;
}

const ONE_OFF_IN_WORDS: Readonly<
  Record<TransferCaseFact<'transfer-case.one-off-paid'>['data']['kind'], string>
> = {
  'for-later-use': 'for something of use after bridging',
  annual: 'for a yearly cost',
  'before-liability': 'for something bought before liability',
  'back-pay': 'for back pay',
  'respite-or-emergency': 'for respite or emergency cover',
};

function oneOff(paid: TransferCaseFact<'transfer-case.one-off-paid'>['data']): string {
  const { payer, amountPence, kind, benefit, incurredOn, receiptReference } = paid;
  const good = benefit === undefined ? '' : `, good for ${periodInWords(benefit)}`;
  return `${payer} paid ${describePence(amountPence)} once ${ONE_OFF_IN_WORDS[kind]} on ${dateInWords(incurredOn)}${good} (${receiptReference})`;
}

const FORM_IN_WORDS: Readonly<Record<BudgetForm['form'], string>> = {
  'direct-payment': 'a direct payment',
  notional: 'a notional budget',
  'third-party': 'a budget held by a third party',
  agency: 'the service of an agency',
};

function budgetForm({ form, from, documentReference }: BudgetForm): string {
  const chosen = `The person chose ${FORM_IN_WORDS[form]} from ${dateInWords(from)} (${documentReference})`;
  return form === 'direct-payment'
    ? chosen
    : `${chosen}: the PAs may be redundant, or move to another employer`;
}

function count(assistants: number): string {
  if (assistants === 0) return 'their assistants, who are not listed yet';
  return assistants === 1 ? '1 assistant' : `${assistants} assistants`;
}

function on(event: TransferCaseEvent): string {
  return dateInWords(event.occurredOn);
}
