import type { Rule } from '../../../kernel/basis.js';
import { CLOCK_RULE } from './deadline-rules.js';
import { FUNDING_RULE } from './funding-rules.js';
import { DAY_29, LIABILITY_END_RULE, LIABILITY_RULE } from './liability-rules.js';

/** Every version of every rule of this context, as docs/rules.md lists them. */
export const transferCaseRules: readonly Rule[] = [
  ...Object.values(LIABILITY_RULE),
  DAY_29,
  ...Object.values(LIABILITY_END_RULE),
  ...Object.values(FUNDING_RULE),
  ...Object.values(CLOCK_RULE),
];
