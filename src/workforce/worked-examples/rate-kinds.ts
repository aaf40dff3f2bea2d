import type { Fraction } from '../../kernel/fraction.js';
import { poundsFromPence, type Pence } from '../../kernel/pence.js';
import { lastDayOf, type Period } from '../../kernel/period.js';
import { NotUnderstood, type WorkedExampleKind } from '../../kernel/worked-example.js';
import { MOST_DAYS_A_WEEK, WEEKS_A_YEAR } from '../domain/rules/holiday/entitlement.js';
import { IRREGULAR_ACCRUAL_RATE, IRREGULAR_METHOD_FROM } from '../domain/rules/leave-accrual.js';
import { RATES } from '../domain/rules/rates.js';
import { rateOn, type RateSeries } from '../domain/rules/rates-series.js';
import { largestRedundancyPayment } from '../domain/rules/redundancy-amount.js';
import { QUALIFYING_YEARS } from '../domain/rules/redundancy-right.js';
import { MOST_YEARS_COUNTED } from '../domain/rules/service-years.js';
import { exactText } from '../domain/rules/exact-text.js';
import { ExampleInputs } from './example-inputs.js';

/** The rows of a file of rates, each list by its name: what the product's own row of the same days says. */
export const rateKinds: readonly WorkedExampleKind[] = [
  rowsOf('redundancy_week_pay_cap', RATES.weekPayCap, ({ capPence }) => ({
    weekly_cap: pounds(capPence),
    max_payment_30_weeks: pounds(largestRedundancyPayment(capPence)),
  })),
  rowsOf('national_minimum_wage', RATES.minimumWage, (row) => ({
    under_18: pounds(row.under18Pence),
    age_18_to_20: pounds(row.from18Pence),
    age_21_to_22: pounds(row.from21Pence),
    age_23_to_24: pounds(row.from23Pence),
    age_25_plus: pounds(row.from25Pence),
    apprentice: pounds(row.apprenticePence),
    accommodation_offset_per_day: pounds(row.accommodationOffsetDailyPence),
    nlw_min_age: row.livingWageFromAge ?? null,
  })),
  rowsOf('employer_national_insurance', RATES.employerNationalInsurance, (row) => ({
    secondary_threshold_weekly: pounds(row.secondaryThresholdWeeklyPence),
    secondary_threshold_annual:
      row.secondaryThresholdYearlyPence && pounds(row.secondaryThresholdYearlyPence),
    employer_rate_percent: jsonNumber(row.ratePercent),
  })),
  rowsOf('employment_allowance', RATES.employmentAllowance, (row) => ({
    amount: pounds(row.yearlyPence),
    pa_employers_eligible: row.personalAssistantEmployers,
  })),
  rowsOf('automatic_enrolment', RATES.automaticEnrolment, (row) => ({
    earnings_trigger: pounds(row.earningsTriggerYearlyPence),
    qualifying_lower: pounds(row.qualifyingFromYearlyPence),
    qualifying_upper: pounds(row.qualifyingUpToYearlyPence),
    min_employer_percent: jsonNumber(row.employerPercent),
    min_total_percent: jsonNumber(row.totalPercent),
  })),
  rowsOf('statutory_sick_pay', RATES.statutorySickPay, (row) => ({
    ssp_weekly: pounds(row.weeklyPence),
    lower_earnings_limit_weekly:
      row.lowerEarningsLimitWeeklyPence === undefined ? null : pounds(row.lowerEarningsLimitWeeklyPence),
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

const FIXED_PARAMETERS: ReadonlyMap<string, () => Record<string, unknown>> = new Map([
  ['redundancy_max_years', () => ({ value: MOST_YEARS_COUNTED })],
  ['redundancy_min_service_years', () => ({ value: QUALIFYING_YEARS })],
  ['termination_tax_free_threshold', () => ({ value: pounds(paidLately().taxFreePence) })],
  [
    'class_1a_on_termination_award_over_30000_from',
    () => ({ value: RATES.terminationPayments.rows.find(({ employerClass1A }) => employerClass1A)?.from }),
  ],
  ['holiday_weeks', () => ({ value: decimal(WEEKS_A_YEAR) })],
  ['holiday_max_days', () => ({ value: decimal(WEEKS_A_YEAR.times(MOST_DAYS_A_WEEK)) })],
  ['irregular_accrual_percent', () => ({ value: decimal(IRREGULAR_ACCRUAL_RATE.times(100)) })],
  ['irregular_accrual_leave_years_from', () => ({ value: IRREGULAR_METHOD_FROM })],
  [
    'annual_leave_record_retention_years',
    () => ({ value: recordsLately().keptYears, effective_from: recordsLately().from }),
  ],
]);

const pounds = (amount: Pence) => jsonNumber(poundsFromPence(amount));
const decimal = (amount: Fraction) => jsonNumber(exactText(amount));

/** A number as a file of rates writes it. Decimal text reads to the same number there and here; nothing is added to it. */
function jsonNumber(text: string): unknown {
  return JSON.parse(text);
}
