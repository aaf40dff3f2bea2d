import { describe, expect, it } from '@jest/globals';
import { basisOf, type Rule } from '../../../kernel/basis.js';
import { Fraction } from '../../../kernel/fraction.js';
import { period, periodOfDays } from '../../../kernel/period.js';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { COUNCIL, EMPLOYED, LEAVE_STATEMENT, NHS_BODY, SETTING } from '../workforce.fixtures.js';
import { exactText } from './exact-text.js';
import type { FundedPiece } from './funded-piece.js';
import { withChoices } from './funding-choices.js';
import { withGapsCharged } from './funding-gaps.js';
import { leaveDue, type LeaveQuestion } from './leave-calculation.js';
import { yearsLeave } from './leave-entitlement.js';
import { NoKnownRate, rateOn, rateSeries } from './rates-series.js';
import { settlementOf, type SettlementFacts } from './redundancy-settlement.js';

const SAMPLE: Rule = { code: 'SAMPLE', version: 1, title: 'Sample', source: 'spec', certainty: 'sourced' };
const BASIS = [basisOf(SAMPLE, {})];
const OTHER = 'access-to-work';
const SECOND_NHS = 'QNC';
const piece = (from: string, to: string, shares: Record<string, string>): FundedPiece => ({
  ...periodOfDays(plainDate(from), plainDate(to)),
  shares: Object.entries(shares).map(([funder, share]) => ({ funder, share: Fraction.parse(share) })),
});
const partsOf = ({ shares }: FundedPiece) => shares.map(({ funder, share }) => [funder, exactText(share)]);
const chosen = (
  pieces: readonly FundedPiece[],
  terms: Partial<typeof SETTING.terms>,
  jobTerms: Parameters<typeof withChoices>[1] = EMPLOYED.terms,
) => withChoices({ pieces, basis: BASIS }, jobTerms, { ...SETTING.terms, ...terms });

describe('Days that several fund', () => {
  const JOINT = piece('2020-01-01', '2020-12-31', { [OTHER]: '0.3', [COUNCIL]: '0.2', [NHS_BODY]: '0.5' });

  it.each([
    [
      'equal',
      [
        [COUNCIL, '0.35'],
        [NHS_BODY, '0.35'],
        [OTHER, '0.3'],
      ],
    ],
    [
      'lead-funder',
      [
        [NHS_BODY, '0.7'],
        [OTHER, '0.3'],
      ],
    ],
  ] as const)('are divided between the public bodies alone: %s', (redundancyJointDays, parts) => {
    const { pieces, basis } = chosen([JOINT], { redundancyJointDays });
    expect(pieces.map(partsOf)).toEqual([parts]);
    expect(basis).toMatchObject([
      { rule: 'FUNDING-JOINT-DAYS', inputs: { jointDays: redundancyJointDays }, from: BASIS },
    ]);
  });

  it('are led by the largest part, and of equal ones by the first that was recorded', () => {
    const lead = (shares: Record<string, string>) =>
      chosen([piece('2020-01-01', '2020-12-31', shares)], { redundancyJointDays: 'lead-funder' }).pieces.map(
        partsOf,
      );
    expect(lead({ [COUNCIL]: '0.6', [NHS_BODY]: '0.4' })).toEqual([[[COUNCIL, '1']]]);
    expect(lead({ [COUNCIL]: '0.5', [NHS_BODY]: '0.5' })).toEqual([[[COUNCIL, '1']]]);
    expect(lead({ [OTHER]: '0.5', [NHS_BODY]: '0.5' })).toEqual([
      [
        [OTHER, '0.5'],
        [NHS_BODY, '0.5'],
      ],
    ]);
  });
});

describe('A time bar on past funders', () => {
  it('lets those owe nothing whose own last day is earlier, and names them', () => {
    const pieces = [
      piece('2010-01-01', '2010-12-31', { [COUNCIL]: '1' }),
      piece('2011-01-01', '2011-12-31', { [SECOND_NHS]: '1' }),
      piece('2020-01-01', '2024-04-30', { [NHS_BODY]: '1' }),
    ];
    const barred = chosen(pieces, { redundancyTimeBarYears: 5 });
    expect(barred.pieces.map(({ shares }) => shares[0]?.barred === true)).toEqual([true, true, false]);
    expect(barred.basis).toMatchObject([
      {
        rule: 'FUNDING-TIME-BAR',
        inputs: { years: 5, fundedSince: '2019-04-30', barred: `${COUNCIL}, ${SECOND_NHS}` },
      },
    ]);
    expect(chosen([], { redundancyTimeBarYears: 5 })).toEqual({ pieces: [], basis: BASIS });
  });
});

describe('Days weighed by what a week of the job costs', () => {
  const YEARS = [piece('2020-01-01', '2021-12-31', { [COUNCIL]: '1' })];

  it('are cut where hours or pay changed, and the costs are named', () => {
    const raised = {
      from: plainDate('2021-01-01'),
      weeklyHours: '40',
      hourlyRatePence: pence(1200),
      eventId: 'raised',
    };
    const weighed = chosen(YEARS, { redundancyHoursAndPay: 'weighted-by-cost' }, [...EMPLOYED.terms, raised]);
    expect(weighed.pieces.map(({ from, dayWeighs }) => [from, dayWeighs?.toPence()])).toEqual([
      ['2020-01-01', 36_000],
      ['2021-01-01', 48_000],
    ]);
    expect(weighed.basis).toMatchObject([
      {
        rule: 'FUNDING-WEIGHTED-BY-COST',
        inputs: { 'pence a week from 2016-04-01': 36_000, 'pence a week from 2021-01-01': 48_000 },
      },
    ]);
  });

  it('weigh alike where no terms are recorded', () => {
    const { pieces } = chosen(YEARS, { redundancyHoursAndPay: 'weighted-by-cost' }, []);
    expect(pieces.map(({ dayWeighs }) => dayWeighs)).toEqual([Fraction.one]);
  });
});

describe('Days that nobody is recorded for', () => {
  it('stand in the order of days, with the last or the next funder', () => {
    const pieces = [
      piece('2020-01-01', '2020-01-31', { [COUNCIL]: '1' }),
      piece('2020-03-01', '2020-03-31', { [NHS_BODY]: '1' }),
      piece('2020-05-01', '2020-05-31', { [COUNCIL]: '1' }),
    ];
    const service = period(plainDate('2020-01-01'), plainDate('2020-06-01'));
    const charged = (redundancyFundingGap: 'last-funder' | 'next-funder') =>
      withGapsCharged(service, pieces, { ...SETTING.terms, redundancyFundingGap }).map(({ from, shares }) => [
        from,
        shares[0]?.funder,
      ]);
    expect(charged('last-funder')).toEqual([
      ['2020-01-01', COUNCIL],
      ['2020-02-01', COUNCIL],
      ['2020-03-01', NHS_BODY],
      ['2020-04-01', NHS_BODY],
      ['2020-05-01', COUNCIL],
    ]);
    expect(charged('next-funder').map(([, funder]) => funder)).toEqual([
      COUNCIL,
      NHS_BODY,
      NHS_BODY,
      COUNCIL,
      COUNCIL,
    ]);
  });
});

describe('The payments that settle a split', () => {
  const FACTS: SettlementFacts = {
    shares: [
      { funder: COUNCIL, sharePence: pence(400) },
      { funder: NHS_BODY, sharePence: pence(100) },
      { funder: SECOND_NHS, sharePence: pence(600) },
      { funder: 'E06000099', sharePence: pence(0) },
      { funder: 'employer', sharePence: pence(50) },
      { funder: OTHER, sharePence: pence(30) },
    ],
    current: [],
    isNhsBody: (funder) => funder === NHS_BODY || funder === SECOND_NHS,
  };
  const settled = (
    facts: Partial<SettlementFacts>,
    redundancyPaidFirstBy: (typeof SETTING.terms)['redundancyPaidFirstBy'],
    redundancySeveralNhsBodies: (typeof SETTING.terms)['redundancySeveralNhsBodies'] = 'each-its-own-days',
  ) => settlementOf({ ...FACTS, ...facts }, { redundancyPaidFirstBy, redundancySeveralNhsBodies });
  const payments = (...of: Parameters<typeof settled>) =>
    settled(...of).payments.map(({ from, to, amountPence }) => [from, to, amountPence]);

  it('are each body’s own, with what is left to the employer and third parties, all named', () => {
    const { basis, leftToEmployerPence } = settled({}, 'each-direct');
    expect(leftToEmployerPence).toBe(80);
    expect(basis).toMatchObject({
      rule: 'REDUNDANCY-SETTLEMENT',
      inputs: {
        paidFirstBy: 'each-direct',
        severalNhsBodies: 'each-its-own-days',
        leftToEmployerPence: 80,
        [`${COUNCIL} to assistant`]: 400,
        [`${NHS_BODY} to assistant`]: 100,
        [`${SECOND_NHS} to assistant`]: 600,
      },
    });
    expect(payments({}, 'each-direct')).toHaveLength(3);
    expect(payments({}, 'current-funder-then-recovers')).toHaveLength(3);
  });

  it('are one by the current funder, which the others pay', () => {
    expect(payments({ current: [NHS_BODY] }, 'current-funder-then-recovers')).toEqual([
      [NHS_BODY, 'assistant', 1100],
      [COUNCIL, NHS_BODY, 400],
      [SECOND_NHS, NHS_BODY, 600],
    ]);
    expect(payments({ current: [NHS_BODY], shares: [] }, 'current-funder-then-recovers')).toEqual([]);
  });

  it.each([
    ['that funds the job now', [NHS_BODY], SECOND_NHS, NHS_BODY, 600],
    ['whose time began last', [COUNCIL], NHS_BODY, SECOND_NHS, 100],
  ] as const)('go through the NHS body %s, which collects', (_, current, from, to, amountPence) => {
    expect(payments({ current }, 'each-direct', 'last-settles-and-collects')).toEqual(
      expect.arrayContaining([
        [COUNCIL, 'assistant', 400],
        [to, 'assistant', 700],
        [from, to, amountPence],
      ]),
    );
    expect(payments({ current }, 'each-direct', 'last-settles-and-collects')).toHaveLength(3);
  });
});

describe('The leave of a part of a year', () => {
  const YEAR = period(plainDate('2024-04-01'), plainDate('2025-04-01'));
  const days = (facts: Partial<LeaveQuestion>) => {
    const due = leaveDue({
      work: { regular: { basis: 'days', daysPerWeek: Fraction.of(5) } },
      leaveYear: YEAR,
      ...facts,
    });
    return due.status === 'known' ? due.value.govUk?.shown : due.status;
  };

  it('is that of the whole year for a job that began before it or on its first day', () => {
    expect(days({ startedOn: plainDate('2020-01-15') })).toBe('28');
    expect(days({ startedOn: YEAR.from })).toBe('28');
    // Seven months from September on: 28 x 7 / 12, up to the next half day.
    expect(days({ startedOn: plainDate('2024-09-01') })).toBe('16.5');
    // 183 of 365 days: 14.0384, shown up to a tenth.
    expect(days({ startedOn: YEAR.from, lastDay: plainDate('2024-09-30') })).toBe('14.1');
  });

  it('of irregular hours is in hours, and looks for the cap only in the days of the job', () => {
    const irregular = { hoursByPayPeriod: ['10000'] };
    const due = leaveDue({ work: { irregular }, leaveYear: YEAR });
    expect(due).toMatchObject({ value: { unit: 'hours', amount: Fraction.of(1207) } });
    const old = period(plainDate('2023-04-01'), plainDate('2024-04-01'));
    const average = {
      work: { irregular: { hoursByPayPeriod: [], averageWeeklyHours: '10' } },
      leaveYear: old,
    };
    // 56 hours a year: by 183 of 366 days to 30 September, and by as many from 1 October.
    expect(leaveDue({ ...average, lastDay: plainDate('2023-09-30') })).toMatchObject({
      value: { amount: Fraction.of(28) },
    });
    expect(leaveDue({ ...average, startedOn: plainDate('2023-10-01') })).toMatchObject({
      value: { amount: Fraction.of(28) },
    });
  });
});

describe('The leave of a year against the statutory minimum', () => {
  const PATTERN = { kind: 'hours', daysPerWeek: '4' } as const;
  const of = (facts: object) => yearsLeave({ ...LEAVE_STATEMENT, ...facts });

  it('is followed in words where payroll gives less, or more', () => {
    expect(of({ entitlementWeeks: '5', workPattern: PATTERN }).differences).toEqual([
      {
        code: 'entitlement-below-minimum',
        reason:
          'Payroll gives 150 hours of leave a year, the work pattern 168 by the regulations: payroll’s figure is followed though it is below the statutory minimum',
        followed: '150',
        instead: '168',
      },
    ]);
    expect(of({ entitlementWeeks: '6', workPattern: PATTERN }).differences).toMatchObject([
      { code: 'entitlement-differs' },
    ]);
  });

  it('rests on the pattern where payroll states no weeks, and beside them where it does', () => {
    const byPattern = of({ entitlementWeeks: undefined, workPattern: PATTERN });
    expect(byPattern).toMatchObject({ hours: Fraction.of(168), differences: [] });
    expect(byPattern.basis).toMatchObject({
      inputs: { workedIn: 'hours', hoursEach: '1', yearHours: '168' },
    });
    expect(of({ workPattern: PATTERN }).basis.from).toMatchObject([{ rule: 'LEAVE-ENTITLEMENT-BY-PATTERN' }]);
    expect(of({}).basis.from).toEqual([]);
    expect(() => of({ entitlementWeeks: undefined })).toThrow(
      'A statement has weeks of leave or a work pattern',
    );
  });
});

describe('A series of rates', () => {
  const row = (from: string, until: string) => period(plainDate(from), plainDate(until));

  it('is refused with every fault that it has', () => {
    const rows = [
      row('2024-01-01', '2024-02-01'),
      row('2024-03-01', '2024-05-01'),
      row('2024-04-01', '2024-06-01'),
    ];
    expect(() => rateSeries('The rate', rows)).toThrow(
      'The rate: no row covers 2024-02-01 until 2024-03-01; two rows cover 2024-04-01 until 2024-05-01',
    );
  });

  it('refuses a day outside it as a conflict', () => {
    const series = rateSeries('The rate', [row('2024-01-01', '2024-02-01')]);
    expect(() => rateOn(series, plainDate('2024-02-01'))).toThrow(NoKnownRate);
    expect(() => rateOn(series, plainDate('2024-02-01'))).toThrow(
      expect.objectContaining({ name: 'NoKnownRate', code: 'no-known-rate', kind: 'conflict' }),
    );
    expect(() => rateOn({ name: 'The rate', rows: [] }, plainDate('2024-02-01'))).toThrow(
      'A series of rates has no row',
    );
  });
});
