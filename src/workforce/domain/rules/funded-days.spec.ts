import { describe, expect, it } from '@jest/globals';
import { period } from '../../../kernel/period.js';
import { plainDate } from '../../../kernel/plain-date.js';
import type { CaseSetting } from '../case-setting.js';
import type { FundingPeriod } from '../employment.js';
import { COUNCIL, funded, NHS_BODY, SETTING, settingWith } from '../workforce.fixtures.js';
import { exactText } from './exact-text.js';
import { fundedDays } from './funded-days.js';

const SERVICE = period(plainDate('2020-04-01'), plainDate('2025-01-01'));

function piecesOf(recorded: readonly FundingPeriod[], setting: CaseSetting = SETTING) {
  const figure = fundedDays(SERVICE, recorded, setting);
  if (figure.status === 'pending') return figure.missing.map(({ reason }) => reason);
  return figure.value.map(({ from, until, shares }) => [
    from,
    until,
    Object.fromEntries(shares.map(({ funder, share }) => [funder, exactText(share)])),
  ]);
}

describe('Who funded which day', () => {
  it('lets a period without an end run to the last day, and the NHS body have the days from its liability on', () => {
    expect(piecesOf([funded('2020-04-01', undefined, { [COUNCIL]: '1' })])).toEqual([
      ['2020-04-01', '2024-10-14', { [COUNCIL]: '1' }],
      ['2024-10-14', '2025-01-01', { [NHS_BODY]: '1' }],
    ]);
  });

  it('leaves bridging days with the body that paid where the agreement says so', () => {
    const setting = settingWith({ redundancyBridgingDays: 'payer-of-the-day' });
    expect(piecesOf([funded('2020-04-01', undefined, { [COUNCIL]: '1' })], setting)).toEqual([
      ['2020-04-01', '2025-01-01', { [COUNCIL]: '1' }],
    ]);
  });

  it('adds the council’s part to the NHS body’s own in a joint period after liability', () => {
    expect(piecesOf([funded('2020-04-01', undefined, { [COUNCIL]: '3/4', [NHS_BODY]: '1/4' })])).toEqual([
      ['2020-04-01', '2024-10-14', { [COUNCIL]: '0.75', [NHS_BODY]: '0.25' }],
      ['2024-10-14', '2025-01-01', { [NHS_BODY]: '1' }],
    ]);
  });

  it('names the body that was there in law on each day', () => {
    const changed = plainDate('2022-07-01');
    const setting: CaseSetting = {
      ...SETTING,
      bodies: {
        successionsBetween: (code, from, until) =>
          code === '06N' && from < changed && changed < until ? [changed] : [],
        bodyOn: (code, day) => ({ code: code === '06N' && day >= changed ? 'QM7' : code }),
      },
    };
    expect(piecesOf([funded('2020-04-01', undefined, { '06N': '1' })], setting)).toEqual([
      ['2020-04-01', '2022-07-01', { '06N': '1' }],
      ['2022-07-01', '2025-01-01', { QM7: '1' }],
    ]);
  });

  it('leaves a gap between two records out', () => {
    const recorded = [
      funded('2020-04-01', '2021-04-01', { [COUNCIL]: '1' }),
      funded('2022-04-01', undefined, { [NHS_BODY]: '1' }),
    ];
    expect(piecesOf(recorded)).toEqual([
      ['2020-04-01', '2021-04-01', { [COUNCIL]: '1' }],
      ['2022-04-01', '2025-01-01', { [NHS_BODY]: '1' }],
    ]);
  });

  it('waits for who funded the first or the last days: an unknown fact is not a gap', () => {
    expect(piecesOf([])).toEqual([
      'Who funded this employment from 1 April 2020 to 31 December 2024 is not recorded',
    ]);
    expect(piecesOf([funded('2021-04-01', '2024-12-31', { [NHS_BODY]: '1' })])).toEqual([
      'Who funded this employment from 1 April 2020 to 31 March 2021 is not recorded',
      'Who funded this employment from 31 December 2024 is not recorded',
    ]);
  });

  it('waits for the day of liability only while the council’s days depend on it', () => {
    const unknown: CaseSetting = { ...SETTING, liability: { status: 'unknown' } };
    const council = [funded('2020-04-01', undefined, { [COUNCIL]: '1' })];
    expect(piecesOf(council, unknown)).toEqual(['The day on which the NHS body became liable is not known']);
    expect(piecesOf([funded('2020-04-01', undefined, { [NHS_BODY]: '1' })], unknown)).toHaveLength(1);
    expect(piecesOf(council, { ...SETTING, liability: { status: 'never' } })).toEqual([
      ['2020-04-01', '2025-01-01', { [COUNCIL]: '1' }],
    ]);
  });

  it('waits while nobody has said whether a late decision was justified', () => {
    const held = period(plainDate('2024-09-01'), plainDate('2024-10-14'));
    const setting: CaseSetting = {
      ...SETTING,
      liability: { status: 'known', startsOn: plainDate('2024-10-14'), held },
    };
    expect(piecesOf([funded('2020-04-01', undefined, { [COUNCIL]: '1' })], setting)).toEqual([
      expect.stringMatching(/whether the late decision was justified/),
    ]);
  });

  it('explains each piece of days', () => {
    const figure = fundedDays(SERVICE, [funded('2020-04-01', undefined, { [COUNCIL]: '1' })], SETTING);
    expect(figure).toMatchObject({
      basis: {
        rule: 'FUNDING-LIABLE-BODY',
        inputs: { liabilityStart: '2024-10-14', council: COUNCIL, nhsBody: NHS_BODY },
        from: [
          {
            rule: 'FUNDING-AS-RECORDED',
            inputs: {
              '2020-04-01 to 2024-10-13': `1657 days: ${COUNCIL} 1`,
              '2024-10-14 to 2024-12-31': `79 days: ${NHS_BODY} 1`,
              termsFrom: 'agreement AG-1 version 1',
            },
          },
        ],
      },
    });
  });
});
