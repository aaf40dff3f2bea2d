import { describe, expect, it } from '@jest/globals';
import { NotUnderstood } from '../../kernel/worked-example.js';
import fixture from '../../../test/fixtures/worked-examples/bridging.json' with { type: 'json' };
import { rechargeWorkedExampleKinds } from './index.js';

const compute = (kind: string, inputs: Record<string, unknown>) => {
  const found = rechargeWorkedExampleKinds.find((each) => each.kind === kind);
  if (found === undefined) throw new Error(`No kind ${kind}`);
  return found.compute(inputs, {});
};

describe('the worked examples of recharges', () => {
  it.each(fixture.examples.map((example) => [example.id, example] as const))(
    '%s comes out to the penny',
    (_id, { kind, inputs, expected }) => {
      expect(compute(kind, inputs)).toMatchObject(expected);
    },
  );

  const late = {
    checklist_received: '2024-01-31',
    eligibility_decision: '2024-04-10',
    phb_cover_start: '2024-06-03',
    rates: [{ from: '2024-01-31', weekly_gross_pence: 51_219 }],
  };

  it('hold the days from day 29 while nobody said whether the delay was justified', () => {
    expect(compute('bridging_recharge', { ...late, delay: 'unknown' })).toMatchObject({
      liability_start: '2024-04-10',
      recharge_pence: 395_118,
      held: { from: '2024-02-28', to: '2024-04-09', days: 42 },
    });
  });

  it('follow a decision that was revised after a challenge back to the original day', () => {
    const inputs = { ...late, original_decision: '2024-02-15', delay: 'justified' };
    expect(compute('bridging_recharge', inputs)).toMatchObject({ liability_start: '2024-02-15', days: 109 });
  });

  it('end with the day of death', () => {
    const inputs = {
      liability_start: '2024-11-04',
      died_on: '2024-12-15',
      rates: [{ from: '2024-04-01', weekly_gross_pence: 70_000 }],
    };
    expect(compute('bridging_recharge', inputs)).toMatchObject({ days: 42, recharge_pence: 420_000 });
  });

  it('leave the sum open while an end is not known', () => {
    const inputs = { liability_start: '2024-11-04', rates: [{ from: '2024-04-01', weekly_gross_pence: 1 }] };
    expect(compute('bridging_recharge', inputs)).toEqual({
      recharge_pence: null,
      pending: ['phb-cover-start'],
    });
  });

  it.each([
    ['an input that is not known', { ...late, colour: 'blue' }],
    ['a number of days that the dates do not make', { ...late, days: 3 }],
    ['no start of liability', { phb_cover_start: '2024-06-03' }],
    ['no rate', { ...late, rates: undefined }],
    [
      'a net rate that does not add up',
      {
        liability_start: '2024-01-01',
        phb_cover_start: '2024-02-01',
        weekly_gross_pence: 100,
        weekly_contribution_pence: 10,
        weekly_net_pence: 80,
      },
    ],
    [
      'a spend that the balances do not make',
      {
        bridging_payments_pence: 100,
        opening_balance_pence: 0,
        closing_balance_pence: 0,
        spend_pence: 99,
      },
    ],
  ])('do not guess at %s', (_what, inputs) => {
    expect(() => compute('bridging_recharge', inputs)).toThrow(NotUnderstood);
  });
});
