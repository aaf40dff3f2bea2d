import { Fraction } from '../../../kernel/fraction.js';
import { InvalidValue } from '../../../kernel/invalid-value.js';
import { QUALIFYING_YEARS } from './redundancy-right.js';

/** Where GOV.UK's redundancy form leads: to another question, to a refusal of what was typed, or to an answer. */
export type GovukFormOutcome =
  'ask-age' | 'ask-years' | 'ask-weekly-pay' | 'invalid-input' | 'not-entitled-under-2-years' | 'payable';

/** What was typed, as far as the form has got. */
export interface GovukFormAnswers {
  readonly age?: number;
  /** As typed: `"4"`, `"4.5"`, `"1e999"`. */
  readonly years?: string;
  readonly weekPayGiven: boolean;
}

const YOUNGEST = 16;
const OLDEST = 100;
// Work before this birthday does not count in the form, so service cannot be longer than the age less this.
const WORKING_AGE = 15;

/**
 * Where the form leads. It floors the years, refuses ages outside 16 to 100 and service longer than the age allows. Under
 * two years there is no right at any age, so that answer comes before the age is judged. The statute has no age limit:
 * these limits are the form's, and are never applied to a payment.
 *
 * Source: GOV.UK redundancy pay calculators, their questions and checks.
 */
export function govukFormOutcome({ age, years, weekPayGiven }: GovukFormAnswers): GovukFormOutcome {
  if (age === undefined) return 'ask-age';
  const ageAccepted = Number.isSafeInteger(age) && age >= YOUNGEST && age <= OLDEST;
  if (years === undefined) return ageAccepted ? 'ask-years' : 'invalid-input';
  const counted = yearsCounted(years);
  if (counted === undefined) return 'invalid-input';
  if (counted < QUALIFYING_YEARS) return 'not-entitled-under-2-years';
  if (!ageAccepted || counted > age - WORKING_AGE) return 'invalid-input';
  return weekPayGiven ? 'payable' : 'ask-weekly-pay';
}

/** The whole years in what was typed: 1.8 is 1. Nothing when it is not a number of years. */
export function yearsCounted(typed: string): number | undefined {
  try {
    const years = Fraction.parse(typed.trim());
    return years.isNegative ? undefined : Number(years.floor());
  } catch (fault) {
    if (fault instanceof InvalidValue) return undefined;
    throw fault;
  }
}
