import { NotUnderstood, type WorkedExampleKind } from '../../kernel/worked-example.js';
import {
  CALCULATOR_PROGRAM,
  CALCULATOR_RULE,
  type Arithmetic,
} from '../domain/rules/holiday/calculator-arithmetic.js';
import {
  daysAfterHalfDayRounding,
  displayedAverageDay,
  displayedHoursAndMinutes,
  displayedLeave,
  displayedWeeks,
} from '../domain/rules/holiday/calculator-display.js';
import { holidayEntitlement, type WorkPattern } from '../domain/rules/holiday/entitlement.js';
import { fractionOfYear, type PartOfYear } from '../domain/rules/holiday/part-of-year.js';
import { ExampleInputs, type RawInputs } from './example-inputs.js';
import { PAY_PERIOD_INPUTS, payPeriodAnswer } from './holiday-accrual.js';
import { writtenLike } from './holiday-figures.js';

const INPUTS = [
  'basis',
  'period',
  'days_per_week',
  'hours_per_week',
  'hours_per_shift',
  'shifts_per_pattern',
  'days_in_pattern',
  'leave_year_start',
  'employment_start',
  'employment_end',
] as const;

type Inputs = ExampleInputs<(typeof INPUTS)[number]>;

/** Leave of regular work by GOV.UK's calculator, and one pay period of irregular work. */
export const holidayEntitlementExamples: readonly WorkedExampleKind[] = [
  { kind: 'govuk-unit-test', compute },
  { kind: 'computed', compute },
];

function compute(raw: RawInputs, expected: RawInputs): Record<string, unknown> {
  if (raw['basis'] === 'irregular') {
    return payPeriodAnswer(new ExampleInputs(raw, PAY_PERIOD_INPUTS), expected);
  }
  const inputs = new ExampleInputs(raw, INPUTS);
  const [pattern, part] = [patternOf(inputs), partOf(inputs)];
  return {
    fraction_of_year: writtenLike(expected['fraction_of_year'], fractionOfYear(part).value, 10),
    ...exactFigures(pattern, part, expected),
    ...displayed(pattern, part, CALCULATOR_RULE),
    ...underGovUkNames(displayed(pattern, part, CALCULATOR_PROGRAM)),
  };
}

/** The entitlement before any rounding, in days, hours or weeks as the work is counted. */
function exactFigures(pattern: WorkPattern, part: PartOfYear, expected: RawInputs): Record<string, unknown> {
  const { unit, amount, fullYear } = holidayEntitlement(pattern, part);
  const inDays = 'daysPerWeek' in pattern && {
    days_unrounded: writtenLike(
      expected['days_unrounded'],
      holidayEntitlement({ basis: 'days', daysPerWeek: pattern.daysPerWeek }, part).amount,
      10,
    ),
    days_after_half_day_rounding: writtenLike(
      expected['days_after_half_day_rounding'],
      daysAfterHalfDayRounding(pattern, part),
      1,
    ),
  };
  const [ofPart, ofYear] = [`${unit}_unrounded`, `${unit}_full_year_unrounded`];
  return {
    ...inDays,
    [ofPart]: writtenLike(expected[ofPart], amount, 10),
    [ofYear]: writtenLike(expected[ofYear], fullYear, 10),
  };
}

function displayed(pattern: WorkPattern, part: PartOfYear, arithmetic: Arithmetic): Record<string, unknown> {
  const { unit } = holidayEntitlement(pattern, part);
  return {
    weeks_display: displayedWeeks(part, arithmetic),
    [`${unit}_display`]: displayedLeave(pattern, part, arithmetic),
    ...(pattern.basis === 'hours' && {
      hours_and_minutes: displayedHoursAndMinutes(pattern, part, arithmetic),
      hours_and_minutes_per_day: displayedAverageDay(pattern, arithmetic),
    }),
  };
}

function underGovUkNames(answer: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(answer).map(([name, value]) => [`govuk_${name}`, value]));
}

function patternOf(inputs: Inputs): WorkPattern {
  const basis = inputs.text('basis');
  switch (basis) {
    case 'days':
      return { basis, daysPerWeek: inputs.exact('days_per_week') };
    case 'hours':
      return {
        basis,
        daysPerWeek: inputs.exact('days_per_week'),
        hoursPerWeek: inputs.exact('hours_per_week'),
      };
    case 'shifts':
      return {
        basis,
        shiftsPerPattern: inputs.exact('shifts_per_pattern'),
        daysInPattern: inputs.exact('days_in_pattern'),
      };
    case 'annualised':
      return { basis };
    default:
      throw new NotUnderstood(`The basis "${basis}" is not known`);
  }
}

function partOf(inputs: Inputs): PartOfYear {
  const period = inputs.text('period');
  switch (period) {
    case 'full-year':
      return { period };
    case 'starting':
      return {
        period,
        startedOn: inputs.day('employment_start'),
        leaveYearStart: inputs.day('leave_year_start'),
      };
    case 'leaving':
      return {
        period,
        lastDay: inputs.day('employment_end'),
        leaveYearStart: inputs.day('leave_year_start'),
      };
    case 'starting-and-leaving':
      return { period, startedOn: inputs.day('employment_start'), lastDay: inputs.day('employment_end') };
    default:
      throw new NotUnderstood(`The period "${period}" is not known`);
  }
}
