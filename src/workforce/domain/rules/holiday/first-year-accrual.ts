import { basisOf, type Basis, type Rule } from '../../../../kernel/basis.js';
import { Fraction } from '../../../../kernel/fraction.js';
import { InvalidValue } from '../../../../kernel/invalid-value.js';
import { exactText } from '../exact-text.js';
import { upTo } from './calculator-display.js';
import { holidayEntitlement } from './entitlement.js';

export const FIRST_YEAR_ACCRUAL: Rule = {
  code: 'HOLIDAY-FIRST-YEAR-ACCRUAL',
  version: 1,
  title:
    'In the first year of a job one twelfth of the leave may be taken from the first day of each month, up to the next half day',
  source: 'Working Time Regulations 1998 reg 15A, of which paragraph (3) was not read',
  certainty: 'unverified',
};

/** Leave that may be taken by now in the first year of a job. The year's entitlement itself is not less for it. */
export interface FirstYearAccrual {
  readonly accruedDays: Fraction;
  /** A multiple of half a day. */
  readonly mayTakeDays: Fraction;
  readonly basis: Basis;
}

/**
 * Days of leave that may be taken in the first year of a job with regular days. Irregular-hours and part-year workers
 * accrue by pay period instead.
 *
 * @param monthsBegun months of the first year whose first day has come, 0 to 12
 * @throws InvalidValue for other months, or a week that `holidayEntitlement` refuses
 */
export function firstYearAccrual(daysPerWeek: Fraction, monthsBegun: number): FirstYearAccrual {
  if (!Number.isInteger(monthsBegun) || monthsBegun < 0 || monthsBegun > 12) {
    throw new InvalidValue(`${monthsBegun} is not a number of months of the first year`);
  }
  const year = holidayEntitlement({ basis: 'days', daysPerWeek }, { period: 'full-year' });
  const accruedDays = year.amount.times(Fraction.of(monthsBegun, 12));
  const mayTakeDays = upTo(Fraction.of(1, 2), accruedDays);
  const inputs = { monthsBegun, accruedDays: exactText(accruedDays), mayTakeDays: exactText(mayTakeDays) };
  return { accruedDays, mayTakeDays, basis: basisOf(FIRST_YEAR_ACCRUAL, inputs, [year.basis]) };
}
