import { basisOf, type Rule } from '../../../kernel/basis.js';
import type { Fraction } from '../../../kernel/fraction.js';
import type { MissingFact } from '../../../kernel/figure.js';
import { exactText } from './exact-text.js';
import { WEEKS_A_YEAR } from './holiday/entitlement.js';
import type { AccruedHours } from './leave-accrual.js';

export const AVERAGE_WEEK_LEAVE: Rule = {
  code: 'LEAVE-AVERAGE-WEEK',
  version: 1,
  title:
    'In leave years that began before 1 April 2024 irregular hours have 5.6 average weeks of leave a year; 12.07% is not applied',
  source:
    'Working Time Regulations 1998 regs 13, 13A as they stood before SI 2023/1426, whose reg 3(3) starts with leave years from 1 April 2024; how hours were averaged was not read',
  certainty: 'unverified',
};

/** Leave of a whole leave year of irregular hours under the old law: 5.6 times the average week, in hours. */
export function averageWeekLeave(averageWeeklyHours: Fraction): AccruedHours {
  const hours = WEEKS_A_YEAR.times(averageWeeklyHours);
  const inputs = { averageWeeklyHours: exactText(averageWeeklyHours), yearHours: exactText(hours) };
  return { hours, basis: basisOf(AVERAGE_WEEK_LEAVE, inputs) };
}

export const AVERAGE_WEEK_MISSING: MissingFact = {
  fact: 'average-weekly-hours',
  reason:
    'The leave year began before 1 April 2024, when leave of irregular hours went by the average week and not by 12.07%, and the average weekly hours are not stated',
  suppliedBy: 'payroll, through the council’s direct payment team',
};
