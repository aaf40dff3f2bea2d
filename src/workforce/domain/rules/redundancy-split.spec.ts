import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { basisOf, type Rule } from '../../../kernel/basis.js';
import { Fraction } from '../../../kernel/fraction.js';
import { periodOfDays } from '../../../kernel/period.js';
import { pence, sumPence } from '../../../kernel/pence.js';
import { addDays, plainDate } from '../../../kernel/plain-date.js';
import { COUNCIL, NHS_BODY, SETTING } from '../workforce.fixtures.js';
import type { FundedPiece } from './funded-piece.js';
import { fundingWeights } from './funding-weights.js';
import { redundancySplit } from './redundancy-split.js';

const SAMPLE: Rule = { code: 'SAMPLE', version: 1, title: 'Sample', source: 'spec', certainty: 'sourced' };
const cost = (statutoryPence: number, insurancePence = 0, reservesPence = 0) => ({
  statutoryPence: pence(statutoryPence),
  insurancePence: pence(insurancePence),
  reservesPence: pence(reservesPence),
  basis: basisOf(SAMPLE, {}),
});
const piece = (from: string, to: string, shares: Record<string, string>): FundedPiece => ({
  ...periodOfDays(plainDate(from), plainDate(to)),
  shares: Object.entries(shares).map(([funder, share]) => ({ funder, share: Fraction.parse(share) })),
});
const sharesOf = (
  ...[costs, pieces, terms = SETTING.terms]: [
    Parameters<typeof redundancySplit>[0],
    readonly FundedPiece[],
    Parameters<typeof redundancySplit>[2]?,
  ]
) => {
  const figure = redundancySplit(costs, pieces, terms, []);
  return figure.status === 'known'
    ? Object.fromEntries(figure.value.shares.map(({ funder, sharePence }) => [funder, sharePence]))
    : figure.missing.map(({ fact }) => fact);
};

describe('The split of a redundancy payment', () => {
  const pieces = [
    piece('2016-04-01', '2021-03-31', { [COUNCIL]: '1' }),
    piece('2021-04-01', '2024-04-30', { [NHS_BODY]: '1' }),
  ];

  it('never loses or creates a penny, whatever the periods, shares, units and payers', () => {
    const lengths = fc.array(fc.tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 0, max: 4 })), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_253_000 }), lengths, (statutory, spans) => {
        let from = plainDate('2010-01-01');
        const days = spans.map(([length, quarters]) => {
          const until = addDays(from, length);
          const shares = [
            { funder: COUNCIL, share: Fraction.of(quarters, 4) },
            { funder: NHS_BODY, share: Fraction.of(4 - quarters, 4) },
          ].filter(({ share }) => !share.isZero);
          const each = { from, until, shares };
          from = until;
          return each;
        });
        const figure = redundancySplit(cost(statutory), days, SETTING.terms, []);
        if (figure.status === 'pending') return false;
        return sumPence(figure.value.shares.map(({ sharePence }) => sharePence)) === statutory;
      }),
    );
  });

  it('gives a tie to the funder on the last day, or to the earlier one where the agreement says so', () => {
    const half = [
      piece('2020-01-01', '2020-01-10', { [COUNCIL]: '1' }),
      piece('2020-01-11', '2020-01-20', { [NHS_BODY]: '1' }),
    ];
    expect(sharesOf(cost(101), half)).toEqual({ [COUNCIL]: 50, [NHS_BODY]: 51 });
    expect(sharesOf(cost(101), half, { ...SETTING.terms, redundancyPennyTie: 'earlier-funder' })).toEqual({
      [COUNCIL]: 51,
      [NHS_BODY]: 50,
    });
  });

  it('counts the complete months and years of an unbroken stretch, however many records it has', () => {
    const inThree = [
      piece('2020-01-01', '2020-01-20', { [COUNCIL]: '1' }),
      piece('2020-01-21', '2020-02-29', { [COUNCIL]: '1' }),
      piece('2020-03-01', '2020-03-31', { [COUNCIL]: '1/2', [NHS_BODY]: '1/2' }),
    ];
    const terms = { ...SETTING.terms, redundancyUnit: 'months', redundancyPartYears: 'dropped' } as const;
    expect(fundingWeights(inThree, terms).map(({ payer, weight }) => [payer, String(weight)])).toEqual([
      [COUNCIL, '5/2'],
      [NHS_BODY, '1/2'],
    ]);
  });

  it('does not join part months across a gap', () => {
    const aroundAGap = [
      piece('2020-01-01', '2020-02-15', { [COUNCIL]: '1' }),
      piece('2020-03-16', '2020-04-30', { [COUNCIL]: '1' }),
    ];
    const terms = { ...SETTING.terms, redundancyUnit: 'months', redundancyPartYears: 'dropped' } as const;
    expect(fundingWeights(aroundAGap, terms).map(({ weight }) => String(weight))).toEqual(['2']);
  });

  it('leaves self-funded time out, or makes it the employer’s own share', () => {
    const selfFunded = [piece('2014-01-01', '2016-03-31', {}), ...pieces];
    expect(sharesOf(cost(554400), selfFunded)).toEqual({ [COUNCIL]: 342932, [NHS_BODY]: 211468 });
    const terms = { ...SETTING.terms, redundancySelfFundedTime: 'employers-own-share' } as const;
    // 821 : 1,826 : 1,126 days of 3,773.
    expect(sharesOf(cost(554400), selfFunded, terms)).toEqual({
      employer: 120637,
      [COUNCIL]: 268310,
      [NHS_BODY]: 165453,
    });
  });

  it('shares nothing when insurance and reserves cover the payment, even if they pay more', () => {
    expect(sharesOf(cost(554400, 600000), pieces)).toEqual({ [COUNCIL]: 0, [NHS_BODY]: 0 });
    expect(sharesOf(cost(554400, 500000, 54399), pieces)).toEqual({ [COUNCIL]: 1, [NHS_BODY]: 0 });
  });

  it('is pending when no funder has a complete unit, or there is no public funder', () => {
    const short = [piece('2024-01-01', '2024-06-30', { [COUNCIL]: '1' })];
    const byYears = {
      ...SETTING.terms,
      redundancyUnit: 'whole-years',
      redundancyPartYears: 'dropped',
    } as const;
    expect(sharesOf(cost(100), short, byYears)).toEqual(['complete-unit-of-funding']);
    expect(sharesOf(cost(100), [piece('2024-01-01', '2024-06-30', {})])).toEqual(['public-funder']);
  });

  it('explains the shares, what was left to share, and the weights', () => {
    expect(redundancySplit(cost(554400, 54400), pieces, SETTING.terms, [])).toMatchObject({
      basis: {
        rule: 'REDUNDANCY-SPLIT',
        certainty: 'local-practice',
        inputs: { residualPence: 500000, tieTo: NHS_BODY },
        from: [
          {
            rule: 'REDUNDANCY-RESIDUAL',
            inputs: {
              statutoryPence: 554400,
              insurancePence: 54400,
              reservesPence: 0,
              residualPence: 500000,
            },
            from: [{ rule: 'SAMPLE' }],
          },
          { rule: 'REDUNDANCY-UNIT-DAYS', inputs: { [COUNCIL]: '1826', [NHS_BODY]: '1126' } },
        ],
      },
    });
  });
});
