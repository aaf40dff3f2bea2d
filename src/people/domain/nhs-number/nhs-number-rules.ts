import type { Rule } from '../../../kernel/basis.js';

/** Why the tenth digit is what it is. */
export const NHS_NUMBER_CHECK_DIGIT: Rule = {
  code: 'NHS-NUMBER-CHECK-DIGIT',
  version: 1,
  title:
    'The nine digits are weighted 10 down to 2; the check digit is 11 less the rest of the sum by 11, where 11 is 0 and 10 is no number',
  source: 'NHS Data Dictionary, NHS NUMBER: read in programs that follow it, not in its own text',
  certainty: 'unverified',
};

/** `1111111111` passes the sum and is what somebody types who has no number. */
export const NHS_NUMBER_NOT_ONE_DIGIT: Rule = {
  code: 'NHS-NUMBER-NOT-ONE-DIGIT',
  version: 1,
  title: 'Ten times the same digit is not taken for an NHS number, although its sum is right',
  source: 'Decided here, since no source settles it',
  certainty: 'product-decision',
};
