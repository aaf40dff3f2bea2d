import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Fraction } from '../../kernel/fraction.js';
import { pence } from '../../kernel/pence.js';
import { redundancyAmount } from '../domain/rules/redundancy-amount.js';
import { weeksFor, yearsByWholeAge } from '../domain/rules/service-years.js';
import { govukAmount, govukPayShown } from './redundancy-govuk-float-display.js';

const CAP = pence(75100);

describe('What GOV.UK’s page shows', () => {
  it.each([
    ['12', '12'],
    ['12.5', '12.50'],
    ['99.09', '99.09'],
    ['1200.5', '1,200.50'],
    ['1000000', '1,000,000'],
    ['0', '0'],
    ['999.995', '1,000'],
  ])('writes %s pounds as %s', (pounds, shown) => expect(govukAmount(Fraction.parse(pounds))).toBe(shown));

  it('may be a penny less than is due where the exact answer ends in half a penny', () => {
    expect(govukPayShown(27, 12, pence(28545), CAP)).toBe('2,426.32');
    expect(govukPayShown(24, 3, pence(28545), CAP)).toBe('713.63');
    expect(govukPayShown(42, 5, pence(9465), CAP)).toBe('520.57');
  });

  it('is otherwise what is due, and never more', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 17, max: 80 }),
        fc.integer({ min: 2, max: 30 }),
        fc.integer({ min: 1, max: 100_000 }),
        (age, years, weekPay) => {
          const weeks = weeksFor(yearsByWholeAge(age, years));
          const { statutoryPence, weekPayUsedPence } = redundancyAmount(weeks, pence(weekPay), CAP);
          const exact = weeks.times(weekPayUsedPence);
          const shown = Fraction.parse(
            govukPayShown(age, years, pence(weekPay), CAP).replaceAll(',', ''),
          ).times(100);
          const short = Fraction.of(statutoryPence).minus(shown).toString();
          expect(exact.denominator === 1n ? ['0'] : ['0', '1']).toContain(short);
        },
      ),
      { numRuns: 2000 },
    ));
});
