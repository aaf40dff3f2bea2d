import type { Rule } from '../../../kernel/basis.js';
import { DUTIES_RULES } from '../duties/duties-rules.js';
import { AGED_DEBT } from '../aged-debt/aged-debt.js';
import { STATEMENT_BALANCE } from '../statement/statement-rules.js';

/** The sum of one line of a recharge for days of bridging. */
export const BRIDGING_LINE = {
  code: 'BRIDGING-LINE',
  version: 1,
  title: 'The weekly rate for the days of the line, a seventh for each day, rounded half up to the penny',
  source:
    'Local agreement, basis of cost. Gross cost: annex on refunds of the National Framework for NHS CHC',
  certainty: 'product-decision',
} as const satisfies Rule;

/** What a whole recharge comes to. */
export const RECHARGE_TOTAL = {
  code: 'RECHARGE-TOTAL',
  version: 1,
  title: 'The recharge is the sum of its lines, so that the document adds up',
  source: 'Local agreement, basis of cost',
  certainty: 'product-decision',
} as const satisfies Rule;

/** Which days the council paid for while the NHS body was liable. */
export const BRIDGING_DAYS = {
  code: 'BRIDGING-DAYS',
  version: 1,
  title:
    'Bridging runs from the start of liability to the day before the budget first covers, the last day that the direct ' +
    'payment covered, or the day of death, whichever is first',
  source: 'Local agreement, recharge for the period in which the council kept the direct payment going',
  certainty: 'local-practice',
} as const satisfies Rule;

/** From when the NHS body is liable, where somebody states the day itself. */
export const LIABILITY_STATED = {
  code: 'LIABILITY-STATED',
  version: 1,
  title: 'The NHS body is liable from the day that was stated, and the rules for that day were not asked',
  source: 'Whoever asked for the figure',
  certainty: 'product-decision',
} as const satisfies Rule;

/** From when nobody is liable because the person does not want it. */
export const CASE_MERGED = {
  code: 'CASE-MERGED',
  version: 1,
  title:
    'Nothing is owed on a case that was merged: what there is to charge is charged on the case that goes on',
  source: 'Decided here; a duplicate makes no second debt',
  certainty: 'product-decision',
} as const satisfies Rule;

export const CHC_DECLINED = {
  code: 'CHC-DECLINED',
  version: 1,
  title:
    'The NHS body is not liable from the day on which the person declines NHS Continuing Healthcare; whether the council ' +
    'then has a duty has to be looked into',
  source: 'Decided here, since no source settles it; a local agreement may differ',
  certainty: 'product-decision',
} as const satisfies Rule;

/** What the council takes back from the account. */
export const ACCOUNT_RECLAIM = {
  code: 'ACCOUNT-RECLAIM',
  version: 1,
  title:
    'What the direct payment paid for days after the last one owed is taken back from the account, and never recharged',
  source: 'Direct payment closing practice of councils; a local agreement may differ',
  certainty: 'local-practice',
} as const satisfies Rule;

/** How much of one payment is for days after the last one owed. */
export const PAYMENT_PAST_END = {
  code: 'PAYMENT-PAST-END',
  version: 1,
  title:
    'A payment belongs in equal parts to the days that it covers, each payment rounded half up to the penny',
  source: 'Decided here, since no source settles it; a local agreement may differ',
  certainty: 'product-decision',
} as const satisfies Rule;

/** Which part of a day is charged under a joint package. */
export const JOINT_PACKAGE = {
  code: 'JOINT-PACKAGE',
  version: 1,
  title:
    'Of a day that both bodies fund, only the part is charged that the council paid and the NHS body is liable for; the ' +
    'person’s contribution counts towards the council’s own part first',
  source: 'Local agreement, joint packages: kind of share',
  certainty: 'product-decision',
} as const satisfies Rule;

/** What is charged for days on which care at home was interrupted. */
export const DIRECT_PAYMENT_SUSPENDED = {
  code: 'DIRECT-PAYMENT-SUSPENDED',
  version: 1,
  title:
    'For days in hospital, in respite or otherwise interrupted, what the council paid by its own rule is charged, and no more',
  source: 'Local agreement, suspension of the direct payment',
  certainty: 'product-decision',
} as const satisfies Rule;

/** What becomes of the contributions that the person was charged for days on which the NHS was liable. */
export const CONTRIBUTION_REFUND = {
  code: 'CONTRIBUTION-REFUND',
  version: 1,
  title:
    'The council refunds what the person really paid for the days, and cancels what was charged and not paid',
  source:
    'National Framework for NHS CHC, annex on refunds: the NHS body repays the council, the council the person',
  certainty: 'unverified',
} as const satisfies Rule;

/** For which days of a charge the person's money counts. */
export const CONTRIBUTION_OTHER_DAYS = {
  code: 'CONTRIBUTION-OTHER-DAYS',
  version: 1,
  title:
    'What the person paid for some days of a charge beyond what was assessed for them counts for its other days, the ' +
    'earliest first, and is claimed from the body that owes for those, so that where the days are divided changes no sum',
  source: 'Decided here, since no source settles it; a local agreement may differ',
  certainty: 'product-decision',
} as const satisfies Rule;

/** How money that is left in the account is credited to the body that paid for bridging. */
export const UNSPENT_BALANCE = {
  code: 'UNSPENT-BALANCE',
  version: 1,
  title: 'Bridging money that was left unspent is credited by the method of the agreement',
  source: 'Local agreement, method of credit',
  certainty: 'product-decision',
} as const satisfies Rule;

/** How a payment for one thing is shared between the bodies. */
export const ONE_OFF_PAYMENT = {
  code: 'ONE-OFF-PAYMENT',
  version: 1,
  title: 'A one-off payment is shared by the days of benefit before and after liability began',
  source: 'Local agreement, table of one-off payments',
  certainty: 'product-decision',
} as const satisfies Rule;

/** Which body bears a one-off payment. */
export const ONE_OFF_TABLE = {
  code: 'ONE-OFF-TABLE',
  version: 1,
  title:
    'Who bears a one-off payment follows from its kind: what is bought in bridging for later use falls on the NHS body if ' +
    'approved before, a yearly cost and back pay by the days that they are for, what was bought before on the council',
  source: 'Local agreement, table of one-off payments',
  certainty: 'product-decision',
} as const satisfies Rule;

/** What is taken off for money left in the account. */
export const ACCOUNT_LEAVE = {
  code: 'ACCOUNT-LEAVE',
  version: 1,
  title:
    'Money in the account that is for leave is neither taken back from it nor credited a second time as unspent',
  source: 'Local agreement, leave at the transfer',
  certainty: 'product-decision',
} as const satisfies Rule;

export const ACCOUNT_CREDIT = {
  code: 'ACCOUNT-CREDIT',
  version: 1,
  title:
    'Bridging money that was not spent is credited: what the account held at its close, without money for other days, by ' +
    'the method of the agreement',
  source: 'Local agreement, basis of cost and method of credit',
  certainty: 'product-decision',
} as const satisfies Rule;

/** What the council owes for days after the notice that ended eligibility. */
export const TRANSFER_BACK = {
  code: 'TRANSFER-BACK',
  version: 1,
  title:
    'When eligibility ends the NHS body pays through the notice, of which the day of the decision is day 1; what it pays ' +
    'after that is owed by the council',
  source: 'Local agreement, notice and rate of a transfer back; 28 days is the usual notice',
  certainty: 'product-decision',
} as const satisfies Rule;

/** Which part of a day the council owes on the way back under a joint package. */
export const TRANSFER_BACK_JOINT = {
  code: 'TRANSFER-BACK-JOINT',
  version: 1,
  title:
    'Of a day on the way back that both bodies fund, the council owes all but the NHS body’s own part, since the council ' +
    'pays nothing until its cover starts',
  source: 'Local agreement, joint packages: kind of share',
  certainty: 'product-decision',
} as const satisfies Rule;

/** What becomes of money that was paid before eligibility turned out to have ended earlier. */
export const PAID_STAYS = {
  code: 'PAID-STAYS',
  version: 1,
  title:
    'When eligibility turns out to have ended before days that the NHS body has paid for, what it had paid until that was ' +
    'decided stays paid, and nothing is returned for those days',
  source:
    'National Framework for NHS Continuing Healthcare, reviews: what was paid while a person was eligible is not taken back',
  certainty: 'unverified',
} as const satisfies Rule;

/** What the council still owed for leave when liability began. */
export const LEAVE_CREDIT = {
  code: 'LEAVE-CREDIT',
  version: 1,
  title: 'Leave that was earned before liability began is taken off the recharge',
  source: 'Local agreement, settlement of leave',
  certainty: 'product-decision',
} as const satisfies Rule;

/** By when a document is queried and paid. */
export const RECHARGE_DUE = {
  code: 'RECHARGE-DUE',
  version: 1,
  title: 'A recharge is paid so many days, and queried so many working days, after the date of its document',
  source: 'Local agreement, recharge: days to query and to pay',
  certainty: 'product-decision',
} as const satisfies Rule;

/** Which way the document goes. */
export const RECHARGE_ROUTE = {
  code: 'RECHARGE-ROUTE',
  version: 1,
  title: 'The document goes as the agreement says; the money always goes from who was liable to who paid',
  source: 'Local agreement, recharge: document route',
  certainty: 'product-decision',
} as const satisfies Rule;

/** The VAT of a recharge. */
export const RECHARGE_VAT = {
  code: 'RECHARGE-VAT',
  version: 1,
  title:
    'A direct payment that is passed on is outside the scope of VAT, so that the document bears none; finance confirms it in the agreement',
  source: 'Local agreement, recharge: VAT code; HMRC VAT Government and Public Bodies manual, VATGPB6640',
  certainty: 'product-decision',
} as const satisfies Rule;

/** Whether a document needs the payer's purchase order. */
export const RECHARGE_PURCHASE_ORDER = {
  code: 'RECHARGE-PURCHASE-ORDER',
  version: 1,
  title: 'A recharge names the purchase order of the body that owes, where the agreement requires it',
  source: 'Local agreement, recharge: purchase order',
  certainty: 'product-decision',
} as const satisfies Rule;

/** Every version of every rule that a recharge was ever worked out by; a changed rule is added, never edited. */
export const RECHARGE_RULES: readonly Rule[] = [
  BRIDGING_LINE,
  BRIDGING_DAYS,
  LIABILITY_STATED,
  CHC_DECLINED,
  CASE_MERGED,
  JOINT_PACKAGE,
  DIRECT_PAYMENT_SUSPENDED,
  RECHARGE_TOTAL,
  CONTRIBUTION_REFUND,
  CONTRIBUTION_OTHER_DAYS,
  UNSPENT_BALANCE,
  ONE_OFF_PAYMENT,
  ONE_OFF_TABLE,
  ACCOUNT_CREDIT,
  ACCOUNT_LEAVE,
  TRANSFER_BACK,
  TRANSFER_BACK_JOINT,
  PAID_STAYS,
  LEAVE_CREDIT,
  ACCOUNT_RECLAIM,
  PAYMENT_PAST_END,
  RECHARGE_DUE,
  RECHARGE_ROUTE,
  RECHARGE_VAT,
  RECHARGE_PURCHASE_ORDER,
  STATEMENT_BALANCE,
  AGED_DEBT,
  ...DUTIES_RULES,
];
