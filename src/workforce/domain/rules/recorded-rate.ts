import type { PlainDate } from '../../../kernel/plain-date.js';
import type { EmploymentRecord } from '../employment.js';
import type { LeaveStatement } from '../leave-statement.js';
import type { LeaveDifference } from './leave-difference.js';

/** The hours and pay that are recorded for a day; nothing for a day before the job. */
export function termsOn({ terms }: EmploymentRecord, day: PlainDate) {
  return terms.findLast(({ from }) => from <= day);
}

/** Leave is valued at the rate that payroll states; the record of the job may say another for the day. */
export function rateDifference(
  employment: EmploymentRecord,
  { hourlyRatePence }: LeaveStatement,
  day: PlainDate,
): readonly LeaveDifference[] {
  const recorded = termsOn(employment, day)?.hourlyRatePence;
  if (recorded === undefined || recorded === hourlyRatePence) return [];
  return [
    {
      code: 'rate-differs',
      reason:
        'Payroll states another hourly rate, in pence, for the day of liability than the record of the job: payroll’s is followed',
      followed: String(hourlyRatePence),
      instead: String(recorded),
    },
  ];
}
