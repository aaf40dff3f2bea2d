import { describe, expect, it } from '@jest/globals';
import { NotUnderstood } from '../../kernel/worked-example.js';
import { workforceWorkedExampleKinds } from './index.js';
import file from '../../../test/fixtures/worked-examples/redundancy-and-leave.json' with { type: 'json' };

const kindOf = (name: string) => {
  const kind = workforceWorkedExampleKinds.find(({ kind }) => kind === name);
  if (kind === undefined) throw new Error(`No kind ${name}`);
  return kind;
};

const RD_01 = file.examples[0]!.inputs as Record<string, unknown>;
const split = (changed: Record<string, unknown>, expected: Record<string, unknown> = {}) =>
  kindOf('redundancy_split').compute({ ...RD_01, ...changed }, expected);

describe('Worked examples of redundancy and leave', () => {
  it.each(file.examples.map((row) => [row.id, row.title, row] as const))('%s: %s', (_, __, row) => {
    expect(kindOf(row.kind).compute(row.inputs, row.expected)).toMatchObject(row.expected);
  });

  it('shares a joint period by that day’s share, given as fractions or as decimals', () => {
    const joint = (la: unknown, icb: unknown) => [
      { from: '2016-04-01', to: '2021-03-31', shares: { LA: 1 } },
      { from: '2021-04-01', to: '2024-04-30', shares: { LA: la, ICB: icb } },
    ];
    // 1,826 + 563 days for the council, 563 for the NHS body.
    const expected = { weights_days: { LA: '2389', ICB: '563' }, shares_pence: { LA: 448666, ICB: 105734 } };
    expect(split({ funding: joint('1/2', '1/2') })).toMatchObject(expected);
    expect(split({ funding: joint('0.5', '0.5') })).toMatchObject(expected);
    expect(split({ funding: joint(0.5, 0.5) })).toMatchObject(expected);
  });

  it('takes reserves off after the insurance, and never below nothing', () => {
    expect(split({ insurance_paid_pence: 500000, reserves_pence: 54000 })).toMatchObject({
      residual_pence: 400,
    });
    expect(split({ insurance_paid_pence: 600000 })).toMatchObject({
      residual_pence: 0,
      shares_pence: { LA: 0, ICB: 0 },
    });
  });

  it('gives several NHS bodies each its own days', () => {
    const funding = [
      { from: '2016-04-01', to: '2021-03-31', shares: { LA: 1 } },
      { from: '2021-04-01', to: '2022-06-30', shares: { ICB_A: 1 } },
      { from: '2022-07-01', to: '2024-04-30', shares: { ICB_B: 1 } },
    ];
    expect(split({ funding, penny_tie_to: 'ICB_B' })).toMatchObject({
      weights_days: { LA: '1826', ICB_A: '456', ICB_B: '670' },
    });
  });

  it('leaves a gap in funding out', () => {
    const funding = [
      { from: '2016-04-01', to: '2020-03-31', shares: { LA: 1 } },
      { from: '2021-04-01', to: '2024-04-30', shares: { ICB: 1 } },
    ];
    expect(split({ funding })).toMatchObject({ weights_days: { LA: '1461', ICB: '1126' } });
  });

  it.each([
    ['an unknown input', { colour: 'blue' }],
    ['an unknown denominator', { denominator: 'moons' }],
    [
      'overlapping periods',
      {
        funding: [
          { from: '2016-04-01', shares: { LA: 1 } },
          { from: '2020-04-01', shares: { ICB: 1 } },
        ],
      },
    ],
    ['shares above the whole day', { funding: [{ from: '2016-04-01', shares: { LA: 1, ICB: '0.1' } }] }],
    ['a share that is no number', { funding: [{ from: '2016-04-01', shares: { LA: 'half' } }] }],
    ['a missing date of birth', { dob: undefined }],
  ])('does not guess: %s is not understood', (_, changed) => {
    expect(() => split(changed)).toThrow(NotUnderstood);
  });

  it('lets leave that was taken too early be owed to the council, or floors it', () => {
    const inputs = { ...file.examples.find(({ id }) => id === 'AL-01')!.inputs, taken_hours: '100' };
    expect(kindOf('accrued_leave').compute(inputs, {})).toMatchObject({
      outstanding_hours: '-9.7863',
      la_owes_pence: -11744,
      variant_floor_at_zero: { la_owes_pence: 0 },
    });
    expect(
      kindOf('accrued_leave').compute({ ...inputs, negative_balance: 'floor_at_zero' }, {}),
    ).toMatchObject({
      la_owes_pence: 0,
    });
  });

  it('adds leave carried over, and on-costs', () => {
    const inputs = { ...file.examples.find(({ id }) => id === 'AL-01')!.inputs };
    // (30.21369863 + 8) x 12.00 = 458.56; with 13.8% = 521.85
    expect(kindOf('accrued_leave').compute({ ...inputs, carried_over_hours: '8' }, {})).toMatchObject({
      la_owes_pence: 45856,
    });
    expect(
      kindOf('accrued_leave').compute({ ...inputs, carried_over_hours: '8', on_cost_percent: '13.8' }, {}),
    ).toMatchObject({ la_owes_pence: 52185 });
  });
});
