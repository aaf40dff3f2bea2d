import { Fraction } from '../../kernel/fraction.js';
import { minPence, poundsFromPence, type Pence } from '../../kernel/pence.js';
import { MOST_YEARS_COUNTED } from '../domain/rules/service-years.js';

/* eslint-disable handover/exact-money -- emulates the floating point of GOV.UK's calculator, to show what its page shows */
/*
 * The only floating-point money in the product, and it pays nobody. GOV.UK's calculator adds the years up in binary
 * floating point, so where the exact answer ends in half a penny its page may show a penny less than is due. A citizen who
 * comes with that page has to be told why the figures differ; that takes the same sum, in the same order.
 */

/**
 * The payment that GOV.UK's page shows, as it writes amounts: `2,426.32` where the exact 2,426.325 is due as 2,426.33.
 *
 * Each year's pay is rounded to ten decimals and added from the latest year back; the shortest decimal of that float is
 * then rounded half up to the penny.
 */
export function govukPayShown(age: number, years: number, weekPayPence: Pence, capPence: Pence): string {
  const weekPay = Number(poundsFromPence(minPence(weekPayPence, capPence)));
  let total = 0;
  for (let index = 0; index < Math.min(years, MOST_YEARS_COUNTED); index += 1) {
    total += Number((weeksOfYear(age - index) * weekPay).toFixed(10));
  }
  return govukAmount(Fraction.parse(String(total).replace(beyondPlaces, '$1')));
}

/** More places than the twelve that Fraction.parse reads. */
const beyondPlaces = /^(\d+\.\d{12})\d+$/;

// GOV.UK labels each year with the age at its end.
function weeksOfYear(ageAtEnd: number): number {
  if (ageAtEnd <= 22) return 0.5;
  return ageAtEnd <= 41 ? 1 : 1.5;
}

/** Pounds as GOV.UK's page writes them: thousands with commas, two decimals, and none where they are `.00`. */
export function govukAmount(pounds: Fraction): string {
  const [whole = '', part = ''] = pounds.toDecimal(2).split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return part === '00' ? grouped : `${grouped}.${part}`;
}
