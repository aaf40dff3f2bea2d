import type { Rule } from '../../../kernel/basis.js';

export const PAYMENT_STATED: Rule = {
  code: 'REDUNDANCY-PAYMENT-STATED',
  version: 1,
  title: 'The statutory payment is taken as it was stated, where only its split is asked for',
  source: 'Statement of payroll, the insurer or an adviser',
  certainty: 'product-decision',
};
