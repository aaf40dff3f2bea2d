import { choice, count, selection, words } from './option-kinds.js';

const LONGEST_POST = 100;

/** Who says yes, whom a delay is put before, what is set aside and how long records are kept. */
export const GOVERNANCE_OPTIONS = {
  approvalBy: choice(
    'Who approves what one body pays the other: both bodies, each by somebody else than who prepared it. The body that is owed approves the charge, and the body that owes accepts it line by line. No other way is defined.',
    ['both-bodies'],
  ),
  approvalLimitPence: count(
    'The sum in pence above which a charge or its credit needs a higher approval; 0 for none.',
    0,
    0,
    100_000_000,
  ),
  approvalAboveLimitBy: choice(
    'Who approves above that limit: an approver whose right on record reaches the sum, as that post has it. No other post is defined.',
    ['chief-finance-officer'],
  ),
  escalationPostCouncil: words(
    'The post at the council to which a passed deadline is put; never the name of a person.',
    LONGEST_POST,
    'Head of direct payments',
  ),
  escalationPostNhsBody: words(
    'The post at the NHS body to which a passed deadline is put; never the name of a person.',
    LONGEST_POST,
    'Head of personal health budgets',
  ),
  accountReserves: selection(
    'The reserves that may be set aside by name in the account, each apart from the money for care.',
    ['redundancy', 'leave', 'contingency'],
  ),
  retentionClass: choice(
    'How long the records of a case are kept at least: eight years after the end of care, or six years after the last contact. The longer holds where the bodies differ.',
    ['eight-years-after-care', 'six-years-after-contact'],
  ),
};
