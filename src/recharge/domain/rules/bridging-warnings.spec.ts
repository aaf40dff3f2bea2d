import { describe, expect, it } from '@jest/globals';
import { plainDate } from '../../../kernel/plain-date.js';
import { eightWeeks, liableFrom } from '../bridging.fixtures.js';
import { bridgingRecharge, type BridgingFacts } from './bridging-recharge.js';
import { bridgingWarnings } from './bridging-warnings.js';

const warnings = (changes: Partial<BridgingFacts>) => bridgingWarnings({ ...eightWeeks, ...changes });
const codes = (changes: Partial<BridgingFacts>) => warnings(changes).map(({ code, days }) => [code, days]);

describe('a case warns', () => {
  it('of nothing when its dates are in order', () => {
    expect(warnings({ lastDayCovered: plainDate('2024-06-25') })).toEqual([]);
  });

  it('when liability starts after the budget, which bridges nothing (odd input 7)', () => {
    expect(warnings({ liability: liableFrom('2024-06-26') })).toEqual([
      {
        code: 'liability-after-cover',
        reason:
          'The NHS body is liable from 26 June 2024 only, and its budget covers the person from 26 June 2024: nothing was bridged',
      },
    ]);
  });

  it('when liability would start after the death', () => {
    expect(codes({ diedOn: plainDate('2024-04-30') })).toEqual([['liability-after-death', undefined]]);
    expect(codes({ diedOn: plainDate('2024-05-01') })).toEqual([]);
  });

  it('that the PAs may be redundant once the person chose a notional budget or an agency (odd input 41)', () => {
    const from = plainDate('2024-06-26');
    expect(warnings({ budgetForm: { form: 'agency', from } })).toEqual([
      {
        code: 'assistants-may-be-redundant',
        reason:
          'The person chose a budget by which they employ nobody, so each PA is redundant or moves to another employer: settle which, and what redundancy costs, before the direct payment ends',
        days: { from: '2024-06-26' },
      },
    ]);
    expect(codes({ budgetForm: { form: 'direct-payment', from } })).toEqual([]);
  });

  it('of the days that nobody paid for, and charges none of them (odd input 9: funding gap)', () => {
    const lastDayCovered = plainDate('2024-06-18');
    expect(codes({ lastDayCovered })).toEqual([['funding-gap', { from: '2024-06-19', until: '2024-06-26' }]]);
    expect(warnings({ lastDayCovered })[0]?.reason).toMatch(/refunded to the person, not recharged/);
    const figure = bridgingRecharge({ ...eightWeeks, lastDayCovered });
    expect(figure.status === 'known' && figure.value.days.until).toBe('2024-06-19');
  });

  it('of a gap that still goes on, and ends it with a death', () => {
    const { newCoverStartsOn: _, ...open } = eightWeeks;
    const stopped = { ...open, lastDayCovered: plainDate('2024-06-18') };
    const days = (facts: BridgingFacts) => bridgingWarnings(facts).map((warning) => warning.days);
    expect(days(stopped)).toEqual([{ from: '2024-06-19' }]);
    expect(days({ ...stopped, diedOn: plainDate('2024-06-20') })).toEqual([
      { from: '2024-06-19', until: '2024-06-21' },
    ]);
    expect(days({ ...stopped, diedOn: plainDate('2024-06-18') })).toEqual([]);
  });

  it('that the duty of the council is not clear once the person declined (odd input 42)', () => {
    expect(codes({ declinedFrom: plainDate('2024-05-15') })).toEqual([
      ['council-duty-unclear', { from: '2024-05-15' }],
    ]);
  });

  it('of the dates that are known, while liability is pending', () => {
    const liability = { status: 'pending' as const, missing: [] };
    expect(codes({ liability, lastDayCovered: plainDate('2024-06-18') })).toHaveLength(1);
  });
});
