import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_OPTIONS } from '../../../agreement/index.js';
import { addMonths, plainDate } from '../../../kernel/plain-date.js';
import { keptUntil, needsEndOfCare, RETENTION_CLASSES, USUAL_RETENTION } from './retention.js';

const lastUsedOn = plainDate('2018-02-28');
const EIGHT = 'eight-years-after-care';
const SIX = 'six-years-after-contact';

describe('PERSON-RETENTION: details are kept', () => {
  it('for eight years after the care ended', () => {
    expect(keptUntil({ classes: [EIGHT], careEndedOn: plainDate('2019-04-01'), lastUsedOn })).toEqual({
      until: '2027-04-01',
      retentionClass: EIGHT,
    });
  });

  it('for six years after the last contact, whenever the care ended', () => {
    const careEndedOn = plainDate('2019-04-01');
    expect(keptUntil({ classes: [SIX], careEndedOn, lastUsedOn })).toEqual({
      until: '2024-02-28',
      retentionClass: SIX,
    });
  });

  it('from the last use on, where that came after the care had ended', () => {
    const careEndedOn = plainDate('2010-01-01');
    expect(keptUntil({ classes: [EIGHT], careEndedOn, lastUsedOn }).until).toBe('2026-02-28');
  });

  it('by the class that keeps them longest, where the bodies differ, in whatever order', () => {
    for (const classes of [
      [EIGHT, SIX],
      [SIX, EIGHT],
    ] as const)
      expect(keptUntil({ classes, lastUsedOn })).toEqual({ until: '2026-02-28', retentionClass: EIGHT });
  });

  it('as long as any of the classes alone would keep them', () => {
    const day = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .map((date) => plainDate(date.toISOString().slice(0, 10)));
    const classes = fc.subarray([...RETENTION_CLASSES], { minLength: 1 });
    fc.assert(
      fc.property(classes, day, day, (some, careEndedOn, used) => {
        const { until } = keptUntil({ classes: some, careEndedOn, lastUsedOn: used });
        for (const each of some)
          expect(until >= keptUntil({ classes: [each], careEndedOn, lastUsedOn: used }).until).toBe(true);
        expect(until >= addMonths(used, 6 * 12)).toBe(true);
      }),
    );
  });

  it('by one class at least', () => {
    expect(() => keptUntil({ classes: [], lastUsedOn })).toThrow(RangeError);
  });
});

it('the end of the care has to be stated where a class runs from it', () => {
  expect(needsEndOfCare([EIGHT, SIX])).toBe(true);
  expect(needsEndOfCare([SIX])).toBe(false);
  expect(USUAL_RETENTION).toBe(DEFAULT_OPTIONS.retentionClass);
});
