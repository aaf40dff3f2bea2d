import type { Rule } from '../../kernel/basis.js';
import { PERSON_RETENTION } from './erase/erasure-rules.js';
import { NHS_NUMBER_CHECK_DIGIT, NHS_NUMBER_NOT_ONE_DIGIT } from './nhs-number/nhs-number-rules.js';

/** Every version of every rule of this context, as docs/rules.md lists them. */
export const peopleRules: readonly Rule[] = [
  NHS_NUMBER_CHECK_DIGIT,
  NHS_NUMBER_NOT_ONE_DIGIT,
  PERSON_RETENTION,
];
