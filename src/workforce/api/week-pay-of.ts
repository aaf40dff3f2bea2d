import { FieldRefused } from '../../kernel/refusal.js';
import { toPence, type Money } from '../../platform/http/wire/money.dto.js';
import type { WeekPayFacts } from '../commands/vocabulary.js';

/**
 * A week's pay from what was stated: the week's pay itself, or the pay of each week.
 *
 * @throws FieldRefused unless exactly one of the two is given, and for pay below zero.
 */
export function weekPayOf(stated: {
  readonly weekPay?: Money;
  readonly paidWeeks?: readonly Money[];
}): WeekPayFacts {
  const { weekPay, paidWeeks } = stated;
  if (weekPay !== undefined && paidWeeks !== undefined) {
    throw new FieldRefused(
      '/paidWeeks',
      'not-wanted',
      'Give a week’s pay or the weeks that were paid, not both',
    );
  }
  if (weekPay !== undefined) return { weekPayPence: toPence(weekPay) };
  if (paidWeeks === undefined) {
    throw new FieldRefused(
      '/weekPay',
      'required',
      'Give a week’s pay, or paidWeeks where there are no normal hours',
    );
  }
  const paidWeeksMostRecentFirst = paidWeeks.map(toPence);
  const below = paidWeeksMostRecentFirst.findIndex((paid) => paid < 0);
  if (below !== -1) {
    throw new FieldRefused(`/paidWeeks/${below}/amount`, 'below-zero', 'Pay for a week cannot be below zero');
  }
  return { paidWeeksMostRecentFirst };
}
