import { eventCatalogue, type EventOf } from '../../kernel/event-catalogue.js';
import {
  day,
  exactNumber,
  flag,
  listOf,
  money,
  oneOf,
  optional,
  plainValues,
  record,
  text,
  wholeNumber,
  type ShapeOf,
} from '../../kernel/shape.js';

/** A PA who is staying with the person. The reference is the council's own and names nobody. */
export const assistant = record({
  assistantRef: text,
  status: oneOf(['employed', 'self-employed']),
  startedOn: day,
  weeklyHours: exactNumber,
  hourlyRatePence: money,
});
export type Assistant = ShapeOf<typeof assistant>;

/** The rule of the rule book by which the day of liability was found. */
export const LIABILITY_RULES = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6'] as const;

/** Days that may be the NHS body's too, once somebody says whether the late decision was justified. */
const heldDays = record({ from: day, until: day });

/** What must be true, or be waived by a named person, before a transfer is complete. */
export const COMPLETION_ITEMS = [
  'phb-agreement-signed',
  'phb-cover-start-confirmed',
  'council-last-day-set',
  'assistant-list-agreed',
  'leave-statement-received',
  'insurance-in-force',
  'redundancy-agreement-noted',
  'contribution-stopped-and-refund-queued',
  'person-and-payroll-told-in-writing',
  'contacts-named',
] as const;

const completionItem = record({
  item: oneOf(COMPLETION_ITEMS),
  /** The sign-in id of who waived it and the code of why; absent when the item is true. */
  waived: optional(record({ by: text, reason: text })),
});
export type CompletionItem = ShapeOf<typeof completionItem>;

/** What a one-off payment is for; which body bears it follows from the local agreement. */
export const ONE_OFF_KINDS = [
  'for-later-use',
  'annual',
  'before-liability',
  'back-pay',
  'respite-or-emergency',
] as const;

/** What somebody said of the approval of a one-off payment. */
const oneOffApproval = record({
  outcome: oneOf(['approved', 'not-approved']),
  /** The NHS body's code or sign-in id of who approved it, and the day; only for what was approved. */
  by: optional(text),
  on: optional(day),
});

const boundAgreementCopy = record({
  agreementId: text,
  version: wholeNumber,
  legalVehicle: text,
  /** The options as the agreement context writes them; they are read by that context's own shape. */
  options: plainValues,
});

/**
 * The parts of a day under a joint package: the council is liable and pays, the council pays and the NHS body is liable, or
 * the NHS body is liable and pays itself. Only the second is recharged.
 */
export const JOINT_PARTS = ['council-own', 'bridged', 'nhs-own'] as const;

/** One part of a day: a share of its cost, or a fixed sum a week. */
const jointPart = record({
  part: oneOf(JOINT_PARTS),
  share: optional(exactNumber),
  weeklyPence: optional(money),
});

/** Why care at home was interrupted. */
export const SUSPENSION_REASONS = ['hospital', 'respite', 'other'] as const;

/** What the council paid meanwhile, by its own rule. */
export const SUSPENSION_PAYMENTS = ['in-full', 'reduced', 'nothing'] as const;

/** Why another NHS body is responsible: the person changed GP, the rules on placements, or the bodies settled it. */
export const AREA_REASONS = ['gp-registration', 'placing-rules', 'dispute-settled'] as const;

/**
 * How the personal health budget is held: paid to the person, spent for them by the NHS body, held by an organisation that
 * they choose, or a service of an agency. Only with the first does the person employ the PAs by it.
 */
export const BUDGET_FORMS = ['direct-payment', 'notional', 'third-party', 'agency'] as const;

/** The two sides of a case, each with a person of its own who works it. */
export const CASE_SIDES = ['council', 'nhs-body'] as const;

/** Why a case goes from one person of a body to another, or to nobody. */
export const ASSIGNMENT_REASONS = [
  'workload',
  'absence',
  'left-the-team',
  'teams-changed',
  'closer-to-the-person',
  'conflict-of-interest',
  'assigned-in-error',
] as const;

/** The id of the event whose facts were wrong, and which this one replaces. */
const corrects = optional(text);

const shapes = {
  'transfer-case.alert-raised': record({
    caseRef: text,
    /** The council's own reference of the person: opaque, scoped to the council. */
    personReference: text,
    council: text,
    nhsBody: text,
    assistants: listOf(assistant),
    wishesToKeepAssistants: flag,
  }),
  'transfer-case.alert-acknowledged': record({
    /** The sign-in id of the NHS body's named person for this case. */
    counterpart: text,
  }),
  /** A body says who of its own staff works the case. */
  'transfer-case.assigned': record({
    side: oneOf(CASE_SIDES),
    /** The sign-in id of who works it from now on. */
    assignee: text,
    /** Why it goes on from who worked it before; absent where nobody did. */
    reason: optional(oneOf(ASSIGNMENT_REASONS)),
  }),
  /** Nobody of a body works the case until it says who. */
  'transfer-case.unassigned': record({ side: oneOf(CASE_SIDES), reason: oneOf(ASSIGNMENT_REASONS) }),
  'transfer-case.checklist-received': record({ completedOn: day, receivedOn: day, corrects }),
  'transfer-case.fast-track-received': record({ receivedOn: day, corrects }),
  'transfer-case.eligibility-decided': record({
    outcome: oneOf(['eligible', 'not-eligible']),
    decidedOn: day,
    notifiedOn: day,
    /** The earlier day that the NHS body states eligibility to run from. */
    effectiveOn: optional(day),
    corrects,
  }),
  /** A not-eligible decision put right after a challenge. */
  'transfer-case.decision-revised': record({
    originalDecidedOn: day,
    revisedOn: day,
    notifiedOn: day,
    corrects,
  }),
  'transfer-case.delay-classified': record({
    delay: oneOf(['justified', 'unjustified', 'unknown']),
    reasonCode: text,
    decidedBy: text,
  }),
  'transfer-case.liability-agreed': record({ startsOn: day, documentReference: text }),
  'transfer-case.liability-date-determined': record({
    startsOn: day,
    rule: oneOf(LIABILITY_RULES),
    held: optional(heldDays),
  }),
  'transfer-case.agreement-bound': boundAgreementCopy,
  /** One of the two bodies signed that the case keeps another version; with the other's signature it is bound to it. */
  'transfer-case.agreement-change-signed': record({
    agreementId: text,
    version: wholeNumber,
    side: oneOf(CASE_SIDES),
    by: text,
    reasonCode: text,
  }),
  'transfer-case.bridging-opened': record({ reviewDueOn: day }),
  'transfer-case.bridging-extended': record({ until: day, approvedBy: text, reasonCode: text }),
  'transfer-case.award-rate-set': record({
    from: day,
    weeklyGrossPence: money,
    corrects,
  }),
  'transfer-case.contribution-set': record({ from: day, weeklyPence: money, corrects }),
  'transfer-case.joint-package-set': record({
    from: day,
    /** In this order where fixed sums come to more than the cost of the day. */
    parts: listOf(jointPart),
    /** The part that gets whatever the others leave. */
    remainder: oneOf(JOINT_PARTS),
    corrects,
  }),
  /** Care at home was interrupted for some days. */
  'transfer-case.suspension-recorded': record({
    from: day,
    until: day,
    reason: oneOf(SUSPENSION_REASONS),
    paid: oneOf(SUSPENSION_PAYMENTS),
    /** The gross weekly sum while it was reduced; absent otherwise. */
    weeklyPence: optional(money),
    corrects,
  }),
  'transfer-case.payment-made': record({
    paymentReference: text,
    payer: text,
    paidOn: day,
    from: day,
    until: day,
    /** Below zero for a reversal, and for nothing else. */
    amountPence: money,
    /** The reference of the payment that this one takes back in full. */
    reverses: optional(text),
  }),
  'transfer-case.contribution-received': record({
    receiptReference: text,
    receivedOn: day,
    from: day,
    until: day,
    amountPence: money,
  }),
  /** A payment for one thing that the direct payment covers, such as a year's insurance. */
  'transfer-case.one-off-paid': record({
    receiptReference: text,
    kind: oneOf(ONE_OFF_KINDS),
    payer: text,
    incurredOn: day,
    /** The days that it is good for; absent while nobody has said. */
    benefit: optional(record({ from: day, until: day })),
    /** Above zero; zero only where a correction takes the payment back. */
    amountPence: money,
    /** Absent while nobody has said whether it was approved. */
    approval: optional(oneOffApproval),
    corrects,
  }),
  /** What the account of the direct payment held as the day of liability began. */
  'transfer-case.opening-balance-stated': record({
    balanceOn: day,
    balancePence: money,
    statementReference: text,
    corrects,
  }),
  /** What the account held when it was closed, everything that was due from it being paid. */
  'transfer-case.account-closed': record({
    closedOn: day,
    balancePence: money,
    statementReference: text,
    corrects,
  }),
  /** The council took money back from the account. */
  'transfer-case.balance-reclaimed': record({
    reclaimedOn: day,
    amountPence: money,
    reclaimReference: text,
    corrects,
  }),
  'transfer-case.phb-cover-started': record({
    startsOn: day,
    /** True when cover began before the decision, without prejudice to it. */
    withoutPrejudice: optional(flag),
    corrects,
  }),
  'transfer-case.direct-payment-stopped': record({ lastDayCovered: day, corrects }),
  /** Another NHS body is responsible for the person from a day on, the day of the new GP registration for one. */
  'transfer-case.area-changed': record({
    from: day,
    nhsBody: text,
    reason: oneOf(AREA_REASONS),
    documentReference: text,
    corrects,
  }),
  /** NHS bodies dispute which of them is responsible from a day on; one pays until it is settled. */
  'transfer-case.interim-payer-agreed': record({
    from: day,
    interimPayer: text,
    documentReference: text,
    corrects,
  }),
  /** The person died. Liability and bridging end with that day, which is still paid for. */
  'transfer-case.death-recorded': record({ diedOn: day, corrects }),
  /** No death is to be recorded after all: another person was meant. The case goes on as if it had not been said. */
  'transfer-case.death-retracted': record({ corrects: text, reasonCode: text }),
  /** The person does not want NHS Continuing Healthcare, from a day on. */
  'transfer-case.chc-declined': record({ declinedFrom: day, documentReference: text, corrects }),
  /** The person is not eligible any more; the NHS body pays through its notice. */
  'transfer-case.eligibility-lost': record({ decidedOn: day, notifiedOn: day, corrects }),
  /** The decision of eligibility was overturned, by the NHS body itself or on a dispute, up to a stated day. */
  'transfer-case.eligibility-overturned': record({
    decidedOn: day,
    /** The last day that the NHS body is liable for. */
    lastDayLiable: day,
    documentReference: text,
    corrects,
  }),
  /** What the council assesses the person's budget at once it is theirs again. */
  'transfer-case.council-budget-set': record({ from: day, weeklyPence: money, corrects }),
  /** What the personal health budget really pays. */
  'transfer-case.phb-rate-set': record({ from: day, weeklyPence: money, corrects }),
  /** The first day that the council's new direct payment covers. */
  'transfer-case.council-cover-started': record({ startsOn: day, corrects }),
  'transfer-case.transfer-completed': record({ items: listOf(completionItem) }),
  'transfer-case.transfer-withdrawn': record({ reasonCode: text }),
  /** How the person wants the personal health budget to be held, from its first day in that form. */
  'transfer-case.budget-form-chosen': record({
    form: oneOf(BUDGET_FORMS),
    from: day,
    documentReference: text,
    corrects,
  }),
  /** Somebody asks that a case that was complete or withdrawn goes on, and a second person has to agree. */
  'transfer-case.reopening-requested': record({ reasonCode: text, documentReference: text }),
  /** A case that was complete or withdrawn goes on where it stood. */
  'transfer-case.case-reopened': record({ reasonCode: text, documentReference: text }),
  /** The case was a duplicate or of the wrong person: another case goes on, and nothing is owed on this one. */
  'transfer-case.case-merged': record({ into: text, reasonCode: text, documentReference: text }),
};

export type TransferCaseEvent = EventOf<typeof shapes>;

/** One kind of transfer-case event, by its type. */
export type TransferCaseFact<Type extends TransferCaseEvent['type']> = Extract<
  TransferCaseEvent,
  { type: Type }
>;

export type JointPart = ShapeOf<typeof jointPart>;

export const transferCaseCatalogue = eventCatalogue(shapes);
