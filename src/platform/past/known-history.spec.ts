import { describe, expect, it } from '@jest/globals';
import { recordedAcrossStreams } from '../../../test/support/recorded.js';
import type { DomainEvent } from '../../kernel/event.js';
import { instant } from '../../kernel/instant.js';
import { plainDate } from '../../kernel/plain-date.js';
import { factsThen, knownBy, todayOf, trueBy, type KnownHistory } from './known-history.js';
import { NotThereThen } from './past-refusals.js';

const said = (stream: string, occurredOn: string, corrects?: number) => ({
  stream,
  event: {
    type: `${stream.slice(0, stream.indexOf('-'))}.said`,
    occurredOn: plainDate(occurredOn),
    data: corrects === undefined ? {} : { corrects: `00000000-0000-8000-8000-00000000000${corrects}` },
  } satisfies DomainEvent,
});

/** Positions 1 to 7, a second between them. */
const events = recordedAcrossStreams(
  [
    said('case-1', '2024-01-10'),
    said('case-1', '2024-03-01'),
    said('case-1', '2024-02-01'),
    // The second was later still, and the third was true from the beginning.
    said('case-1', '2024-05-01', 2),
    said('case-1', '2024-01-11', 3),
    said('job-1', '2024-04-01'),
    said('job-1', '2024-01-15'),
  ],
  { subject: 'case-1' },
);
const known = (asAt?: string): KnownHistory =>
  knownBy(
    { subject: 'case-1', events },
    { knownAt: instant('2030-01-01T00:00Z'), ...(asAt !== undefined && { asAt: plainDate(asAt) }) },
  );
const positions = (history: { readonly events: typeof events }) =>
  history.events.map(({ position }) => position);

describe('what was known at a moment', () => {
  it('is what was recorded by then, the moment included', () => {
    const at = (moment: string) =>
      positions(knownBy({ subject: 'case-1', events }, { knownAt: instant(moment) }));
    expect(at('2026-01-05T09:00:02Z')).toEqual(['1', '2', '3']);
    expect(at('2026-01-05T09:00:01.999999Z')).toEqual(['1', '2']);
  });

  it('is looked at on the day that is asked about, or on its own day in London', () => {
    expect(todayOf({ knownAt: instant('2024-06-30T23:30Z') })).toBe('2024-07-01');
    expect(todayOf({ knownAt: instant('2024-06-30T23:30Z'), asAt: plainDate('2024-02-01') })).toBe(
      '2024-02-01',
    );
  });
});

describe('what was true by a day', () => {
  it('is all that was known where no day is named', () => {
    expect(positions(trueBy(known()))).toHaveLength(7);
  });

  it('goes by the last correction of a fact: put right to a later day, it was not true yet', () => {
    expect(positions(trueBy(known('2024-04-30')))).toEqual(['1', '3', '5', '6', '7']);
    expect(positions(trueBy(known('2024-05-01')))).toHaveLength(7);
  });

  it('holds what was put right to an earlier day', () => {
    expect(positions(trueBy(known('2024-01-20')))).toEqual(['1', '3', '5']);
  });

  it('leaves out a record that began later, whatever else it says', () => {
    expect(positions(trueBy(known('2024-03-31')))).not.toContain('7');
  });

  it('is numbered as a history without holes', () => {
    expect(trueBy(known('2024-04-30')).events.map(({ revision }) => revision)).toEqual([1, 2, 3, 1, 2]);
  });

  it('cuts only the types that are named', () => {
    expect(positions(trueBy(known('2024-01-20'), 'job.'))).toEqual(['1', '2', '3', '4', '5']);
  });

  it('is refused before the first of it, in words', () => {
    expect(() => factsThen(known('2024-01-09'))).toThrow(NotThereThen);
    expect(() => factsThen(known('2024-01-09'))).toThrow(
      'case-1 begins on 10 January 2024: nothing of it was true on 9 January 2024.',
    );
    expect(positions(factsThen(known('2024-01-10')))).toEqual(['1']);
  });
});
