import { yearsBetween } from '../../kernel/plain-date.js';
import type { WorkedExampleKind } from '../../kernel/worked-example.js';
import { QUALIFYING_YEARS } from '../domain/rules/redundancy-right.js';
import { completeYears, weeksFor, yearsByAge, yearsByWholeAge } from '../domain/rules/service-years.js';
import { ExampleInputs } from './example-inputs.js';
import { jsonNumber } from './json-number.js';
import { wholeInput } from './redundancy-figures.js';

/** Weeks by age and complete years, as a table prints them. */
const weeksGrid: WorkedExampleKind = {
  kind: 'weeks-grid',
  compute: (raw) => {
    const inputs = new ExampleInputs(raw, ['age_at_relevant_date', 'full_years_service']);
    const age = wholeInput(inputs, 'age_at_relevant_date');
    const years = wholeInput(inputs, 'full_years_service');
    const qualifies = years >= QUALIFYING_YEARS;
    return { weeks: qualifies ? jsonNumber(weeksFor(yearsByWholeAge(age, years))) : 0 };
  },
};

/**
 * Weeks by dates: the statute's, and GOV.UK's beside them, which knows the age in whole years only and so may give half a
 * week less where a birthday is the day after the relevant date.
 */
const dateDriven: WorkedExampleKind = {
  kind: 'date-driven',
  compute: (raw) => {
    const inputs = new ExampleInputs(raw, ['date_of_birth', 'continuous_start', 'relevant_date']);
    const [born, started, ended] = [
      inputs.day('date_of_birth'),
      inputs.day('continuous_start'),
      inputs.day('relevant_date'),
    ];
    const years = completeYears(started, ended);
    const age = yearsBetween(born, ended);
    const qualifies = years >= QUALIFYING_YEARS;
    return {
      full_years_service: years,
      age_at_relevant_date: age,
      eligible_service: qualifies,
      weeks: qualifies ? jsonNumber(weeksFor(yearsByAge(ended, years, born))) : 0,
      govuk_weeks: qualifies ? jsonNumber(weeksFor(yearsByWholeAge(age, years))) : 0,
    };
  },
};

export const redundancyWeeksKinds: readonly WorkedExampleKind[] = [weeksGrid, dateDriven];
