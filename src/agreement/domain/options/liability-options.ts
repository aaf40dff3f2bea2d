import { choice, selection } from './option-kinds.js';

/** The rules by which a day of liability is found, in their order. */
export const LIABILITY_RULE_CODES = ['R1', 'R2', 'R3', 'R4', 'R5', 'R6'] as const;

/** From which day the NHS body is liable. */
export const LIABILITY_OPTIONS = {
  liabilityRulesAllowed: selection(
    'The rules by which the two bodies let liability begin: the decision (R1, always), an earlier day that the NHS body states (R2), day 29 of a late decision (R3), a decision revised after a challenge (R4), the Fast Track (R5), and a day that was agreed or found by a court (R6).',
    LIABILITY_RULE_CODES,
    ['R1'],
  ),
  liabilityEffectiveDate: choice(
    'Which day before its decision the NHS body states as the first of eligibility: any that it has a reason for, the day of the recommendation, or none, so that eligibility begins with the decision.',
    ['as-stated', 'recommendation', 'decision'],
  ),
};
