import { describe, expect, it } from '@jest/globals';
import { pence } from '../../../kernel/pence.js';
import { period } from '../../../kernel/period.js';
import { plainDate } from '../../../kernel/plain-date.js';
import type { CaseSetting } from '../case-setting.js';
import type { FundingPeriod } from '../employment.js';
import { COUNCIL, funded, NHS_BODY, SETTING, settingWith } from '../workforce.fixtures.js';
import { exactText } from './exact-text.js';
import { fundedDays } from './funded-days.js';

const SERVICE = period(plainDate('2024-04-01'), plainDate('2025-01-01'));
const LIABLE = plainDate('2024-10-14');
const COUNCILS = [funded('2024-04-01', undefined, { [COUNCIL]: '1' })];
const FIXED: CaseSetting = {
  ...SETTING,
  jointPackages: [
    { from: LIABLE, parts: [{ part: 'council-own', weeklyPence: pence(20_000) }], remainder: 'bridged' },
  ],
};
const endedOn = (day: string): CaseSetting => ({
  ...SETTING,
  liability: { status: 'known', startsOn: LIABLE, lastDay: plainDate(day) },
});
const days = (setting: CaseSetting, recorded: readonly FundingPeriod[] = COUNCILS) =>
  fundedDays(SERVICE, recorded, setting);
const pieces = (...of: Parameters<typeof days>) => {
  const figure = days(...of);
  if (figure.status !== 'known') return figure.missing;
  return figure.value.map((piece) => [
    piece.from,
    piece.until,
    Object.fromEntries(piece.shares.map(({ funder, share }) => [funder, exactText(share)])),
  ]);
};
const textOf = (...of: Parameters<typeof days>) => JSON.stringify(days(...of));

describe('The days that pass to the NHS body', () => {
  it('are one day where liability ended on the day on which it began', () => {
    expect(pieces(endedOn('2024-10-14'))).toEqual([
      ['2024-04-01', '2024-10-14', { [COUNCIL]: '1' }],
      ['2024-10-14', '2024-10-15', { [NHS_BODY]: '1' }],
      ['2024-10-15', '2025-01-01', { [COUNCIL]: '1' }],
    ]);
  });

  it('are none where the transfer does not go ahead, or the agreement leaves them with the payer', () => {
    const whole = [['2024-04-01', '2025-01-01', { [COUNCIL]: '1' }]];
    expect(pieces({ ...SETTING, liability: { status: 'never' } })).toEqual(whole);
    const payer = settingWith({ redundancyBridgingDays: 'payer-of-the-day' });
    expect(pieces(payer)).toEqual(whole);
    expect(pieces({ ...payer, liability: { status: 'unknown' } })).toEqual(whole);
  });

  it('are not asked about where the council funded no day', () => {
    const nhs = [funded('2024-04-01', undefined, { [NHS_BODY]: '1' })];
    const whole = [['2024-04-01', '2025-01-01', { [NHS_BODY]: '1' }]];
    expect(pieces({ ...SETTING, liability: { status: 'unknown' } }, nhs)).toEqual(whole);
    expect(pieces({ ...SETTING, liability: { status: 'unknown' } })).toMatchObject([
      { fact: 'liability-start' },
    ]);
  });

  it('wait for the weekly cost where a part of the package is a fixed sum', () => {
    expect(pieces(FIXED)).toEqual([
      {
        fact: 'award-rate',
        reason:
          'The joint package states a fixed sum, and the weekly cost that it is a part of is not recorded for 14 October 2024',
        suppliedBy: 'the council’s direct payment team',
      },
    ]);
    const later = [{ from: plainDate('2024-11-01'), weeklyPence: pence(80_000) }];
    expect(pieces({ ...FIXED, awardRates: later })).toMatchObject([{ fact: 'award-rate' }]);
  });

  it('are of a package with a fixed sum and a part in hundredths alike', () => {
    const setting: CaseSetting = {
      ...SETTING,
      jointPackages: [
        {
          from: LIABLE,
          parts: [
            { part: 'council-own', weeklyPence: pence(20_000) },
            { part: 'nhs-own', share: '0.5' },
          ],
          remainder: 'bridged',
        },
      ],
      awardRates: [{ from: LIABLE, weeklyPence: pence(80_000) }],
    };
    expect(pieces(setting).at(-1)).toEqual([
      '2024-10-14',
      '2025-01-01',
      { [COUNCIL]: '0.25', [NHS_BODY]: '0.75' },
    ]);
  });

  it('are divided only from the first day of the package', () => {
    const jointPackages: CaseSetting['jointPackages'] = [
      {
        from: plainDate('2024-11-01'),
        parts: [{ part: 'council-own', share: '0.25' }],
        remainder: 'bridged',
      },
    ];
    expect(pieces({ ...SETTING, jointPackages }).slice(1)).toEqual([
      ['2024-10-14', '2024-11-01', { [NHS_BODY]: '1' }],
      ['2024-11-01', '2025-01-01', { [COUNCIL]: '0.25', [NHS_BODY]: '0.75' }],
    ]);
  });

  it('are not cut by a change of the award’s rate where no package divides them', () => {
    const awardRates = [{ from: plainDate('2024-11-01'), weeklyPence: pence(80_000) }];
    expect(pieces({ ...SETTING, awardRates })).toHaveLength(2);
  });

  it('are explained by the first and the last day of liability and by each NHS body', () => {
    const areaChanges = [{ from: plainDate('2024-11-01'), nhsBody: 'QNC' }];
    const text = textOf({ ...SETTING, areaChanges });
    expect(text).toContain(
      `"inputs":{"liabilityStart":"2024-10-14","council":"${COUNCIL}","nhsBody":"${NHS_BODY}","nhsBody from 2024-11-01":"QNC"}`,
    );
    expect(textOf(endedOn('2024-11-30'))).toContain('"liabilityLastDay":"2024-11-30"');
    expect(textOf(SETTING)).not.toContain('liabilityLastDay');
  });
});
