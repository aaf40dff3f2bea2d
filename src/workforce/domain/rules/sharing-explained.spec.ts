import { describe, expect, it } from '@jest/globals';
import { basisOf, type Rule } from '../../../kernel/basis.js';
import { Fraction } from '../../../kernel/fraction.js';
import { pending } from '../../../kernel/figure.js';
import { periodOfDays } from '../../../kernel/period.js';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { ASSESSED, COUNCIL, funded, NHS_BODY, SETTING } from '../workforce.fixtures.js';
import { exposureTotals } from './exposure-totals.js';
import type { FundedPiece } from './funded-piece.js';
import { notMeasured } from './funding-measures.js';
import { noticeAndLeave } from './notice-and-leave-share.js';
import { aboveMinimum, currentFunders, withinCap } from './redundancy-limits.js';
import { redundancySplit } from './redundancy-split.js';

const SAMPLE: Rule = { code: 'SAMPLE', version: 1, title: 'Sample', source: 'spec', certainty: 'sourced' };
const BASIS = basisOf(SAMPLE, {});
const OTHER = 'access-to-work';
const EMPLOYER = 'employer';
const SECOND_NHS = 'QNC';
const piece = (from: string, to: string, shares: Record<string, string>): FundedPiece => ({
  ...periodOfDays(plainDate(from), plainDate(to)),
  shares: Object.entries(shares).map(([funder, share]) => ({ funder, share: Fraction.parse(share) })),
});
const share = (funder: string, sharePence: number) => ({
  funder,
  weight: Fraction.one,
  sharePence: pence(sharePence),
});
const money = (shares: readonly { readonly funder: string; readonly sharePence: number }[]) =>
  shares.map(({ funder, sharePence }) => [funder, sharePence]);
const currently = (...funders: string[]) =>
  funders.map((funder) => ({ funder, share: Fraction.of(1, funders.length) }));

describe('Who funds a job when it ends', () => {
  it('are the public bodies of the last day on which there was one', () => {
    const pieces = [
      piece('2020-01-01', '2020-12-31', { [COUNCIL]: '1' }),
      piece('2021-01-01', '2021-12-31', { [OTHER]: '0.25', [NHS_BODY]: '0.75' }),
      piece('2022-01-01', '2022-12-31', { [OTHER]: '0.5', [EMPLOYER]: '0.5' }),
    ];
    expect(currentFunders(pieces).map(({ funder }) => funder)).toEqual([NHS_BODY]);
    expect(currentFunders(pieces.slice(2))).toEqual([]);
  });
});

describe('A minimum below which nothing is shared', () => {
  const terms = { ...SETTING.terms, redundancyMinimumPence: 1000 };
  const shares = [share(COUNCIL, 600), share(NHS_BODY, 399)];

  it('leaves a smaller cost with the current funders, and says so', () => {
    const limited = aboveMinimum({ shares, basis: BASIS }, currently(NHS_BODY, SECOND_NHS), terms);
    // 9.99 by halves of the last day: 5.00 and 4.99; a body that had no share comes last.
    expect(money(limited.shares)).toEqual([
      [COUNCIL, 0],
      [NHS_BODY, 500],
      [SECOND_NHS, 499],
    ]);
    expect(limited.basis).toMatchObject({
      rule: 'REDUNDANCY-MINIMUM',
      inputs: { minimumPence: 1000, costPence: 999, borneBy: `${NHS_BODY}, ${SECOND_NHS}` },
      from: [{ rule: 'SAMPLE' }],
    });
  });

  it('changes nothing at the minimum, or without a current funder', () => {
    const atMinimum = [share(COUNCIL, 600), share(NHS_BODY, 400)];
    expect(aboveMinimum({ shares: atMinimum, basis: BASIS }, currently(NHS_BODY), terms)).toEqual({
      shares: atMinimum,
      basis: BASIS,
    });
    expect(aboveMinimum({ shares, basis: BASIS }, [], terms)).toEqual({ shares, basis: BASIS });
  });
});

describe('A cap on what a party bears', () => {
  const terms = { ...SETTING.terms, redundancyCap: 'amount', redundancyCapPence: 500 } as const;
  const shares = [share(COUNCIL, 800), share(OTHER, 700), share(EMPLOYER, 600), share(NHS_BODY, 900)];

  it('moves the rest to the current funder, and limits neither it, nor a third party, nor the employer', () => {
    const limited = withinCap({ shares, basis: BASIS }, currently(NHS_BODY), pence(3000), terms);
    expect(money(limited.shares)).toEqual([
      [COUNCIL, 500],
      [OTHER, 700],
      [EMPLOYER, 600],
      [NHS_BODY, 1200],
    ]);
    expect(limited.basis).toMatchObject({
      rule: 'REDUNDANCY-CAP-ON-A-PARTY',
      inputs: { cap: 'amount', capPence: 500, aboveCapPence: 300, borneBy: NHS_BODY },
      from: [{ rule: 'SAMPLE' }],
    });
  });

  it('limits a body that is not among several that fund the job now', () => {
    const limited = withinCap({ shares, basis: BASIS }, currently(NHS_BODY, SECOND_NHS), pence(3000), terms);
    expect(money(limited.shares)).toEqual([
      [COUNCIL, 500],
      [OTHER, 700],
      [EMPLOYER, 600],
      [NHS_BODY, 1050],
      [SECOND_NHS, 150],
    ]);
  });

  it('changes nothing without a current funder', () => {
    expect(withinCap({ shares, basis: BASIS }, [], pence(3000), terms)).toEqual({ shares, basis: BASIS });
  });
});

describe('The explanation of a split', () => {
  const cost = {
    statutoryPence: pence(1000),
    insurancePence: pence(0),
    reservesPence: pence(0),
    basis: BASIS,
  };
  const pieces = [
    piece('2020-01-01', '2021-12-31', { [COUNCIL]: '1' }),
    piece('2022-01-01', '2023-12-31', { [NHS_BODY]: '0.5', [SECOND_NHS]: '0.5' }),
  ];
  const split = (of: readonly FundedPiece[], terms: Partial<typeof SETTING.terms> = {}) =>
    redundancySplit(cost, of, { ...SETTING.terms, ...terms }, []);

  it('names each share and who wins a tie', () => {
    // 731 days of the council and 730 that two NHS bodies halve: 500.34, 249.83 and 249.83 pence.
    const inputs = {
      [`share of ${COUNCIL}`]: 500,
      [`share of ${NHS_BODY}`]: 250,
      [`share of ${SECOND_NHS}`]: 250,
    };
    expect(split(pieces)).toMatchObject({
      basis: {
        rule: 'REDUNDANCY-SPLIT',
        inputs: { ...inputs, tieTo: `${NHS_BODY}, ${SECOND_NHS}` },
      },
    });
    expect(split(pieces, { redundancyPennyTie: 'earlier-funder' })).toMatchObject({
      basis: { inputs: { tieTo: 'the earlier funder' } },
    });
  });

  it.each([
    ['days', 'REDUNDANCY-UNIT-DAYS', undefined],
    ['months', 'REDUNDANCY-UNIT-MONTHS', 'kept'],
    ['whole-years', 'REDUNDANCY-UNIT-WHOLE-YEARS', 'kept'],
    ['hours-paid', 'REDUNDANCY-UNIT-HOURS-PAID', undefined],
    ['money-paid', 'REDUNDANCY-UNIT-MONEY-PAID', undefined],
  ] as const)('says for %s what becomes of the part of one, where it has parts', (unit, rule, partUnits) => {
    const figure = split(pieces, { redundancyUnit: unit });
    const unitBasis = figure.status === 'known' ? figure.basis.from[1] : undefined;
    expect(unitBasis).toMatchObject({ rule });
    expect(unitBasis?.inputs['partUnits']).toBe(partUnits);
  });

  it('waits for a body to share with, and for a unit that somebody funded', () => {
    expect(split([])).toEqual(
      pending({
        fact: 'public-funder',
        reason:
          'No public body is recorded to have funded a day of this employment, so there is nobody to share with',
        suppliedBy: 'the council’s direct payment team',
      }),
    );
    const short = [piece('2023-01-01', '2023-06-30', { [COUNCIL]: '1' })];
    expect(split(short, { redundancyUnit: 'whole-years', redundancyPartYears: 'dropped' })).toEqual(
      pending({
        fact: 'complete-unit-of-funding',
        reason:
          'No body funded a complete month or year, so the agreement’s unit gives nobody a share; days would',
        suppliedBy: 'both parties of the local agreement',
      }),
    );
  });

  it.each([
    ['hours-paid', 'hours'],
    ['money-paid', 'money'],
  ] as const)('waits for what was paid where the agreement weighs %s', (unit, what) => {
    const service = periodOfDays(plainDate('2020-01-01'), plainDate('2020-12-31'));
    const recorded = [
      funded('2019-01-01', '2020-01-01', { [COUNCIL]: '1' }),
      funded('2020-01-01', '2021-01-01', { [COUNCIL]: '1' }),
    ];
    const [missing, ...others] = notMeasured(service, recorded, unit);
    expect(missing).toMatchObject({
      fact: unit,
      suppliedBy: 'payroll, through the council’s direct payment team',
    });
    expect(missing?.reason).toContain(
      `The agreement shares by the ${what} paid, which nobody has recorded for `,
    );
    expect(others).toEqual([]);
    expect(notMeasured(service, recorded, 'days')).toEqual([]);
  });
});

describe('Who bears notice and untaken leave', () => {
  const joint = [piece('2022-01-01', '2023-12-31', { [COUNCIL]: '0.5', [NHS_BODY]: '0.5' })];
  const notice = {
    noticeWeeks: 8,
    unservedDays: 56,
    amountPence: pence(100),
    basis: ASSESSED.data.basis,
  };

  it('is explained by each share, by the notice and by who wins the odd penny', () => {
    expect(
      noticeAndLeave({ noticePay: notice, untakenLeavePence: pence(1) }, joint, SETTING.terms),
    ).toMatchObject({
      noticePence: 100,
      leavePence: 1,
      shares: [
        { funder: COUNCIL, sharePence: 51 },
        { funder: NHS_BODY, sharePence: 50 },
      ],
      basis: {
        inputs: {
          borneBy: 'current-funder',
          noticePence: 100,
          leavePence: 1,
          [`share of ${COUNCIL}`]: 51,
          [`share of ${NHS_BODY}`]: 50,
        },
        from: [{ rule: 'REDUNDANCY-STATUTORY-PAY' }],
      },
    });
  });

  it('leaves the notice open while nobody has said whether there was any', () => {
    const shared = noticeAndLeave({ untakenLeavePence: pence(2) }, joint, SETTING.terms);
    expect(shared).not.toHaveProperty('noticePence');
    expect(shared.basis).toMatchObject({ inputs: { noticePence: 'not known yet', leavePence: 2 }, from: [] });
  });

  it('gives the odd penny to a funder of the last day where the agreement says so', () => {
    const terms = { ...SETTING.terms, redundancyNoticeAndLeave: 'same-split' } as const;
    const pieces = [
      piece('2022-01-01', '2022-01-10', { [COUNCIL]: '1' }),
      piece('2022-01-11', '2022-01-20', { [NHS_BODY]: '1' }),
    ];
    const of = (redundancyPennyTie: (typeof terms)['redundancyPennyTie']) =>
      money(noticeAndLeave({ untakenLeavePence: pence(1) }, pieces, { ...terms, redundancyPennyTie }).shares);
    expect(of('funder-on-last-day')).toEqual([[NHS_BODY, 1]]);
    expect(of('earlier-funder')).toEqual([[COUNCIL, 1]]);
  });
});

describe('The totals of an exposure', () => {
  const DAY = plainDate('2024-04-30');
  const missing = (fact: string, suppliedBy: string) => ({ fact, reason: 'It is not recorded', suppliedBy });
  const exposed = (...shares: (readonly [string, number])[]) => {
    const ofFunders = shares.map(([funder, sharePence]) => ({ funder, sharePence: pence(sharePence) }));
    const amountPence = pence(shares.reduce((sum, [, sharePence]) => sum + sharePence, 0));
    const end = { amountPence, shares: ofFunders };
    return { status: 'known', value: { lowest: end, highest: end }, basis: BASIS } as const;
  };

  it('are in the order of the funders’ codes and of the facts that are missing, each counted once a job', () => {
    const totals = exposureTotals(DAY, [
      exposed([NHS_BODY, 5], [COUNCIL, 7]),
      pending(
        missing('week-pay', 'payroll'),
        missing('week-pay', 'payroll'),
        missing('funding-period', 'the council'),
      ),
      pending(missing('week-pay', 'payroll')),
      pending(missing('age', 'the council')),
    ]);
    expect(totals.byFunder.map(({ funder }) => funder)).toEqual([COUNCIL, NHS_BODY]);
    expect(totals.missing).toEqual([
      { fact: 'age', suppliedBy: 'the council', employments: 1 },
      { fact: 'funding-period', suppliedBy: 'the council', employments: 1 },
      { fact: 'week-pay', suppliedBy: 'payroll', employments: 2 },
    ]);
    expect(totals.basis.inputs).toEqual({
      day: DAY,
      live: 4,
      known: 1,
      withoutRight: 0,
      pending: 3,
      capPence: 70000,
      capInstrument: 'SI 2024/213',
      lowestPence: 12,
      highestPence: 12,
    });
  });
});
