import { describe, expect, it } from '@jest/globals';
import { NotUnderstood } from '../../kernel/worked-example.js';
import { workforceWorkedExampleKinds } from './index.js';
import { redundancyKinds } from './redundancy-kinds.js';
import file from '../../../test/fixtures/worked-examples/redundancy.json' with { type: 'json' };

type Raw = Readonly<Record<string, unknown>>;
interface Row {
  readonly id: string;
  readonly kind: string;
  readonly inputs: Raw;
  readonly expected: Raw;
}

const rows = file.rows as readonly Row[];
const compute = (kind: string, inputs: Raw, expected: Raw = {}) => {
  const found = workforceWorkedExampleKinds.find((each) => each.kind === kind);
  if (found === undefined) throw new Error(`No kind ${kind}`);
  return found.compute(inputs, expected);
};

/** What of the expected answer came out otherwise, by row: a report of a thousand tests would hide the one that fails. */
function otherwise(kind: string): readonly object[] {
  return rows
    .filter((row) => row.kind === kind)
    .flatMap(({ id, inputs, expected }) => {
      const actual = compute(kind, inputs, expected);
      const asked = Object.fromEntries(Object.keys(expected).map((key) => [key, actual[key]]));
      return JSON.stringify(asked) === JSON.stringify(expected) ? [] : [{ id, expected, asked }];
    });
}

describe('Worked examples of redundancy pay, notice and eligibility', () => {
  it.each(Object.keys(file.meta.kinds))('gives every figure of the kind %s', (kind) => {
    expect(rows.some((row) => row.kind === kind)).toBe(true);
    expect(otherwise(kind)).toEqual([]);
  });

  it('knows no kind that the file does not prove', () => {
    expect(redundancyKinds.map(({ kind }) => kind).sort()).toEqual(Object.keys(file.meta.kinds).sort());
    expect([...new Set(rows.map(({ kind }) => kind))].sort()).toEqual(Object.keys(file.meta.kinds).sort());
  });
});

describe('A redundancy example that says too little or something unknown', () => {
  const grid = { age_at_relevant_date: 40, full_years_service: 5 };
  it.each([
    ['an unknown input', 'weeks-grid', { ...grid, colour: 'blue' }],
    ['a missing input', 'weeks-grid', { age_at_relevant_date: 40 }],
    ['part of a year as an age', 'weeks-grid', { ...grid, age_at_relevant_date: 40.5 }],
    ['a negative number of years', 'weeks-grid', { ...grid, full_years_service: -1 }],
    ['a day that is not in the calendar', 'cap-by-relevant-date', { relevant_date: '2026-02-30' }],
    ['part of a penny', 'govuk-unit-test', { ...grid, weekly_cap: 400, weekly_pay: '10.001' }],
    [
      'years that are not what was typed',
      'govuk-flow-test',
      { age_at_relevant_date: 40, years_entered: '4.5', full_years_service: 5 },
    ],
    ['an empty table', 'govuk-rate-lookup-test', { table: [], date: '2026-01-01' }],
    [
      'an unknown event',
      'relevant-date-extension',
      {
        date_of_birth: '1980-01-01',
        continuous_start: '2020-01-01',
        employment_ended_on: '2026-01-01',
        event: 'x',
      },
    ],
    ['an unknown status', 'eligibility', { status: 'volunteer', full_years_service: 5 }],
    [
      'an unknown relation',
      'eligibility',
      { status: 'employee', full_years_service: 5, employee_is: 'lodger_of_employer' },
    ],
    [
      'two relations that the law tells apart',
      'eligibility',
      { status: 'employee', full_years_service: 5, employee_is: 'brother_or_cousin_of_employer' },
    ],
    [
      'an unknown ending',
      'eligibility',
      { status: 'employee', full_years_service: 5, event: 'employer_vanished' },
    ],
    [
      'a re-engagement without a death',
      'eligibility',
      { status: 'employee', full_years_service: 5, event: 'redundancy', reengaged_by_pr_within_days: 3 },
    ],
    [
      'an offer after a death without an answer',
      'eligibility',
      { status: 'employee', full_years_service: 5, event: 'employer_died', reengaged_by_pr_within_days: 3 },
    ],
  ])('is not understood: %s', (_, kind, inputs) => {
    expect(() => compute(kind, inputs)).toThrow(NotUnderstood);
  });

  it('reads relations however they are joined', () => {
    const right = (employee_is: string) =>
      compute('eligibility', { status: 'employee', full_years_service: 5, employee_is })[
        'statutory_redundancy_right'
      ];
    for (const listed of [
      'half_brother_or_sister_of_employer',
      'stepchild_of_employer',
      'half_brother_or_half_sister_of_employer',
      'grandchild',
    ]) {
      expect([listed, right(listed)]).toEqual([listed, false]);
    }
    for (const other of ['spouse_or_civil_partner_of_employer', 'niece_or_nephew', 'sister_in_law']) {
      expect([other, right(other)]).toEqual([other, true]);
    }
  });

  it('lets the job go on where an event says that the employer stays the same', () => {
    for (const event of [
      'funding_moves_to_phb_same_employer',
      'same_person_stays_employer',
      'employer_unchanged',
    ])
      expect(compute('eligibility', { status: 'employee', full_years_service: 5, event })).toMatchObject({
        dismissed: false,
        statutory_redundancy_right: false,
        needs_adviser: false,
      });
  });

  it('refuses a payment for a day without a known cap, with GOV.UK’s guess beside it', () => {
    const inputs = {
      relevant_date: '2027-04-06',
      age_at_relevant_date: 30,
      full_years_service: 4,
      weekly_pay: '800.00',
    };
    expect(compute('pay-computed', inputs)).toEqual({
      outcome: 'refuse_unknown_cap',
      govuk_weekly_cap: 751,
      govuk_display: '3,004',
    });
  });
});
