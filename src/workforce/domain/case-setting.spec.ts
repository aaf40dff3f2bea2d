import { describe, expect, it } from '@jest/globals';
import { pence } from '../../kernel/pence.js';
import { period } from '../../kernel/period.js';
import { plainDate } from '../../kernel/plain-date.js';
import {
  settledLiabilityStart,
  DELAY_MISSING,
  firstLiableBody,
  LIABILITY_START_MISSING,
  nhsBodyOn,
  settingOfCase,
  type CaseFacts,
  type LiabilityLimits,
  type LiableDays,
} from './case-setting.js';
import { COUNCIL, NHS_BODY, SETTING } from './workforce.fixtures.js';

const startsOn = plainDate('2024-10-14');
const FACTS: CaseFacts = { council: COUNCIL, nhsBody: NHS_BODY, stage: 'bridging', liability: { startsOn } };
const settingOf = (facts: Partial<CaseFacts>, limits: LiabilityLimits = {}, known: CaseFacts = FACTS) =>
  settingOfCase(
    { ...known, ...facts },
    limits,
    { options: () => SETTING.terms, defaults: SETTING.terms },
    SETTING.bodies,
  );

describe('What a case tells the figures of its employments', () => {
  it('ends liability with a death, on the eve of a refusal, or with eligibility, whichever is first', () => {
    const end = { lastDay: plainDate('2024-12-20') };
    const diedOn = plainDate('2024-12-10');
    const declinedFrom = plainDate('2024-12-01');
    const lastDayOf = (facts: Partial<CaseFacts>) => settingOf(facts, { end }).liability;
    expect(lastDayOf({})).toEqual({ status: 'known', startsOn, lastDay: '2024-12-20' });
    expect(lastDayOf({ diedOn })).toMatchObject({ lastDay: '2024-12-10' });
    expect(lastDayOf({ diedOn, declinedFrom })).toMatchObject({ lastDay: '2024-11-30' });
    expect(settingOf({}).liability).toStrictEqual({ status: 'known', startsOn });
  });

  it('says that nothing passes where liability ended before it began', () => {
    expect(settingOf({ diedOn: plainDate('2024-10-13') }).liability).toEqual({ status: 'never' });
    expect(settingOf({ diedOn: startsOn }).liability).toMatchObject({ status: 'known' });
  });

  it.each([
    ['assessing', 'unknown'],
    ['alerted', 'unknown'],
    ['not-eligible', 'never'],
    ['withdrawn', 'never'],
    ['merged', 'never'],
  ])('says of a case that is %s, before any liability, whether that may still begin: %s', (stage, status) => {
    const { liability: _, ...facts } = FACTS;
    expect(settingOf({ stage }, {}, facts).liability).toStrictEqual({ status });
  });

  it('says no word of what the case does not say', () => {
    const { terms, bodies } = SETTING;
    expect(settingOf({})).toStrictEqual({
      council: COUNCIL,
      nhsBody: NHS_BODY,
      liability: { status: 'known', startsOn },
      terms,
      termsFrom: 'no agreement bound: defaults',
      bodies,
    });
  });

  it('hands on what the case says of the days after liability began', () => {
    const said: LiableDays = {
      areaChanges: [{ from: plainDate('2024-11-01'), nhsBody: 'QNC' }],
      jointPackages: [
        {
          from: plainDate('2024-12-01'),
          parts: [{ part: 'council-own', share: '0.4' }],
          remainder: 'nhs-own',
        },
      ],
      awardRates: [{ from: startsOn, weeklyPence: pence(61250) }],
    };
    const disputed = { from: plainDate('2024-12-24'), missing: LIABILITY_START_MISSING };
    const phbCoverStartsOn = plainDate('2025-01-06');
    expect(settingOf({ ...said, phbCoverStartsOn }, { disputed })).toStrictEqual({
      ...settingOf({}),
      ...said,
      disputed,
      coverStartsOn: phbCoverStartsOn,
    });
  });

  it('takes the terms of the agreement that is bound, and says which it is', () => {
    const options = { redundancyUnit: 'months' };
    const read: unknown[] = [];
    const bound = settingOfCase(
      { ...FACTS, agreement: { agreementId: 'AG-2', version: 3, options } },
      {},
      {
        options: (value, pointer) => {
          read.push(value, pointer);
          return { ...SETTING.terms, redundancyUnit: 'months' };
        },
        defaults: SETTING.terms,
      },
      SETTING.bodies,
    );
    expect(read).toEqual([options, '/options']);
    expect(bound.terms.redundancyUnit).toBe('months');
    expect(bound.termsFrom).toBe('agreement AG-2 version 3');
  });

  it('names what waits for the ICB, and who there supplies it', () => {
    expect([LIABILITY_START_MISSING, DELAY_MISSING]).toEqual([
      {
        fact: 'liability-start',
        reason: 'The day on which the NHS body became liable is not known',
        suppliedBy: 'the ICB’s CHC team',
      },
      {
        fact: 'delay-classification',
        reason:
          'Nobody has said whether the late decision was justified, so the NHS body may be liable from day 29',
        suppliedBy: 'the ICB’s CHC team',
      },
    ]);
  });

  it('says that nothing passes of a case that was merged, though it had become liable (odd input 44)', () => {
    expect(settingOf({ stage: 'merged' }).liability).toEqual({ status: 'never' });
  });

  it('holds days before liability no longer than the person lived', () => {
    const held = period(plainDate('2024-09-01'), startsOn);
    const liability = { startsOn, held };
    expect(settingOf({ liability, diedOn: plainDate('2024-09-10') }).liability).toMatchObject({
      status: 'known',
      held: { from: '2024-09-01', until: '2024-09-11' },
    });
    expect(settingOf({ liability, diedOn: plainDate('2024-08-31') }).liability).toEqual({ status: 'never' });
    expect(settingOf({ diedOn: plainDate('2024-12-10') }).liability).not.toHaveProperty('held');
    expect(settingOf({ liability }).liability).toStrictEqual({ status: 'known', startsOn, held });
  });

  it('says the first day of liability only where it is settled', () => {
    expect(settledLiabilityStart({ status: 'known', startsOn })).toBe('2024-10-14');
    const held = period(plainDate('2024-09-01'), startsOn);
    for (const open of [
      { status: 'known', startsOn, held },
      { status: 'never' },
      { status: 'unknown' },
    ] as const) {
      expect(settledLiabilityStart(open)).toBeUndefined();
    }
  });

  it('still waits for a decision that comes after the death', () => {
    const { liability: _, ...undecided } = FACTS;
    const facts = { stage: 'assessing', diedOn: plainDate('2024-09-10') };
    expect(settingOf(facts, {}, undecided).liability).toEqual({ status: 'unknown' });
  });

  it('settles leave with the NHS body that was responsible on the first day of liability', () => {
    const areaChanges = [
      { from: plainDate('2024-10-01'), nhsBody: 'QNC' },
      { from: plainDate('2024-11-01'), nhsBody: 'QWU' },
    ];
    expect(firstLiableBody(settingOf({ areaChanges }))).toBe('QNC');
    expect(firstLiableBody(settingOf({ areaChanges: areaChanges.slice(1) }))).toBe(NHS_BODY);
    expect(firstLiableBody(settingOf({ areaChanges, stage: 'merged' }))).toBe(NHS_BODY);
    expect(nhsBodyOn({ nhsBody: NHS_BODY, areaChanges }, plainDate('2024-11-01'))).toBe('QWU');
    expect(nhsBodyOn({ nhsBody: NHS_BODY, areaChanges }, plainDate('2024-09-30'))).toBe(NHS_BODY);
  });
});
