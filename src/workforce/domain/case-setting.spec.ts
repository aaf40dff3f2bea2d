import { describe, expect, it } from '@jest/globals';
import { period } from '../../kernel/period.js';
import { plainDate } from '../../kernel/plain-date.js';
import { firstLiableBody, settingOfCase, type CaseFacts, type LiabilityLimits } from './case-setting.js';
import { COUNCIL, NHS_BODY, SETTING } from './workforce.fixtures.js';

const startsOn = plainDate('2024-10-14');
const FACTS: CaseFacts = { council: COUNCIL, nhsBody: NHS_BODY, stage: 'bridging', liability: { startsOn } };
const settingOf = (facts: Partial<CaseFacts>, limits: LiabilityLimits = {}) =>
  settingOfCase(
    { ...FACTS, ...facts },
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
    expect(settingOf({}).liability).toEqual({ status: 'known', startsOn });
  });

  it('says that nothing passes where liability ended before it began', () => {
    expect(settingOf({ diedOn: plainDate('2024-10-13') }).liability).toEqual({ status: 'never' });
    expect(settingOf({ diedOn: startsOn }).liability).toMatchObject({ status: 'known' });
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
  });

  it('still waits for a decision that comes after the death', () => {
    const { liability: _, ...undecided } = FACTS;
    const limits = {};
    const reader = { options: () => SETTING.terms, defaults: SETTING.terms };
    const facts = { ...undecided, stage: 'assessing', diedOn: plainDate('2024-09-10') };
    expect(settingOfCase(facts, limits, reader, SETTING.bodies).liability).toEqual({ status: 'unknown' });
  });

  it('settles leave with the NHS body that was responsible on the first day of liability', () => {
    const areaChanges = [
      { from: plainDate('2024-10-01'), nhsBody: 'QNC' },
      { from: plainDate('2024-11-01'), nhsBody: 'QWU' },
    ];
    expect(firstLiableBody(settingOf({ areaChanges }))).toBe('QNC');
    expect(firstLiableBody(settingOf({ areaChanges: areaChanges.slice(1) }))).toBe(NHS_BODY);
  });
});
