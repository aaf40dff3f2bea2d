import type { RechargeStatus } from '../../recharge/index.js';

/** How a recharge stands, as people say it. */
export const rechargeStatusWords: Readonly<Record<RechargeStatus, string>> = {
  draft: 'Draft, not approved',
  approved: 'Approved, not issued',
  'approval-lapsed': 'Approval lapsed',
  issued: 'Issued',
  queried: 'Queried',
  'part-accepted': 'Accepted in part',
  accepted: 'Accepted, not paid',
  paid: 'Paid',
  credited: 'Credited',
  withdrawn: 'Withdrawn',
};

/** The colour of the tag that stands beside the words. */
export const rechargeStatusTags: Readonly<Record<RechargeStatus, string>> = {
  draft: 'govuk-tag--grey',
  approved: '',
  'approval-lapsed': 'govuk-tag--orange',
  issued: '',
  queried: 'govuk-tag--orange',
  'part-accepted': 'govuk-tag--yellow',
  accepted: 'govuk-tag--turquoise',
  paid: 'govuk-tag--green',
  credited: 'govuk-tag--grey',
  withdrawn: 'govuk-tag--grey',
};

/** What a line is for. */
export const lineKindWords: Readonly<Record<string, string>> = {
  bridging: 'Direct payment in bridging',
  'one-off': 'One-off payment',
  'unspent-balance-credit': 'Credit for money left unspent',
  'leave-credit': 'Credit for leave that was owed before',
  'transfer-back': 'Paid by the NHS on the way back',
  'paid-stays': 'Paid before, and stays paid',
};

/** What the debtor said of a line. */
export const lineAnswerWords: Readonly<Record<string, string>> = {
  open: 'No answer yet',
  queried: 'Queried',
  accepted: 'Accepted',
};

export const lineAnswerTags: Readonly<Record<string, string>> = {
  open: 'govuk-tag--grey',
  queried: 'govuk-tag--orange',
  accepted: 'govuk-tag--green',
};

/** Why a sum is unpaid. */
export const unpaidReasonWords: Readonly<Record<string, string>> = {
  'not-yet-accepted': 'No answer to the line yet',
  queried: 'Queried',
  accepted: 'Accepted and not paid',
  'to-be-returned': 'To be given back after a credit',
};

/** What moved the account of two bodies. */
export const statementEntryWords: Readonly<Record<string, string>> = {
  recharge: 'Recharge',
  'credit-note': 'Credit note',
  payment: 'Payment',
  credit: 'Credited',
};
