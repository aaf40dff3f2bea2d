import { describe, expect, it } from '@jest/globals';
import { Fraction } from '../../kernel/fraction.js';
import { InvalidValue } from '../../kernel/invalid-value.js';
import { NotUnderstood } from '../../kernel/worked-example.js';
import { penceOf, writtenLike } from './holiday-figures.js';
import { holidayKinds } from './holiday-kinds.js';
import file from '../../../test/fixtures/worked-examples/holiday.json' with { type: 'json' };

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly inputs: Record<string, unknown>;
  readonly expected: Record<string, unknown>;
  readonly govuk_differs?: boolean;
}

const rows = file.rows as readonly Row[];
const compute = (kind: string, inputs: Record<string, unknown>, expected: Record<string, unknown> = {}) => {
  const found = holidayKinds.find((each) => each.kind === kind);
  if (found === undefined) throw new Error(`No kind ${kind}`);
  return found.compute(inputs, expected);
};

describe('Worked examples of holiday', () => {
  const kinds = [...new Set(rows.map(({ kind }) => kind))];

  it('are of every kind that is known, 400 of them', () => {
    expect(kinds.toSorted()).toEqual(holidayKinds.map(({ kind }) => kind).toSorted());
    expect(rows).toHaveLength(400);
  });

  it.each(kinds)('come out as expected, each of them: %s', (kind) => {
    const ofKind = rows.filter((row) => row.kind === kind);
    const wrong = ofKind.flatMap(({ id, inputs, expected }) => {
      const answer = compute(kind, inputs, expected);
      const asked = Object.fromEntries(Object.keys(expected).map((key) => [key, answer[key]]));
      return JSON.stringify(asked) === JSON.stringify(expected) ? [] : [{ id, expected, asked }];
    });
    expect(wrong).toEqual([]);
  });

  it('have GOV.UK’s figure equal to the plain one except where the row says that it differs', () => {
    const differing = rows
      .filter(({ kind }) => kind === 'govuk-unit-test' || kind === 'computed')
      .filter(({ kind, inputs, expected }) => {
        const answer = compute(kind, inputs, expected);
        const shown = Object.keys(expected).filter((key) => answer[`govuk_${key}`] !== undefined);
        return shown.some((key) => JSON.stringify(answer[`govuk_${key}`]) !== JSON.stringify(answer[key]));
      })
      .map(({ id }) => id);
    expect(differing).toEqual(rows.filter((row) => row.govuk_differs === true).map(({ id }) => id));
  });
});

describe('An example of holiday that cannot be worked out', () => {
  const days = { basis: 'days', period: 'full-year', days_per_week: 5 };
  it.each([
    ['an unknown input', 'computed', { ...days, colour: 'blue' }],
    ['an unknown basis', 'computed', { ...days, basis: 'moons' }],
    ['an unknown period', 'computed', { ...days, period: 'decade' }],
    ['a missing number of days', 'computed', { ...days, days_per_week: undefined }],
    ['a missing last day', 'computed', { ...days, period: 'leaving', leave_year_start: '2026-04-01' }],
    ['a row of another subject', 'govuk-unit-test', { age_at_relevant_date: 42, full_years_service: 4 }],
    ['a question of another subject', 'govuk-flow-test', { age_at_relevant_date: 42 }],
    ['an unknown period of the questions', 'govuk-flow-test', { ...days, period: 'decade' }],
    [
      'a leave year of the older method',
      'irregular-accrual',
      { basis: 'irregular', leave_year_start: '2024-03-31', hours_in_pay_period: 10 },
    ],
    ['half a month', 'first-year-accrual-reg15A', { days_per_week: 5, months_begun: 1.5 }],
    ['pay with part of a penny', 'rolled-up-reg16A', { pay_for_work_done: '100.005' }],
    ['an average of other weeks', 'week-pay-12', { weekly_pay_most_recent_first: [1], reference_weeks: 52 }],
  ])('is not understood: %s', (_, kind, inputs) =>
    expect(() => compute(kind, inputs)).toThrow(NotUnderstood),
  );

  it('is refused with its number when no week is like that', () =>
    expect(() => compute('computed', { ...days, days_per_week: 8 })).toThrow(InvalidValue));
});

describe('What an adviser has to look at', () => {
  it('is said beside the figure', () => {
    expect(compute('irregular-accrual', { hours_in_pay_period: 4 })).toMatchObject({
      hours_accrued: 0,
      refer: expect.stringMatching(/no leave at all/),
    });
    expect(
      compute('week-pay-12', { weekly_pay_most_recent_first: ['250.00'], reference_weeks: 12 }),
    ).toMatchObject({ week_pay: '250.00', refer: expect.stringMatching(/Fewer than 12/) });
    expect(compute('week-pay-12', { weekly_pay_most_recent_first: [0, 0], reference_weeks: 12 })).toEqual({
      weeks_used: 0,
      week_pay: null,
      refer: expect.stringMatching(/No week with pay/),
    });
  });
});

describe('A figure written like the expected one', () => {
  const third = Fraction.of(1, 3);
  it.each([
    ['the usual decimals when it says nothing', undefined, third, '0.3333333333'],
    ['more decimals', '0.3333333333333', third, '0.3333333333333'],
    ['fewer that leave out nothing', '7.0', Fraction.of(7), '7.0'],
    ['none that leave out nothing', '7', Fraction.of(7), '7'],
    ['never so few that it would lose something', '0', third, '0.3333333333'],
    ['the usual decimals for what is no number', 'a lot', third, '0.3333333333'],
  ])('has %s', (_, expected, value, text) => expect(writtenLike(expected, value, 10)).toBe(text));

  it('takes pounds as text or as a number', () => {
    expect(penceOf('pay', '305.25')).toBe(30525);
    expect(penceOf('pay', 320.5)).toBe(32050);
  });
});
