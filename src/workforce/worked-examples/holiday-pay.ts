import type { Figure } from '../../kernel/figure.js';
import type { Pence } from '../../kernel/pence.js';
import { NotUnderstood, type WorkedExampleKind } from '../../kernel/worked-example.js';
import { upToDecimals } from '../domain/rules/holiday/calculator-display.js';
import {
  HOLIDAY_LOOKBACK_WEEKS,
  HOLIDAY_REFERENCE_WEEKS,
  holidayWeekPay,
} from '../domain/rules/holiday/holiday-week-pay.js';
import { leaverBalance } from '../domain/rules/holiday/leaver-balance.js';
import type { AverageWeekPay } from '../domain/rules/holiday/paid-weeks.js';
import { rolledUpPay } from '../domain/rules/holiday/rolled-up-pay.js';
import { REFERENCE_WEEKS, weekPayOfTwelveWeeks } from '../domain/rules/holiday/week-pay-of-twelve-weeks.js';
import { ExampleInputs, type RawInputs } from './example-inputs.js';
import { penceOf, pounds, writtenLike } from './holiday-figures.js';

const LEAVER_INPUTS = [
  'days_per_week',
  'leave_year_start',
  'employment_end',
  'days_taken',
  'daily_rate',
] as const;
const WEEKS_INPUTS = ['weekly_pay_most_recent_first', 'reference_weeks', 'max_lookback_weeks'] as const;

/** Pay for leave, and the average weeks that leave, redundancy and notice are paid by. */
export const holidayPayExamples: readonly WorkedExampleKind[] = [
  { kind: 'leaver-reg14', compute: leaverAnswer },
  {
    kind: 'rolled-up-reg16A',
    compute: (raw) => {
      new ExampleInputs(raw, ['pay_for_work_done']);
      const { rolledUpPence } = rolledUpPay(penceOf('pay_for_work_done', raw['pay_for_work_done']));
      return { rolled_up_holiday_pay: pounds(rolledUpPence) };
    },
  },
  {
    kind: 'holiday-week-pay-52',
    compute: (raw) =>
      averageAnswer(holidayWeekPay(weeksOf(raw, HOLIDAY_REFERENCE_WEEKS, HOLIDAY_LOOKBACK_WEEKS))),
  },
  {
    kind: 'week-pay-12',
    compute: (raw) => averageAnswer(weekPayOfTwelveWeeks(weeksOf(raw, REFERENCE_WEEKS))),
  },
];

function leaverAnswer(raw: RawInputs, expected: RawInputs): Record<string, unknown> {
  const inputs = new ExampleInputs(raw, LEAVER_INPUTS);
  const balance = leaverBalance({
    daysPerWeek: inputs.exact('days_per_week'),
    leaveYearStart: inputs.day('leave_year_start'),
    lastDay: inputs.day('employment_end'),
    takenDays: inputs.exact('days_taken'),
    dailyRatePence: penceOf('daily_rate', raw['daily_rate']),
  });
  return {
    A_days: writtenLike(expected['A_days'], balance.entitlementDays, 4),
    B_fraction: writtenLike(expected['B_fraction'], balance.passed, 10),
    accrued_days_unrounded: writtenLike(expected['accrued_days_unrounded'], balance.accruedDays, 6),
    accrued_days_govuk_display: upToDecimals(balance.accruedDays, 1),
    outstanding_days_unrounded: writtenLike(
      expected['outstanding_days_unrounded'],
      balance.outstandingDays,
      6,
    ),
    payment_in_lieu_due: balance.isPaymentDue,
    pay_in_lieu_at_daily_rate: pounds(balance.inLieuPence),
    refer: balance.refer,
  };
}

/** The weeks' pay. An example that counts other weeks than the law does is about something else. */
function weeksOf(raw: RawInputs, reference: number, lookback?: number): readonly Pence[] {
  const inputs = new ExampleInputs(raw, WEEKS_INPUTS);
  const isOther = (key: 'reference_weeks' | 'max_lookback_weeks', weeks: number | undefined) =>
    inputs.has(key) && raw[key] !== weeks;
  if (isOther('reference_weeks', reference) || isOther('max_lookback_weeks', lookback)) {
    throw new NotUnderstood(`The average is of ${reference} weeks by law`);
  }
  return inputs
    .list('weekly_pay_most_recent_first')
    .map((paid, index) => penceOf(`weekly_pay_most_recent_first/${index}`, paid));
}

/** Without a paid week there is no average: no figure, and not nothing. */
function averageAnswer(average: Figure<AverageWeekPay>): Record<string, unknown> {
  if (average.status === 'pending') {
    return { weeks_used: 0, week_pay: null, refer: average.missing.map(({ reason }) => reason).join('; ') };
  }
  const { weeksUsed, weekPayPence, refer } = average.value;
  return { weeks_used: weeksUsed, week_pay: pounds(weekPayPence), refer };
}
