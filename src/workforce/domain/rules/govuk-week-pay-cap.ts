import { includes, type Period } from '../../../kernel/period.js';
import { plainDate, type PlainDate } from '../../../kernel/plain-date.js';
import { WEEK_PAY_CAPS, type WeekPayCap } from './redundancy-week-pay-cap.js';

// GOV.UK's table starts here with a cap that the Order brought in only a month later.
const GOVUK_STARTS = plainDate('2012-01-01');

/** GOV.UK's table of caps, as its pages show it. */
const GOVUK_CAPS: readonly WeekPayCap[] = WEEK_PAY_CAPS.filter(({ from }) => from > GOVUK_STARTS).map(
  (cap, index) => (index === 0 ? { ...cap, from: GOVUK_STARTS } : cap),
);

/**
 * The row that GOV.UK's calculators take for a day: where none covers it, earlier or later, silently the last one. Only for
 * showing what a citizen sees there; the product refuses such a day.
 */
export function govukRowOn<Row extends Period>(table: readonly Row[], day: PlainDate): Row | undefined {
  return table.find((row) => includes(row, day)) ?? table.at(-1);
}

/**
 * The cap that GOV.UK's redundancy calculator uses for a day: 430 pounds for January 2012, where the Order in force said
 * 400, and the latest cap for any day that its table does not cover. It never pays anybody.
 *
 * Source: GOV.UK redundancy pay calculator, rate table and its look-up.
 */
export function govukWeekPayCapOn(day: PlainDate): WeekPayCap {
  return govukRowOn(GOVUK_CAPS, day)!;
}
