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

const boundAgreementCopy = record({
  agreementId: text,
  version: wholeNumber,
  legalVehicle: text,
  /** The options as the agreement context writes them; they are read by that context's own shape. */
  options: plainValues,
});

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
  'transfer-case.bridging-opened': record({ reviewDueOn: day }),
  'transfer-case.bridging-extended': record({ until: day, approvedBy: text, reasonCode: text }),
  'transfer-case.award-rate-set': record({
    from: day,
    weeklyGrossPence: money,
    corrects,
  }),
  'transfer-case.contribution-set': record({ from: day, weeklyPence: money, corrects }),
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
  'transfer-case.phb-cover-started': record({
    startsOn: day,
    /** True when cover began before the decision, without prejudice to it. */
    withoutPrejudice: optional(flag),
    corrects,
  }),
  'transfer-case.direct-payment-stopped': record({ lastDayCovered: day, corrects }),
  'transfer-case.transfer-completed': record({ items: listOf(completionItem) }),
  'transfer-case.transfer-withdrawn': record({ reasonCode: text }),
};

export type TransferCaseEvent = EventOf<typeof shapes>;

/** One kind of transfer-case event, by its type. */
export type TransferCaseFact<Type extends TransferCaseEvent['type']> = Extract<
  TransferCaseEvent,
  { type: Type }
>;

export const transferCaseCatalogue = eventCatalogue(shapes);
