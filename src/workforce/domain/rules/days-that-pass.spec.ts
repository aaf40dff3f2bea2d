import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Fraction } from '../../../kernel/fraction.js';
import { pence } from '../../../kernel/pence.js';
import { daysIn, period } from '../../../kernel/period.js';
import { addDays, plainDate } from '../../../kernel/plain-date.js';
import type { CaseSetting } from '../case-setting.js';
import type { FundingPeriod } from '../employment.js';
import { COUNCIL, funded, NHS_BODY, SETTING } from '../workforce.fixtures.js';
import { exactText } from './exact-text.js';
import { fundedDays } from './funded-days.js';

/** Liable from 14 October 2024; the job goes on to the end of the year. */
const SERVICE = period(plainDate('2024-04-01'), plainDate('2025-01-01'));
const LIABLE = plainDate('2024-10-14');
const COUNCILS = [funded('2024-04-01', undefined, { [COUNCIL]: '1' })];
const endedOn = (day: string): CaseSetting => ({
  ...SETTING,
  liability: { status: 'known', startsOn: LIABLE, lastDay: plainDate(day) },
});
const from = LIABLE;

function piecesOf(setting: CaseSetting, recorded: readonly FundingPeriod[] = COUNCILS) {
  const figure = fundedDays(SERVICE, recorded, setting);
  if (figure.status === 'pending') return figure.missing.map(({ fact }) => fact);
  return figure.value.map((piece) => [
    piece.from,
    piece.until,
    Object.fromEntries(piece.shares.map(({ funder, share }) => [funder, exactText(share)])),
  ]);
}

describe('Whose the days are that the council paid for, as in the recharge', () => {
  it('belong to each NHS body from the day on which it is responsible', () => {
    const areaChanges = [{ from: plainDate('2024-11-01'), nhsBody: 'QNC' }];
    expect(piecesOf({ ...SETTING, areaChanges })).toEqual([
      ['2024-04-01', '2024-10-14', { [COUNCIL]: '1' }],
      ['2024-10-14', '2024-11-01', { [NHS_BODY]: '1' }],
      ['2024-11-01', '2025-01-01', { QNC: '1' }],
    ]);
  });

  it('belong to the body of the first day of liability where the person had moved before', () => {
    const areaChanges = [{ from: plainDate('2024-09-01'), nhsBody: 'QNC' }];
    expect(piecesOf({ ...SETTING, areaChanges }).at(-1)).toEqual(['2024-10-14', '2025-01-01', { QNC: '1' }]);
  });

  it('wait while NHS bodies dispute which of them is responsible, and only for days in dispute', () => {
    const missing = { fact: 'responsible-nhs-body', reason: 'They dispute it', suppliedBy: 'the NHS bodies' };
    const disputed = (day: string) => ({ ...SETTING, disputed: { from: plainDate(day), missing } });
    expect(piecesOf(disputed('2024-12-01'))).toEqual(['responsible-nhs-body']);
    expect(piecesOf(disputed('2025-01-01'))).toHaveLength(2);
    expect(piecesOf(disputed('2024-12-01'), [funded('2024-04-01', undefined, { [NHS_BODY]: '1' })])).toEqual([
      ['2024-04-01', '2025-01-01', { [NHS_BODY]: '1' }],
    ]);
  });

  it('are the council’s again after the last day of liability', () => {
    expect(piecesOf(endedOn('2024-11-30'))).toEqual([
      ['2024-04-01', '2024-10-14', { [COUNCIL]: '1' }],
      ['2024-10-14', '2024-12-01', { [NHS_BODY]: '1' }],
      ['2024-12-01', '2025-01-01', { [COUNCIL]: '1' }],
    ]);
  });

  it('stay with the council where liability ended before it began', () => {
    expect(piecesOf(endedOn('2024-10-13'))).toEqual([['2024-04-01', '2025-01-01', { [COUNCIL]: '1' }]]);
  });

  it('are shared under a joint package: only what the council bridged passes', () => {
    const parts = [{ part: 'council-own', share: '0.25' }] as const;
    const setting: CaseSetting = { ...SETTING, jointPackages: [{ from, parts, remainder: 'bridged' }] };
    expect(piecesOf(setting).at(-1)).toEqual([
      '2024-10-14',
      '2025-01-01',
      { [COUNCIL]: '0.25', [NHS_BODY]: '0.75' },
    ]);
  });

  it('leave the council its own part where the NHS body paid its own part itself', () => {
    const parts = [
      { part: 'council-own', share: '0.25' },
      { part: 'nhs-own', share: '0.5' },
    ] as const;
    const setting: CaseSetting = { ...SETTING, jointPackages: [{ from, parts, remainder: 'bridged' }] };
    const bridged = [funded('2024-04-01', undefined, { [COUNCIL]: '0.5', [NHS_BODY]: '0.5' })];
    const covered = [funded('2024-04-01', undefined, { [COUNCIL]: '0.25', [NHS_BODY]: '0.75' })];
    const shared = { [COUNCIL]: '0.25', [NHS_BODY]: '0.75' };
    expect(piecesOf(setting, bridged).at(-1)).toEqual(['2024-10-14', '2025-01-01', shared]);
    expect(piecesOf(setting, covered).at(-1)).toEqual(['2024-10-14', '2025-01-01', shared]);
  });

  it('are divided by the week’s cost of the day where the council’s own part is a fixed sum', () => {
    const parts = [{ part: 'council-own', weeklyPence: pence(20_000) }] as const;
    const jointPackages = [{ from, parts, remainder: 'bridged' }] as const;
    const awardRates = [
      { from: plainDate('2024-04-01'), weeklyPence: pence(80_000) },
      { from: plainDate('2024-12-01'), weeklyPence: pence(100_000) },
    ];
    expect(piecesOf({ ...SETTING, jointPackages, awardRates }).slice(1)).toEqual([
      ['2024-10-14', '2024-12-01', { [COUNCIL]: '0.25', [NHS_BODY]: '0.75' }],
      ['2024-12-01', '2025-01-01', { [COUNCIL]: '0.2', [NHS_BODY]: '0.8' }],
    ]);
    expect(piecesOf({ ...SETTING, jointPackages })).toEqual(['award-rate']);
  });

  it('pass from the body that took over from the council as well', () => {
    const changed = plainDate('2024-11-01');
    const bodies: CaseSetting['bodies'] = {
      successionsBetween: (code, first, until) =>
        code === COUNCIL && first < changed && changed < until ? [changed] : [],
      bodyOn: (code, day) => ({ code: code === COUNCIL && day >= changed ? 'E06000099' : code }),
    };
    const recorded = [
      funded('2024-04-01', '2024-11-01', { [COUNCIL]: '1' }),
      funded('2024-11-01', undefined, { E06000099: '1' }),
    ];
    expect(piecesOf({ ...SETTING, bodies }, recorded)).toEqual([
      ['2024-04-01', '2024-10-14', { [COUNCIL]: '1' }],
      ['2024-10-14', '2024-11-01', { [NHS_BODY]: '1' }],
      ['2024-11-01', '2025-01-01', { [NHS_BODY]: '1' }],
    ]);
  });

  it('leave a third party’s part of a day alone', () => {
    const parts = [{ part: 'council-own', share: '0.25' }] as const;
    const setting: CaseSetting = { ...SETTING, jointPackages: [{ from, parts, remainder: 'bridged' }] };
    const recorded = [funded('2024-04-01', undefined, { 'access-to-work': '0.2', [COUNCIL]: '0.8' })];
    expect(piecesOf(setting, recorded).at(-1)).toEqual([
      '2024-10-14',
      '2025-01-01',
      { 'access-to-work': '0.2', [COUNCIL]: '0.2', [NHS_BODY]: '0.6' },
    ]);
  });

  it('name in their basis when liability ended and what the council kept', () => {
    const parts = [{ part: 'council-own', share: '0.25' }] as const;
    const jointPackages = [{ from, parts, remainder: 'bridged' }] as const;
    const figure = fundedDays(SERVICE, COUNCILS, { ...endedOn('2024-11-30'), jointPackages });
    expect(figure).toMatchObject({
      basis: {
        rule: 'FUNDING-LIABLE-BODY',
        inputs: { liabilityStart: '2024-10-14', liabilityLastDay: '2024-11-30' },
        from: [
          {
            rule: 'FUNDING-JOINT-PACKAGE',
            inputs: { "council's own part from 2024-10-14": '0.25' },
            from: [{ rule: 'FUNDING-AS-RECORDED' }],
          },
        ],
      },
    });
  });

  it('have parts that come to what was recorded of each day, and lose no day', () => {
    const day = fc.integer({ min: 0, max: daysIn(SERVICE) - 1 }).map((n) => addDays(SERVICE.from, n));
    const percent = fc.integer({ min: 0, max: 100 });
    const part = fc.oneof(
      percent.map((n) => ({ part: 'council-own' as const, share: Fraction.of(n, 100).toString() })),
      fc
        .integer({ min: 0, max: 90_000 })
        .map((n) => ({ part: 'council-own' as const, weeklyPence: pence(n) })),
    );
    const facts = fc.record({ starts: day, ends: day, moves: day, joint: day, part, council: percent });
    fc.assert(
      fc.property(facts, ({ starts, ends, moves, joint, part: own, council }) => {
        const rest = 100 - council;
        const recorded = funded('2024-04-01', undefined, {
          [COUNCIL]: Fraction.of(council, 100).toString(),
          [NHS_BODY]: Fraction.of(rest - Math.trunc(rest / 3), 100).toString(),
        });
        const figure = fundedDays(SERVICE, [recorded], {
          ...SETTING,
          liability: { status: 'known', startsOn: starts, lastDay: ends },
          areaChanges: [{ from: moves, nhsBody: 'QNC' }],
          jointPackages: [{ from: joint, parts: [own], remainder: 'bridged' }],
          awardRates: [{ from: SERVICE.from, weeklyPence: pence(75_000) }],
        });
        if (figure.status === 'pending') throw new Error('Nothing is missing');
        const whole = Fraction.sum(recorded.shares.map(({ share }) => Fraction.parse(share)));
        for (const { shares } of figure.value) {
          expect(Fraction.sum(shares.map(({ share }) => share)).equals(whole)).toBe(true);
          expect(shares.every(({ share }) => !share.isNegative)).toBe(true);
        }
        const days = figure.value.reduce((sum, piece) => sum + daysIn(piece), 0);
        expect(days).toBe(daysIn(SERVICE));
      }),
    );
  });
});
