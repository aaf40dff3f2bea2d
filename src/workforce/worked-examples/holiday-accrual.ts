import { NotUnderstood, type WorkedExampleKind } from '../../kernel/worked-example.js';
import { firstYearAccrual } from '../domain/rules/holiday/first-year-accrual.js';
import { accruesByPayPeriod, payPeriodAccrual } from '../domain/rules/holiday/pay-period-accrual.js';
import { ExampleInputs, exactNumber, type RawInputs } from './example-inputs.js';
import { writtenLike } from './holiday-figures.js';
import { jsonNumber } from './json-number.js';

export const PAY_PERIOD_INPUTS = ['basis', 'period', 'leave_year_start', 'hours_in_pay_period'] as const;
const SEQUENCE_INPUTS = ['basis', 'leave_year_start', 'hours_by_pay_period'] as const;

/** Leave that accrues over time: by pay period, and by month in the first year of a job. */
export const holidayAccrualExamples: readonly WorkedExampleKind[] = [
  {
    kind: 'irregular-accrual',
    compute: (raw, expected) => payPeriodAnswer(new ExampleInputs(raw, PAY_PERIOD_INPUTS), expected),
  },
  { kind: 'irregular-accrual-sequence', compute: sequenceAnswer },
  { kind: 'first-year-accrual-reg15A', compute: firstYearAnswer },
];

/** One pay period of irregular work. */
export function payPeriodAnswer(
  inputs: ExampleInputs<(typeof PAY_PERIOD_INPUTS)[number]>,
  expected: RawInputs,
): Record<string, unknown> {
  if (inputs.has('basis')) inputs.word('basis', { irregular: true });
  if (inputs.has('period')) inputs.word('period', { 'pay-period': true });
  checkMethod(inputs);
  const { totalHours, exactHours, refer } = payPeriodAccrual([inputs.exact('hours_in_pay_period')]);
  return {
    hours_accrued: Number(totalHours),
    exact_hours: writtenLike(expected['exact_hours'], exactHours, 6),
    refer,
  };
}

function sequenceAnswer(raw: RawInputs, expected: RawInputs): Record<string, unknown> {
  const inputs = new ExampleInputs(raw, SEQUENCE_INPUTS);
  if (inputs.has('basis')) inputs.word('basis', { irregular: true });
  checkMethod(inputs);
  const hours = inputs.list('hours_by_pay_period');
  const accrual = payPeriodAccrual(
    hours.map((each, index) => exactNumber(`hours_by_pay_period/${index}`, each)),
  );
  return {
    accrued_by_pay_period: accrual.hoursByPayPeriod.map(Number),
    total_accrued_hours: Number(accrual.totalHours),
    unrounded_total: writtenLike(expected['unrounded_total'], accrual.exactHours, 4),
    refer: accrual.refer,
  };
}

function checkMethod(inputs: ExampleInputs<'leave_year_start'>): void {
  if (inputs.has('leave_year_start') && !accruesByPayPeriod(inputs.day('leave_year_start'))) {
    throw new NotUnderstood('Leave years before 1 April 2024 have another method, which is not worked out');
  }
}

function firstYearAnswer(raw: RawInputs, expected: RawInputs): Record<string, unknown> {
  const inputs = new ExampleInputs(raw, ['days_per_week', 'months_begun']);
  const months = inputs.exact('months_begun');
  if (months.denominator !== 1n) throw new NotUnderstood('months_begun is not a whole number');
  const accrual = firstYearAccrual(inputs.exact('days_per_week'), Number(months.numerator));
  return {
    accrued_days_unrounded: writtenLike(expected['accrued_days_unrounded'], accrual.accruedDays, 6),
    may_take_days: jsonNumber(accrual.mayTakeDays),
  };
}
