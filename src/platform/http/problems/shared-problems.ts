import type { ProblemDescription } from './problem-codes.js';

const invalid = (title: string, meaning: string): ProblemDescription => ({ status: 422, title, meaning });

/** The refusals that mean the same in every context. Each context that has one of them adds them all. */
export const sharedProblems: Readonly<Record<string, ProblemDescription>> = {
  'not-your-side': {
    status: 403,
    title: 'This is for the other body',
    meaning:
      'Roles of a council act in a council and roles of the NHS in an NHS body. Of a recharge, the creditor works out, approves, issues and credits; the debtor queries, accepts and pays.',
  },
  'import-refused': invalid(
    'Rows of the file are refused',
    'Nothing was stored. The member rows says for each row what is wrong with it.',
  ),
  'no-such-version': invalid(
    'The agreement has no such version',
    'GET /v1/agreements/{agreementId}/versions lists those that it has; a case can only keep one that both bodies signed.',
  ),
  'out-of-order': invalid(
    'Days are out of order',
    'The field that is named comes before what it follows from.',
  ),
  'not-a-reference': invalid(
    'Not a reference',
    'A reference has letters, digits and / . _ : - only, and names nobody.',
  ),
  'number-of-a-person': invalid(
    'The number of a person',
    'A reference holds no NHS number and no National Insurance number. One ten-digit number in eleven looks like an NHS number by chance: put a 0 before it.',
  ),
  'not-a-reason-code': invalid('Not a reason code', 'A reason is a code in small letters with hyphens.'),
  'named-twice': invalid('Named twice', 'Each item of the list is there once.'),
  'not-hours-of-a-week': invalid('Not the hours of a week', 'A week has 168 hours.'),
  'not-above-zero': invalid('Not above zero', 'The value has to be above zero.'),
  'below-zero': invalid('Below zero', 'The value has to be zero or more.'),
};
