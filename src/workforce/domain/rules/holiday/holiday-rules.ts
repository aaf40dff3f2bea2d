import type { Rule } from '../../../../kernel/basis.js';
import { HOLIDAY_ENTITLEMENT } from './entitlement.js';
import { FIRST_YEAR_ACCRUAL } from './first-year-accrual.js';
import { HOLIDAY_WEEK_PAY } from './holiday-week-pay.js';
import { LEAVER_BALANCE } from './leaver-balance.js';
import { PART_OF_YEAR } from './part-of-year.js';
import { PAY_PERIOD_ACCRUAL } from './pay-period-accrual.js';
import { ROLLED_UP_PAY } from './rolled-up-pay.js';
import { WEEK_PAY_OF_TWELVE_WEEKS } from './week-pay-of-twelve-weeks.js';

/** Every version of every rule about holiday and a week's pay. */
export const HOLIDAY_RULES: readonly Rule[] = [
  HOLIDAY_ENTITLEMENT,
  ...Object.values(PART_OF_YEAR),
  PAY_PERIOD_ACCRUAL,
  FIRST_YEAR_ACCRUAL,
  LEAVER_BALANCE,
  ROLLED_UP_PAY,
  HOLIDAY_WEEK_PAY,
  WEEK_PAY_OF_TWELVE_WEEKS,
];
