import type { WorkedExampleKind } from '../../kernel/worked-example.js';
import { calculatorOutcome, type CalculatorAnswers } from '../domain/rules/holiday/calculator-questions.js';
import { ExampleInputs, type RawInputs } from './example-inputs.js';

const NUMBERS = {
  days_per_week: 'daysPerWeek',
  hours_per_week: 'hoursPerWeek',
  hours_per_shift: 'hoursPerShift',
  shifts_per_pattern: 'shiftsPerPattern',
  days_in_pattern: 'daysInPattern',
  hours_in_pay_period: 'hoursInPayPeriod',
} as const;

const DAYS = {
  leave_year_start: 'leaveYearStart',
  employment_start: 'employmentStart',
  employment_end: 'employmentEnd',
} as const;

const BASES = {
  days: 'days',
  hours: 'hours',
  shifts: 'shifts',
  annualised: 'annualised',
  irregular: 'irregular',
} as const;

const PERIODS = {
  'full-year': true,
  starting: true,
  leaving: true,
  'starting-and-leaving': true,
  'pay-period': true,
};

/** What GOV.UK's calculator does with the answers given so far. */
export const holidayFlowExample: WorkedExampleKind = {
  kind: 'govuk-flow-test',
  compute: (raw: RawInputs) => {
    const numbers = Object.keys(NUMBERS) as readonly (keyof typeof NUMBERS)[];
    const days = Object.keys(DAYS) as readonly (keyof typeof DAYS)[];
    const inputs = new ExampleInputs(raw, ['basis', 'period', ...numbers, ...days]);
    if (inputs.has('period')) inputs.word('period', PERIODS);
    const answers: CalculatorAnswers = {
      ...(inputs.has('basis') && { basis: inputs.word('basis', BASES) }),
      ...answered<keyof typeof NUMBERS>(inputs, numbers, (key) => [NUMBERS[key], inputs.exact(key)]),
      ...answered<keyof typeof DAYS>(inputs, days, (key) => [DAYS[key], inputs.day(key)]),
    };
    return { outcome: calculatorOutcome(answers) };
  },
};

function answered<Key extends string>(
  inputs: { has(key: Key): boolean },
  keys: readonly Key[],
  entryOf: (key: Key) => readonly [string, unknown],
): Record<string, unknown> {
  return Object.fromEntries(keys.filter((key) => inputs.has(key)).map(entryOf));
}
