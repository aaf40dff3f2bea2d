import type { Rule } from '../../../kernel/basis.js';
import { NOTHING_MOVES } from './accrued-leave.js';
import { SUCCESSOR_ANSWERS } from './answering-bodies.js';
import { FUNDING_JOINT_PACKAGE, FUNDING_LIABLE_BODY } from './days-that-pass.js';
import { FUNDING_AS_RECORDED } from './funded-days.js';
import { JOINT_DAYS, TIME_BAR, WEIGHTED_BY_COST } from './funding-choices.js';
import { FUNDING_GAP } from './funding-gaps.js';
import { HOLIDAY_ENTITLEMENT } from './holiday/entitlement.js';
import { FIRST_YEAR_ACCRUAL } from './holiday/first-year-accrual.js';
import { HOLIDAY_WEEK_PAY } from './holiday/holiday-week-pay.js';
import { LEAVER_BALANCE } from './holiday/leaver-balance.js';
import { PART_OF_YEAR } from './holiday/part-of-year.js';
import { PAY_PERIOD_ACCRUAL } from './holiday/pay-period-accrual.js';
import { ROLLED_UP_PAY } from './holiday/rolled-up-pay.js';
import { WEEK_PAY_OF_TWELVE_WEEKS } from './holiday/week-pay-of-twelve-weeks.js';
import { AVERAGE_WEEK_LEAVE } from './average-week-leave.js';
import { LEAVE_IN_ABSENCE } from './irregular-leave.js';
import { ACCRUAL_IRREGULAR, ACCRUAL_REGULAR } from './leave-accrual.js';
import { LEAVE_APPORTIONED } from './leave-calculation.js';
import { LEAVE_CAP } from './leave-cap.js';
import { ENTITLEMENT_BY_PATTERN, ENTITLEMENT_STATED } from './leave-entitlement.js';
import { LEAVE_PAID_ON_TERMINATION } from './leave-paid-on-termination.js';
import { LEAVE_IN_ACCOUNT } from './leave-in-account.js';
import { LEAVE_RESERVE } from './leave-reserve.js';
import { LEAVE_SETTLED } from './leave-settlement.js';
import { LEAVE_CUT_AT_COVER, LEAVE_RATE_AT_COVER } from './leave-cut-off.js';
import { LEAVE_UPLIFT } from './leave-uplift.js';
import { LEAVE_OUTSTANDING, LEAVE_VALUE } from './leave-value.js';
import { NOTICE_AND_LEAVE } from './notice-and-leave-share.js';
import { NO_NOTICE_PAY, NOTICE_PAY } from './notice-pay.js';
import { LEAVE_YEAR_CLOSED, OPENING_LEAVE } from './opening-leave.js';
import { PENSION_ON_PAY_IN_LIEU } from './pension-on-notice.js';
import { ADJUSTING_CREDIT } from './redundancy-adjustment.js';
import { ABOVE_STATUTORY, NOTHING_TO_SHARE } from './redundancy-cost.js';
import { REDUNDANCY_ELIGIBILITY } from './redundancy-eligibility.js';
import { EXPOSURE, EXPOSURE_AGES, EXPOSURE_WEEK_PAY } from './redundancy-exposure.js';
import { CAP_ON_A_PARTY, MINIMUM_BEFORE_SHARING } from './redundancy-limits.js';
import { PAYMENT_STATED } from './redundancy-payment-stated.js';
import { ESTATE_CONTRIBUTION, RESERVES_FIRST, RESIDUAL } from './redundancy-residual.js';
import { SETTLEMENT } from './redundancy-settlement.js';
import { SPLIT_BY_TIME, SPLIT_UNIT } from './redundancy-split.js';
import { RELEVANT_DATE_EXTENSION } from './relevant-date.js';
import { SERVICE_THAT_COUNTS } from './service-that-counts.js';
import { NOTICE_RUNS_FROM_NEXT_DAY, STATUTORY_NOTICE } from './statutory-notice.js';
import {
  COMPLETE_YEARS,
  NO_STATUTORY_RIGHT,
  STATUTORY_REDUNDANCY_PAY,
  WEEK_PAY_CAP,
  WEEKS_BY_AGE,
} from './statutory-redundancy.js';
import { ACCRUAL_STATED } from './statement-accrual.js';
import { UNSERVED_NOTICE_REFERRAL } from './unserved-notice.js';
import { WEEK_PAY_STATED } from './week-pay.js';

const REDUNDANCY: readonly Rule[] = [
  STATUTORY_REDUNDANCY_PAY,
  COMPLETE_YEARS,
  WEEKS_BY_AGE,
  WEEK_PAY_CAP,
  NO_STATUTORY_RIGHT,
  REDUNDANCY_ELIGIBILITY,
  RELEVANT_DATE_EXTENSION,
  STATUTORY_NOTICE,
  NOTICE_RUNS_FROM_NEXT_DAY,
  UNSERVED_NOTICE_REFERRAL,
  WEEK_PAY_STATED,
  NOTICE_PAY,
  NO_NOTICE_PAY,
  PENSION_ON_PAY_IN_LIEU,
];

const SHARING: readonly Rule[] = [
  PAYMENT_STATED,
  NOTHING_TO_SHARE,
  ABOVE_STATUTORY,
  RESIDUAL,
  RESERVES_FIRST,
  ESTATE_CONTRIBUTION,
  SPLIT_BY_TIME,
  ...Object.values(SPLIT_UNIT),
  FUNDING_AS_RECORDED,
  FUNDING_LIABLE_BODY,
  FUNDING_JOINT_PACKAGE,
  FUNDING_GAP,
  SUCCESSOR_ANSWERS,
  SERVICE_THAT_COUNTS,
  JOINT_DAYS,
  TIME_BAR,
  WEIGHTED_BY_COST,
  MINIMUM_BEFORE_SHARING,
  CAP_ON_A_PARTY,
  NOTICE_AND_LEAVE,
  SETTLEMENT,
  ADJUSTING_CREDIT,
  EXPOSURE,
  EXPOSURE_AGES,
  EXPOSURE_WEEK_PAY,
];

const LEAVE_AT_THE_TRANSFER: readonly Rule[] = [
  ENTITLEMENT_STATED,
  ENTITLEMENT_BY_PATTERN,
  ACCRUAL_REGULAR,
  ACCRUAL_IRREGULAR,
  AVERAGE_WEEK_LEAVE,
  LEAVE_IN_ABSENCE,
  LEAVE_CAP,
  ACCRUAL_STATED,
  LEAVE_OUTSTANDING,
  LEAVE_VALUE,
  LEAVE_APPORTIONED,
  LEAVE_RESERVE,
  LEAVE_IN_ACCOUNT,
  LEAVE_PAID_ON_TERMINATION,
  NOTHING_MOVES,
  ...Object.values(LEAVE_SETTLED),
  LEAVE_UPLIFT,
  LEAVE_CUT_AT_COVER,
  LEAVE_RATE_AT_COVER,
  OPENING_LEAVE,
  LEAVE_YEAR_CLOSED,
];

const HOLIDAY: readonly Rule[] = [
  HOLIDAY_ENTITLEMENT,
  ...Object.values(PART_OF_YEAR),
  LEAVER_BALANCE,
  FIRST_YEAR_ACCRUAL,
  PAY_PERIOD_ACCRUAL,
  ROLLED_UP_PAY,
  HOLIDAY_WEEK_PAY,
  WEEK_PAY_OF_TWELVE_WEEKS,
];

/** Every version of every rule of this context, as docs/rules.md lists them. */
export const workforceRules: readonly Rule[] = [
  ...REDUNDANCY,
  ...SHARING,
  ...LEAVE_AT_THE_TRANSFER,
  ...HOLIDAY,
];
