import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, plainDate } from '../../../kernel/plain-date.js';
import { exactText } from './exact-text.js';
import { relevantDate } from './relevant-date.js';
import { unservedNotice, type UnservedNoticeFacts } from './unserved-notice.js';

const FACTS: UnservedNoticeFacts = {
  dateOfBirth: plainDate('1980-01-01'),
  startedOn: plainDate('2024-06-10'),
  lastDay: plainDate('2026-06-05'),
  employerDied: false,
};
const answer = (changed: Partial<UnservedNoticeFacts>) => {
  const { relevantDate: date, qualifies, weeks, refer } = unservedNotice({ ...FACTS, ...changed });
  return { until: date.forService, qualifies, weeks: exactText(weeks), refer };
};

describe('The relevant date', () => {
  it('moves by the statutory notice that was not given', () => {
    expect(relevantDate(FACTS)).toMatchObject({
      noticeWeeks: 1,
      forService: '2026-06-12',
      yearsAtEnd: 1,
      yearsExtended: 2,
    });
  });

  it('moves only by the part that was not served', () => {
    const noticeGivenOn = plainDate('2026-06-01');
    expect(relevantDate({ ...FACTS, noticeGivenOn }).forService).toBe('2026-06-08');
  });

  it('never moves back, however long the notice was', () =>
    fc.assert(
      fc.property(fc.nat(4000), fc.nat(400), (service, served) => {
        const noticeGivenOn = addDays(FACTS.startedOn, service);
        const lastDay = addDays(noticeGivenOn, served);
        const date = relevantDate({ startedOn: FACTS.startedOn, lastDay, noticeGivenOn });
        expect(date.forService >= lastDay).toBe(true);
        expect(date.yearsExtended - date.yearsAtEnd).toBeLessThanOrEqual(1);
      }),
    ));

  it('is explained by the notice, and shown as unverified', () => {
    expect(relevantDate(FACTS).basis).toMatchObject({
      rule: 'REDUNDANCY-RELEVANT-DATE-EXTENSION',
      certainty: 'unverified',
      inputs: { lastDay: '2026-06-05', forService: '2026-06-12', yearsAtEnd: 1, yearsExtended: 2 },
      from: [{ rule: 'NOTICE-RUNS-FROM-NEXT-DAY' }],
    });
  });
});

describe('A payment with unserved notice', () => {
  it('may reach two years by a week’s notice that was not given', () => {
    expect(answer({})).toEqual({ until: '2026-06-12', qualifies: true, weeks: '3', refer: [] });
  });

  it('is for an adviser where the notice crosses a change of the cap', () => {
    const job = { startedOn: plainDate('2015-09-01'), lastDay: plainDate('2026-03-20') };
    expect(answer(job)).toMatchObject({ until: '2026-05-29', refer: ['cap-changes-with-notice'] });
    expect(unservedNotice({ ...FACTS, ...job })).toMatchObject({
      capAtLastDay: { capPence: 71900 },
      capAtRelevantDate: { capPence: 75100 },
    });
  });

  it('is for an adviser where a cap is not known', () => {
    const job = { startedOn: plainDate('2015-09-01'), lastDay: plainDate('2027-03-20') };
    expect(answer(job).refer).toEqual(['cap-not-known']);
    expect(unservedNotice({ ...FACTS, ...job })).not.toHaveProperty('capAtRelevantDate');
  });

  it('is for an adviser after a death only where the notice changes the answer', () => {
    expect(answer({ employerDied: true }).refer).toEqual(['notice-after-death-changes-answer']);
    const later = { employerDied: true, lastDay: plainDate('2026-08-05') };
    expect(answer(later)).toMatchObject({ weeks: '3', refer: [] });
  });

  it('refers nothing where nothing is due either way', () => {
    const short = {
      startedOn: plainDate('2025-09-01'),
      lastDay: plainDate('2026-04-03'),
      employerDied: true,
    };
    expect(answer(short)).toEqual({ until: '2026-04-10', qualifies: false, weeks: '0', refer: [] });
  });

  it('explains both answers, without the date of birth', () => {
    const { basis } = unservedNotice({ ...FACTS, employerDied: true });
    expect(basis).toMatchObject({
      rule: 'REDUNDANCY-UNSERVED-NOTICE-REFERRAL',
      inputs: { weeks: '3', weeksWithoutNotice: '0', refer: 'notice-after-death-changes-answer' },
      from: [{ rule: 'REDUNDANCY-RELEVANT-DATE-EXTENSION' }],
    });
    expect(JSON.stringify(basis)).not.toContain('1980');
  });
});
