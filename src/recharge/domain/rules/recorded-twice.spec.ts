import { describe, expect, it } from '@jest/globals';
import { plainDate } from '../../../kernel/plain-date.js';
import { defaultChargeOptions, eightWeeks, weekly } from '../bridging.fixtures.js';
import { bridgingRecharge, type BridgingFacts } from './bridging-recharge.js';
import { caseCharge } from './case-charge.js';

const missing = (changes: Partial<BridgingFacts>) => {
  const figure = bridgingRecharge({ ...eightWeeks, ...changes });
  return figure.status === 'pending' ? figure.missing.map(({ fact, reason }) => [fact, reason]) : [];
};

/** Histories from before two records from one day were refused may hold them. Neither is taken for the right one. */
describe('two records from one day in a history (odd input 11)', () => {
  it('make the figure wait, with both sums and the days in the words', () => {
    const awardRates = [
      weekly('2024-05-01', 74_250),
      weekly('2024-05-15', 76_000),
      weekly('2024-05-15', 78_000),
    ];
    expect(missing({ awardRates })).toEqual([
      [
        'award-rate',
        'The award rate from 15 May 2024 is recorded as £760.00 and £780.00 a week, and which holds for 15 May 2024 to 25 June 2024 is not known: correct one of them',
      ],
    ]);
  });

  it('do no harm where they say the same, where a later one ends both first, or after the last day', () => {
    const twice = (day: string) => [weekly(day, 70_000), weekly(day, 74_250)];
    const first = weekly('2024-05-01', 74_250);
    expect(missing({ awardRates: [first, first] })).toEqual([]);
    expect(missing({ awardRates: [...twice('2024-04-01'), first] })).toEqual([]);
    expect(missing({ awardRates: [first, ...twice('2024-06-26')] })).toEqual([]);
    expect(missing({ awardRates: [first, ...twice('2024-06-25')] })).toHaveLength(1);
  });

  it('are asked about of contributions and of joint packages too', () => {
    const from = plainDate('2024-05-01');
    const share = (of: string) => ({ from, parts: [{ part: 'council-own' as const, share: of }] });
    const remainder = 'bridged' as const;
    const jointPackages = [
      { ...share('0.4'), remainder },
      { ...share('0.5'), remainder },
    ];
    const contributions = [weekly('2024-05-01', 8_743), weekly('2024-05-01', 9_000)];
    expect(missing({ contributions, jointPackages }).map(([fact]) => fact)).toEqual([
      'contribution',
      'joint-package',
    ]);
  });

  it('leave nothing of the case to charge meanwhile', () => {
    const awardRates = [weekly('2024-05-01', 74_250), weekly('2024-05-01', 76_000)];
    const rest = { oneOffs: [], account: { leave: [] }, options: defaultChargeOptions };
    expect(caseCharge({ ...eightWeeks, ...rest, awardRates }).total).toMatchObject({
      status: 'pending',
      missing: [{ fact: 'award-rate' }],
    });
  });
});
