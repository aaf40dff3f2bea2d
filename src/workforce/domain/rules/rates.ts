import { InvalidValue } from '../../../kernel/invalid-value.js';
import type { Pence } from '../../../kernel/pence.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import rates from '../data/rates.json' with { type: 'json' };
import { rateOn, rateSeries } from './rates-series.js';
import {
  ratesFile,
  type AutomaticEnrolment,
  type EmployerNationalInsurance,
  type EmploymentAllowance,
  type LeaveRecords,
  type MinimumWage,
  type StatutorySickPay,
  type TerminationPayments,
} from './rates-shape.js';

const file = ratesFile(rates, '');

/** The version of the table, to stand among the inputs of a figure that rests on one of its rows. */
export const RATES_VERSION = file.version;

/** Every series of the table, read through its shape and checked for gaps and overlaps when it is loaded. */
export const RATES = {
  weekPayCap: rateSeries('The statutory cap on a week’s pay', file.weekPayCap),
  minimumWage: rateSeries('The national minimum wage', file.minimumWage),
  employerNationalInsurance: rateSeries(
    'The rate of employer’s National Insurance',
    file.employerNationalInsurance,
  ),
  employmentAllowance: rateSeries('The Employment Allowance', file.employmentAllowance),
  automaticEnrolment: rateSeries(
    'The trigger and band of automatic enrolment into a pension',
    file.automaticEnrolment,
  ),
  statutorySickPay: rateSeries('The rate of statutory sick pay', file.statutorySickPay),
  terminationPayments: rateSeries('The tax on a payment for the end of a job', file.terminationPayments),
  leaveRecords: rateSeries('The time that records of leave are kept', file.leaveRecords),
} as const;

/**
 * The minimum wage of a pay reference period, in pence an hour: a change applies from the first period that begins on or
 * after its day.
 *
 * @throws NoKnownRate for a period that begins on a day outside the table.
 */
export function minimumWageOn(payPeriodFrom: PlainDate): MinimumWage {
  return rateOn(RATES.minimumWage, payPeriodFrom);
}

/**
 * The least pence an hour for somebody of an age who is not an apprentice. Who counts as an apprentice is not decided here.
 *
 * @param ageYears completed years on the first day of the pay reference period
 * @throws NoKnownRate as `minimumWageOn`
 * @throws InvalidValue for an age that is not a whole number of years
 */
export function minimumHourlyPence(payPeriodFrom: PlainDate, ageYears: number): Pence {
  if (!Number.isSafeInteger(ageYears) || ageYears < 0) throw new InvalidValue(`${ageYears} is not an age`);
  const wage = minimumWageOn(payPeriodFrom);
  if (ageYears < 18) return wage.under18Pence;
  if (ageYears < 21) return wage.from18Pence;
  if (ageYears < 23) return wage.from21Pence;
  if (ageYears < 25) return wage.from23Pence;
  return wage.from25Pence;
}

/**
 * Class 1 secondary National Insurance of earnings paid on the day, whenever they were earned.
 *
 * @throws NoKnownRate for a day outside the table.
 */
export function employerNationalInsuranceOn(paidOn: PlainDate): EmployerNationalInsurance {
  return rateOn(RATES.employerNationalInsurance, paidOn);
}

/**
 * The Employment Allowance of the tax year that the day is in: one a year for each employer. Whether an employer may claim
 * depends on all the duties of its PAs and is not decided here.
 *
 * @throws NoKnownRate for a day outside the table.
 */
export function employmentAllowanceOn(day: PlainDate): EmploymentAllowance {
  return rateOn(RATES.employmentAllowance, day);
}

/**
 * Automatic enrolment in a pay reference period, in pence a year.
 *
 * @throws NoKnownRate for a period that begins on a day outside the table.
 */
export function automaticEnrolmentOn(payPeriodFrom: PlainDate): AutomaticEnrolment {
  return rateOn(RATES.automaticEnrolment, payPeriodFrom);
}

/**
 * Statutory sick pay of a week that holds the day of sickness, in pence a week.
 *
 * @throws NoKnownRate for a day outside the table.
 */
export function statutorySickPayOn(day: PlainDate): StatutorySickPay {
  return rateOn(RATES.statutorySickPay, day);
}

/**
 * What of payments for the end of a job bears no income tax, in pence, and whether the employer owes Class 1A contributions
 * on the rest: by the day of payment, not of the end.
 *
 * @throws NoKnownRate for a day outside the table.
 */
export function terminationPaymentsOn(paidOn: PlainDate): TerminationPayments {
  return rateOn(RATES.terminationPayments, paidOn);
}

/**
 * The years for which an employer keeps a record of leave that is made on the day.
 *
 * @throws NoKnownRate for a day outside the table: before it, no such duty was read.
 */
export function leaveRecordsOn(day: PlainDate): LeaveRecords {
  return rateOn(RATES.leaveRecords, day);
}
