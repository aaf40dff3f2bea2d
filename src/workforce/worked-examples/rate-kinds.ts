import { Fraction } from '../../kernel/fraction.js';
import { lastDayOf, type Period } from '../../kernel/period.js';
import { NotUnderstood, type WorkedExampleKind } from '../../kernel/worked-example.js';
import { MOST_DAYS_A_WEEK, WEEKS_A_YEAR } from '../domain/rules/holiday/entitlement.js';
import { IRREGULAR_ACCRUAL_RATE, IRREGULAR_METHOD_FROM } from '../domain/rules/leave-accrual.js';
import { RATES } from '../domain/rules/rates.js';
import { rateOn, type RateSeries } from '../domain/rules/rates-series.js';
import { largestRedundancyPayment } from '../domain/rules/redundancy-amount.js';
import { QUALIFYING_YEARS } from '../domain/rules/redundancy-right.js';
import { MOST_YEARS_COUNTED } from '../domain/rules/service-years.js';
import { ExampleInputs } from './example-inputs.js';
import { jsonNumber } from './json-number.js';
import { poundsNumber } from './redundancy-figures.js';

/** The rows of a file of rates, each list by its name: what the product's own row of the same days says. */
export const rateKinds: readonly WorkedExampleKind[] = [
  rowsOf('redundancy_week_pay_cap', RATES.weekPayCap, ({ capPence }) => ({
    weekly_cap: poundsNumber(capPence),
    max_payment_30_weeks: poundsNumber(largestRedundancyPayment(capPence)),
  })),
  rowsOf('national_minimum_wage', RATES.minimumWage, (row) => ({
    under_18: poundsNumber(row.under18Pence),
    age_18_to_20: poundsNumber(row.from18Pence),
    age_21_to_22: poundsNumber(row.from21Pence),
    age_23_to_24: poundsNumber(row.from23Pence),
    age_25_plus: poundsNumber(row.from25Pence),
    apprentice: poundsNumber(row.apprenticePence),
    accommodation_offset_per_day: poundsNumber(row.accommodationOffsetDailyPence),
    nlw_min_age: row.livingWageFromAge ?? null,
  })),
  rowsOf('employer_national_insurance', RATES.employerNationalInsurance, (row) => ({
    secondary_threshold_weekly: poundsNumber(row.secondaryThresholdWeeklyPence),
    secondary_threshold_annual:
      row.secondaryThresholdYearlyPence && poundsNumber(row.secondaryThresholdYearlyPence),
    employer_rate_percent: percent(row.ratePercent),
  })),
  rowsOf('employment_allowance', RATES.employmentAllowance, (row) => ({
    amount: poundsNumber(row.yearlyPence),
    pa_employers_eligible: row.personalAssistantEmployers,
  })),
  rowsOf('automatic_enrolment', RATES.automaticEnrolment, (row) => ({
    earnings_trigger: poundsNumber(row.earningsTriggerYearlyPence),
    qualifying_lower: poundsNumber(row.qualifyingFromYearlyPence),
    qualifying_upper: poundsNumber(row.qualifyingUpToYearlyPence),
    min_employer_percent: percent(row.employerPercent),
    min_total_percent: percent(row.totalPercent),
  })),
  rowsOf('statutory_sick_pay', RATES.statutorySickPay, (row) => ({
    ssp_weekly: poundsNumber(row.weeklyPence),
    lower_earnings_limit_weekly:
      row.lowerEarningsLimitWeeklyPence === undefined
        ? null
        : poundsNumber(row.lowerEarningsLimitWeeklyPence),
  })),
  {
    kind: 'fixed_parameters',
    compute: (inputs) => fixedParameter(new ExampleInputs(inputs, ['key']).text('key')),
  },
];

function rowsOf<Row extends Period>(
  kind: string,
  series: RateSeries<Row>,
  answerFor: (row: Row) => Record<string, unknown>,
): WorkedExampleKind {
  return {
    kind,
    compute: (inputs, expected) => {
      const row = rateOn(series, new ExampleInputs(inputs, ['from']).day('from'));
      // Null says that no end is known, which the product says by ending its last row where its knowledge ends.
      const open = expected['to'] === null && row === series.rows.at(-1);
      return { from: row.from, to: open ? null : lastDayOf(row), ...answerFor(row) };
    },
  };
}

/** Parameters that did not change since the day that the product knows them from. */
function fixedParameter(key: string): Record<string, unknown> {
  const value = FIXED_PARAMETERS.get(key);
  if (value === undefined) throw new NotUnderstood(`The parameter ${key} is not known`);
  return value();
}

const paidLately = () => RATES.terminationPayments.rows.at(-1)!;
const recordsLately = () => RATES.leaveRecords.rows.at(-1)!;

const FIXED_PARAMETERS = new Map<string, () => Record<string, unknown>>([
  ['redundancy_max_years', () => ({ value: MOST_YEARS_COUNTED })],
  ['redundancy_min_service_years', () => ({ value: QUALIFYING_YEARS })],
  ['termination_tax_free_threshold', () => ({ value: poundsNumber(paidLately().taxFreePence) })],
  [
    'class_1a_on_termination_award_over_30000_from',
    () => ({ value: RATES.terminationPayments.rows.find(({ employerClass1A }) => employerClass1A)?.from }),
  ],
  ['holiday_weeks', () => ({ value: jsonNumber(WEEKS_A_YEAR) })],
  ['holiday_max_days', () => ({ value: jsonNumber(WEEKS_A_YEAR.times(MOST_DAYS_A_WEEK)) })],
  ['irregular_accrual_percent', () => ({ value: jsonNumber(IRREGULAR_ACCRUAL_RATE.times(100)) })],
  ['irregular_accrual_leave_years_from', () => ({ value: IRREGULAR_METHOD_FROM })],
  [
    'annual_leave_record_retention_years',
    () => ({ value: recordsLately().keptYears, effective_from: recordsLately().from }),
  ],
]);

const percent = (exact: string) => jsonNumber(Fraction.parse(exact));
