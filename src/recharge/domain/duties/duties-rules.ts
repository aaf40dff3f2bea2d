import type { Rule } from '../../../kernel/basis.js';

/** Who may release a sum, and who may not. */
export const DUTIES_APART = {
  code: 'DUTIES-APART',
  version: 1,
  title:
    'A charge is approved by an approver of the body that is owed who neither worked it out nor recorded a payment, a rate or ' +
    'another fact that it rests on',
  source:
    'Local agreement, recharge pack: a preparer and a different approver. Invoice validation of NHS bodies',
  certainty: 'unverified',
} as const satisfies Rule;

/** What counts against the limit of an approver. */
export const APPROVAL_COUNTED_TOGETHER = {
  code: 'APPROVAL-COUNTED-TOGETHER',
  version: 1,
  title:
    'Against a limit counts what the same person approved on the case in the same direction in the thirty days before, whoever ' +
    'owes it, so that a charge is not split to stay below; what was credited or withdrawn does not count',
  source: 'Decided here, since standing financial instructions forbid splitting and name no period',
  certainty: 'unverified',
} as const satisfies Rule;

/** How long an approval holds. */
export const APPROVAL_LAPSES = {
  code: 'APPROVAL-LAPSES',
  version: 1,
  title:
    'An approval holds until the charge is worked out anew or a fact behind it is recorded, also one that leaves the sum as it is',
  source: 'Decided here: what was approved is the sum with what it rests on',
  certainty: 'product-decision',
} as const satisfies Rule;

export const DUTIES_RULES: readonly Rule[] = [DUTIES_APART, APPROVAL_COUNTED_TOGETHER, APPROVAL_LAPSES];
