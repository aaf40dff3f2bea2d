import type { ProblemDescription } from './problem-codes.js';

const invalid = (title: string, meaning: string): ProblemDescription => ({ status: 422, title, meaning });

/** What a value of a command can be, in words that mean the same in every context. Each context that uses them adds them. */
export const fieldProblems: Readonly<Record<string, ProblemDescription>> = {
  'out-of-order': invalid(
    'Days are out of order',
    'The field that is named comes before what it follows from.',
  ),
  'not-a-reference': invalid(
    'Not a reference',
    'A reference has letters, digits and / . _ : - only, and names nobody.',
  ),
  'not-a-reason-code': invalid('Not a reason code', 'A reason is a code in small letters with hyphens.'),
  'named-twice': invalid('Named twice', 'Each item of the list is there once.'),
  'not-hours-of-a-week': invalid('Not the hours of a week', 'A week has 168 hours.'),
  'not-above-zero': invalid('Not above zero', 'The value has to be above zero.'),
  'below-zero': invalid('Below zero', 'The value has to be zero or more.'),
};
