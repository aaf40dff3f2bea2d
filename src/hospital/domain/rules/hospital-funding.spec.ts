import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { InvalidValue } from '../../../kernel/invalid-value.js';
import { daysIn } from '../../../kernel/period.js';
import { addDays, plainDate } from '../../../kernel/plain-date.js';
import { hospitalAcrossTransfer, hospitalFunding } from './hospital-funding.js';
import { hospitalRules } from './hospital-rules.js';

const day = plainDate;
const both = (weeks: number) => ({ fullWeeks: weeks, reviewWeeks: weeks });
const days = fc.integer({ min: 0, max: 3000 }).map((offset) => addDays(day('2020-01-01'), offset));

describe('PAs of somebody in hospital', () => {
  it.each([
    // 29 February counts.
    ['2024-02-10', 4, '2024-03-09'],
    ['2025-02-10', 4, '2025-03-10'],
    ['2025-02-10', 8, '2025-04-07'],
    ['2025-02-10', 1, '2025-02-17'],
  ])('from %s on are paid in full for %d weeks, and a review is due on %s', (admittedOn, weeks, due) => {
    const found = hospitalFunding(day(admittedOn), both(weeks));
    expect(found).toMatchObject({ paidInFull: { from: admittedOn, until: due }, reviewDueOn: due });
    expect(daysIn(found.paidInFull)).toBe(7 * weeks);
    expect(found.basis).toMatchObject({
      rule: 'HOSPITAL-FULL-WEEKS',
      certainty: 'local-practice',
      inputs: { admittedOn, fullWeeks: weeks, reviewWeeks: weeks, reviewDueOn: due },
    });
  });

  it('may be reviewed before or after their weeks in full are over', () => {
    expect(hospitalFunding(day('2024-02-10'), { fullWeeks: 4, reviewWeeks: 8 })).toMatchObject({
      paidInFull: { from: '2024-02-10', until: '2024-03-09' },
      reviewDueOn: '2024-04-06',
    });
  });

  it.each([0, -4, 2.5, Number.NaN])('are not paid for %d weeks', (weeks) => {
    expect(() => hospitalFunding(day('2024-02-10'), both(weeks))).toThrow(InvalidValue);
    expect(() => hospitalFunding(day('2024-02-10'), { ...both(4), reviewWeeks: weeks })).toThrow(
      /not a whole number of weeks/,
    );
  });
});

describe('A stay in hospital that crosses the transfer (odd input 43)', () => {
  const stay = { from: day('2024-05-20'), until: day('2024-07-20') };
  const weeks = { council: both(8), nhs: both(4) };

  it('is under the council’s rule to the day before the new cover and under the NHS body’s after', () => {
    const found = hospitalAcrossTransfer(stay, day('2024-06-03'), weeks);
    expect(found).toMatchObject([
      {
        body: 'council',
        stay: { from: '2024-05-20', until: '2024-06-03' },
        reviewDueOn: '2024-07-15',
      },
      {
        body: 'nhs',
        stay: { from: '2024-06-03', until: '2024-07-20' },
        paidInFull: { from: '2024-06-03', until: '2024-06-17' },
        reviewDueOn: '2024-06-17',
      },
    ]);
    for (const { basis } of found) {
      expect(basis).toMatchObject({
        rule: 'HOSPITAL-ACROSS-TRANSFER',
        certainty: 'product-decision',
        inputs: { admittedOn: '2024-05-20', coverStartsOn: '2024-06-03' },
        from: [{ rule: 'HOSPITAL-FULL-WEEKS' }],
      });
      expect(hospitalRules.map(({ code }) => code)).toContain(basis.rule);
    }
  });

  it('is reviewed on the first day of the new cover when the NHS body’s weeks are over by then', () => {
    const [, nhs] = hospitalAcrossTransfer(stay, day('2024-07-01'), weeks);
    expect(nhs).toMatchObject({
      reviewDueOn: '2024-07-01',
      paidInFull: { from: '2024-07-01', until: '2024-07-01' },
    });
  });

  it('goes on without an end until somebody records the discharge', () => {
    const found = hospitalAcrossTransfer({ from: stay.from }, day('2024-06-03'), weeks);
    expect(found.map((each) => each.stay)).toEqual([
      { from: '2024-05-20', until: '2024-06-03' },
      { from: '2024-06-03' },
    ]);
  });

  it.each([
    ['2024-07-20', 'council', 'HOSPITAL-FULL-WEEKS'],
    ['2024-05-20', 'nhs', 'HOSPITAL-FULL-WEEKS'],
    ['2024-01-01', 'nhs', 'HOSPITAL-FULL-WEEKS'],
  ])('is one body’s alone when the cover starts on %s', (coverStartsOn, body, rule) => {
    expect(hospitalAcrossTransfer(stay, day(coverStartsOn), weeks)).toMatchObject([
      { body, stay, basis: { rule } },
    ]);
  });

  it('leaves no day of the stay out and counts none twice', () =>
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 200 }), days, (from, length, coverStartsOn) => {
        const whole = { from, until: addDays(from, length) };
        const parts = hospitalAcrossTransfer(whole, coverStartsOn, weeks).map((each) => each.stay);
        expect(parts[0]?.from).toBe(whole.from);
        expect(parts.at(-1)?.until).toBe(whole.until);
        parts.slice(1).forEach((part, before) => expect(part.from).toBe(parts[before]?.until));
      }),
    ));
});
