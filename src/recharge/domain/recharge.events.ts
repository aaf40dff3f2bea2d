import { eventCatalogue, type EventOf } from '../../kernel/event-catalogue.js';
import {
  day,
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
import { DOCUMENT_ROUTES } from './document-route.js';

/** What a line is for. Each kind rests on one rule. */
export const LINE_KINDS = [
  'bridging',
  'one-off',
  'unspent-balance-credit',
  'leave-credit',
  'transfer-back',
  'paid-stays',
] as const;

/** Why a line is queried. Words about a person have no place here; the two finance teams talk elsewhere. */
export const QUERY_REASONS = [
  'rate-not-evidenced',
  'payment-not-evidenced',
  'days-not-liable',
  'another-body-liable',
  'bridging-not-approved',
  'contribution-wrong',
  'charged-before',
  'one-off-not-approved',
  'leave-not-agreed',
  'arithmetic',
] as const;

/** Why a recharge is taken back after it was issued. */
export const CREDIT_REASONS = [
  'facts-changed',
  'liability-date-changed',
  'wrong-body',
  'query-upheld',
  'issued-in-error',
] as const;

/** Why a recharge is dropped before it was issued. */
export const WITHDRAWAL_REASONS = ['calculated-in-error', 'settled-otherwise', 'case-reopened'] as const;

/** Why one of the bodies that took over from a debtor pays. A place is no personal data; a document says the rest. */
export const SUCCESSOR_REASONS = [
  /** The person is registered in its area. */
  'area-of-the-person',
  /** The scheme that moved the liabilities names it. */
  'transfer-scheme',
  'agreed-between-the-bodies',
  'decided-by-nhs-england',
] as const;

/** One line of a recharge, with figures only: its explanation is made again from them and the rule. */
export const rechargeLine = record({
  /** From 1, in the order of the document. */
  number: wholeNumber,
  kind: oneOf(LINE_KINDS),
  from: day,
  until: day,
  days: wholeNumber,
  weeklyPence: optional(money),
  /** A credit is negative. */
  amountPence: money,
  /** The body that was liable at the time, before any succession. */
  bodyAtTime: text,
  /** References of payments, receipts or statements that show the cost. */
  evidence: listOf(text),
  /** The first day on which a claim for the oldest payment of the line is out of time. */
  claimBefore: optional(day),
  rule: text,
  ruleVersion: wholeNumber,
  /** What went into the rule. */
  figures: plainValues,
});

export type RechargeLine = ShapeOf<typeof rechargeLine>;

/** How many facts of the case, and of the leave of its PAs where the recharge settles leave, a sum rests on. */
const factsBehind = record({ caseFacts: wholeNumber, leaveFacts: optional(wholeNumber) });

const shapes = {
  'recharge.calculated': record({
    rechargeRef: text,
    caseRef: text,
    /** Owed more than it owes: a recharge. The lines come to less than nothing: a credit note, owed the other way. */
    document: oneOf(['recharge', 'credit-note']),
    /** Who paid, and is owed. */
    creditor: text,
    /** Who was liable, and owes. */
    debtor: text,
    documentRoute: oneOf(DOCUMENT_ROUTES),
    agreementId: optional(text),
    agreementVersion: optional(wholeNumber),
    lines: listOf(rechargeLine),
    totalPence: money,
    refundToPersonPence: money,
    contributionCancelledPence: money,
    /** Employments whose leave credit was not known yet, and is in no line. */
    leavePendingFor: listOf(text),
    /** The recharge of the same case that was credited or withdrawn before this one. */
    supersedes: optional(text),
    /** What the debtor had paid on the versions before; negative when it was the creditor of today that paid. */
    paidBeforePence: money,
    by: text,
  }),
  'recharge.approved': record({
    by: text,
    totalPence: money,
    /** What of the same approver counts together with it against a limit, itself included; absent where no limit applied. */
    countedPence: optional(money),
    /** How many facts behind the sum were recorded by then. One more, and the approval has lapsed; absent in older events. */
    restsOn: optional(factsBehind),
  }),
  /** The debtor was split, and this one of its successors pays the document that is issued with it. */
  'recharge.successor-chosen': record({
    debtor: text,
    payableBy: text,
    reasonCode: oneOf(SUCCESSOR_REASONS),
    /** What shows it: a scheme, a letter, minutes. */
    documentReference: text,
    by: text,
  }),
  'recharge.issued': record({
    documentDate: day,
    invoiceReference: text,
    purchaseOrder: optional(text),
    /** Who owes on the date of the document what the debtor incurred. */
    payableBy: text,
    paymentDueOn: day,
    queryDueOn: day,
    by: text,
  }),
  'recharge.line-queried': record({ line: wholeNumber, reasonCode: oneOf(QUERY_REASONS), by: text }),
  'recharge.line-accepted': record({ line: wholeNumber, by: text }),
  'recharge.paid': record({ paidOn: day, amountPence: money, paymentReference: text, by: text }),
  /** Somebody asks that the recharge is taken back, and an approver who is somebody else has to agree. */
  'recharge.credit-requested': record({ reasonCode: oneOf(CREDIT_REASONS), by: text }),
  'recharge.credited': record({
    /** The whole total with the opposite sign. */
    amountPence: money,
    reasonCode: oneOf(CREDIT_REASONS),
    by: text,
  }),
  'recharge.withdrawn': record({ reasonCode: oneOf(WITHDRAWAL_REASONS), by: text }),
};

export type RechargeEvent = EventOf<typeof shapes>;

/** One kind of recharge event, by its type. */
export type RechargeFact<Type extends RechargeEvent['type']> = Extract<RechargeEvent, { type: Type }>;

export const rechargeCatalogue = eventCatalogue(shapes);
