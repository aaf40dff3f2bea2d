import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Fraction } from '../../../kernel/fraction.js';
import { pence } from '../../../kernel/pence.js';
import { addDays, addYears, plainDate } from '../../../kernel/plain-date.js';
import { exactText } from './exact-text.js';
import { noRightReasons, RELATIONSHIPS } from './redundancy-right.js';
import { NoKnownCap, WEEK_PAY_CAPS, weekPayCapOn } from './redundancy-week-pay-cap.js';
import { completeYears, yearsByAge } from './service-years.js';
import { DateOfBirthNeeded, statutoryRedundancy, type RedundancyFacts } from './statutory-redundancy.js';
import fixture from '../../../../test/fixtures/statutory-redundancy.json' with { type: 'json' };

const FACTS: RedundancyFacts = {
  status: 'employed',
  startedOn: plainDate('2016-04-01'),
  lastDay: plainDate('2024-04-30'),
  dateOfBirth: plainDate('1972-01-15'),
  weekPayPence: pence(46200),
  relationship: 'none',
  suitableAlternativeRefused: false,
  reEngagedWithinEightWeeks: false,
};

const aged = (lastDay: string, age: number, years: number) => ({
  lastDay: plainDate(lastDay),
  dateOfBirth: addYears(plainDate(lastDay), -age),
  startedOn: addYears(addDays(plainDate(lastDay), 1), -years),
});

describe('Statutory redundancy pay', () => {
  it.each(fixture.byDates)('$id: $startedOn to $lastDay, born $dateOfBirth: $weeks weeks', (row) => {
    const { completeYears: years, weeks } = statutoryRedundancy({
      ...FACTS,
      startedOn: plainDate(row.startedOn),
      lastDay: plainDate(row.lastDay),
      dateOfBirth: plainDate(row.dateOfBirth),
    });
    expect({ years, weeks: exactText(weeks) }).toEqual({
      years: row.years,
      weeks: exactText(Fraction.parse(row.weeks)),
    });
  });

  it.each(fixture.pays)('$id: age $age, $years years, $weekPayPence pence a week', (row) => {
    const { weeks, statutoryPence } = statutoryRedundancy({
      ...FACTS,
      ...aged(row.lastDay, row.age, row.years),
      weekPayPence: pence(row.weekPayPence),
    });
    expect({ weeks: exactText(weeks), statutoryPence }).toEqual({
      weeks: exactText(Fraction.parse(row.weeks)),
      statutoryPence: row.statutoryPence,
    });
  });

  it('gives the weeks of the published table for every age and length of service', () => {
    const [header = '', ...rows] = readFileSync('test/fixtures/redundancy-weeks-by-age-and-years.csv', 'utf8')
      .trimEnd()
      .split('\n');
    const years = header.split(',').slice(1).map(Number);
    for (const row of rows) {
      const [age = '', ...weeks] = row.split(',');
      const computed = years.map((each, index) => {
        if (weeks[index] === '') return '';
        const { lastDay, dateOfBirth } = aged('2026-06-30', Number(age), each);
        const bands = yearsByAge(lastDay, each, dateOfBirth);
        return exactText(Fraction.of(bands.below22 + 2 * bands.from22 + 3 * bands.from41, 2));
      });
      expect([age, ...computed]).toEqual([age, ...weeks]);
    }
  });

  it('counts both end days, and lets the years of a 29 February starter end on 28 February', () => {
    const years = (from: string, lastDay: string) => completeYears(plainDate(from), plainDate(lastDay));
    expect(years('2023-01-09', '2025-01-07')).toBe(1);
    expect(years('2023-01-09', '2025-01-08')).toBe(2);
    expect(years('2020-02-29', '2022-02-27')).toBe(1);
    expect(years('2020-02-29', '2022-02-28')).toBe(2);
    expect(years('2020-02-29', '2024-02-28')).toBe(4);
  });

  it('explains the sum down to the service and the cap, without the date of birth', () => {
    const { basis } = statutoryRedundancy(FACTS);
    expect(basis).toMatchObject({
      rule: 'REDUNDANCY-STATUTORY-PAY',
      inputs: { weeks: '12', weekPayUsedPence: 46200, statutoryPence: 554400 },
      from: [
        {
          rule: 'REDUNDANCY-WEEKS-BY-AGE',
          inputs: { below22: 0, from22: 0, from41: 8, weeks: '12' },
          from: [{ rule: 'REDUNDANCY-COMPLETE-YEARS', inputs: { completeYears: 8 } }],
        },
        {
          rule: 'REDUNDANCY-WEEK-PAY-CAP',
          inputs: { weekPayPence: 46200, capPence: 70000, instrument: 'SI 2024/213' },
        },
      ],
    });
    expect(JSON.stringify(basis)).not.toContain('1972');
  });

  it('asks for the date of birth only where there is a right to a payment', () => {
    const { dateOfBirth: _, ...withoutBirth } = FACTS;
    expect(() => statutoryRedundancy(withoutBirth)).toThrow(DateOfBirthNeeded);
    expect(statutoryRedundancy({ ...withoutBirth, relationship: 'child' })).toMatchObject({
      statutoryPence: 0,
      reasons: ['relative-of-employer'],
    });
  });
});

describe('The right to a redundancy payment', () => {
  it.each(RELATIONSHIPS.filter((each) => !['none', 'spouse-or-partner', 'other-relative'].includes(each)))(
    'has none for a %s of the employer, if the work is domestic service',
    (relationship) => expect(noRightReasons({ ...FACTS, relationship }, 5)).toEqual(['relative-of-employer']),
  );

  it.each(['none', 'spouse-or-partner', 'other-relative'] as const)(
    'stays for %s: s.161 does not list it',
    (relationship) => expect(noRightReasons({ ...FACTS, relationship }, 5)).toEqual([]),
  );

  it('stays when the employer died, and goes with a resignation, another dismissal or a refused alternative', () => {
    expect(noRightReasons({ ...FACTS, endReason: 'employer-died' }, 5)).toEqual([]);
    expect(noRightReasons({ ...FACTS, endReason: 'resignation' }, 5)).toEqual([
      'not-dismissed-by-redundancy',
    ]);
    expect(noRightReasons({ ...FACTS, endReason: 'other-dismissal' }, 5)).toHaveLength(1);
    expect(noRightReasons({ ...FACTS, suitableAlternativeRefused: true }, 5)).toHaveLength(1);
    expect(noRightReasons({ ...FACTS, reEngagedWithinEightWeeks: true }, 5)).toHaveLength(1);
  });

  it('names every reason at once', () => {
    expect(noRightReasons({ ...FACTS, status: 'self-employed' }, 1)).toEqual([
      'self-employed',
      'under-two-years',
    ]);
  });
});

describe('The cap on a week’s pay', () => {
  it.each(fixture.caps)('is $capPence pence for a job that ended on $lastDay', ({ lastDay, capPence }) => {
    expect(weekPayCapOn(plainDate(lastDay)).capPence).toBe(capPence);
  });

  it('has no gap and no overlap from row to row, and never falls', () => {
    WEEK_PAY_CAPS.slice(1).forEach((row, index) => {
      const before = WEEK_PAY_CAPS[index]!;
      expect(row.from).toBe(before.until);
      expect(row.capPence).toBeGreaterThan(before.capPence);
    });
  });

  it.each(['2011-01-31', '2027-04-06'])(
    'is refused in words for %s, never taken from a neighbour',
    (lastDay) => {
      expect(() => weekPayCapOn(plainDate(lastDay))).toThrow(NoKnownCap);
      expect(() => weekPayCapOn(plainDate(lastDay))).toThrow(/is not known here/);
    },
  );
});
