import {
  day,
  exactNumber,
  flag,
  listOf,
  money,
  oneOf,
  optional,
  record,
  text,
  wholeNumber,
  type ShapeOf,
} from '../../../kernel/shape.js';

/** What every row says: the days on which it is in force, where it was read, and how sure that is. */
const dated = {
  from: day,
  /** The first day on which the row is no longer in force. */
  until: day,
  source: text,
  certainty: oneOf(['sourced', 'unverified']),
  note: optional(text),
};

/** The most that a week's pay counts for in a statutory redundancy payment, by the day that the job ended. */
const weekPayCapRow = record({ ...dated, capPence: money, instrument: text });

/** Pence an hour by age, by the first day of the pay reference period. */
const minimumWageRow = record({
  ...dated,
  under18Pence: money,
  from18Pence: money,
  from21Pence: money,
  from23Pence: money,
  from25Pence: money,
  apprenticePence: money,
  /** What a day of free accommodation may count for. */
  accommodationOffsetDailyPence: money,
  /** The age from which the rate is called the National Living Wage; absent before there was one. */
  livingWageFromAge: optional(wholeNumber),
});

/** Class 1 secondary contributions, by the day that the earnings are paid. */
const employerNationalInsuranceRow = record({
  ...dated,
  secondaryThresholdWeeklyPence: money,
  /** Absent where only the weekly threshold was read. */
  secondaryThresholdYearlyPence: optional(money),
  ratePercent: exactNumber,
});

/** What an employer may take off its Class 1 contributions in a tax year. */
const employmentAllowanceRow = record({
  ...dated,
  yearlyPence: money,
  /** Whether somebody who employs only for care that they or a relative need could claim. */
  personalAssistantEmployers: flag,
});

/** Workplace pension: who is enrolled, and the least that is paid on the band of earnings, by the pay reference period. */
const automaticEnrolmentRow = record({
  ...dated,
  earningsTriggerYearlyPence: money,
  qualifyingFromYearlyPence: money,
  qualifyingUpToYearlyPence: money,
  employerPercent: exactNumber,
  /** Employer and employee together, tax relief included. */
  totalPercent: exactNumber,
});

const statutorySickPayRow = record({
  ...dated,
  weeklyPence: money,
  /** Absent where there is none. */
  lowerEarningsLimitWeeklyPence: optional(money),
  /** Where it is there, the pay is the lower of the weekly rate and this part of average weekly earnings. */
  averageEarningsPercent: optional(exactNumber),
});

/** What a payment for the end of a job costs in tax, by the day that it is paid. */
const terminationPaymentsRow = record({
  ...dated,
  /** What of all such payments for one job bears no income tax. */
  taxFreePence: money,
  /** Whether the employer owes Class 1A contributions on what is above it. */
  employerClass1A: flag,
});

/** How long an employer keeps its records of leave, by the day that a record is made. */
const leaveRecordsRow = record({ ...dated, keptYears: wholeNumber });

/** The national rates of Great Britain as they are loaded: whole pence, percentages as exact text. */
export const ratesFile = record({
  /** Goes up with every row that is added or put right. */
  version: wholeNumber,
  weekPayCap: listOf(weekPayCapRow),
  minimumWage: listOf(minimumWageRow),
  employerNationalInsurance: listOf(employerNationalInsuranceRow),
  employmentAllowance: listOf(employmentAllowanceRow),
  automaticEnrolment: listOf(automaticEnrolmentRow),
  statutorySickPay: listOf(statutorySickPayRow),
  terminationPayments: listOf(terminationPaymentsRow),
  leaveRecords: listOf(leaveRecordsRow),
});

export type RatesFile = ShapeOf<typeof ratesFile>;
export type MinimumWage = ShapeOf<typeof minimumWageRow>;
export type EmployerNationalInsurance = ShapeOf<typeof employerNationalInsuranceRow>;
export type EmploymentAllowance = ShapeOf<typeof employmentAllowanceRow>;
export type AutomaticEnrolment = ShapeOf<typeof automaticEnrolmentRow>;
export type StatutorySickPay = ShapeOf<typeof statutorySickPayRow>;
export type TerminationPayments = ShapeOf<typeof terminationPaymentsRow>;
export type LeaveRecords = ShapeOf<typeof leaveRecordsRow>;
