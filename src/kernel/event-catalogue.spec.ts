import { describe, expect, it } from '@jest/globals';
import { eventCatalogue } from './event-catalogue.js';
import { InvalidValue } from './invalid-value.js';
import { plainDate } from './plain-date.js';
import { record, text, wholeNumber } from './shape.js';

const catalogue = eventCatalogue(
  { 'sample.agreed': record({ weeklyPence: wholeNumber, by: text }), 'sample.ended': record({}) },
  {
    'sample.agreed': [
      // Version 1 held pounds as a whole number; version 2 did not say who agreed.
      (data) => ({ weeklyPence: (data as { pounds: number }).pounds * 100 }),
      (data) => ({ ...(data as object), by: 'the council' }),
    ],
  },
);
const occurredOn = plainDate('2026-01-05');
const decode = (type: string, schemaVersion: number, data: unknown) =>
  catalogue.decode({ type, schemaVersion, occurredOn, data });

describe('An event catalogue', () => {
  it("stores new events with today's version of their shape", () => {
    expect(catalogue.schemaVersionOf('sample.agreed')).toBe(3);
    expect(catalogue.schemaVersionOf('sample.ended')).toBe(1);
    expect(catalogue.types).toEqual(['sample.agreed', 'sample.ended']);
  });

  it.each([
    [1, { pounds: 12 }, { weeklyPence: 1200, by: 'the council' }],
    [2, { weeklyPence: 1250 }, { weeklyPence: 1250, by: 'the council' }],
    [3, { weeklyPence: 1250, by: 'the ICB' }, { weeklyPence: 1250, by: 'the ICB' }],
  ])("walks version %d forward to today's shape", (version, stored, today) => {
    expect(decode('sample.agreed', version, stored)).toEqual({
      type: 'sample.agreed',
      occurredOn,
      data: today,
    });
  });

  it.each([0, 4, 1.5, -1])('refuses version %d, which it does not know', (version) => {
    expect(() => decode('sample.agreed', version, {})).toThrow(`sample.agreed has no version ${version}`);
  });

  it.each(['sample.unheard-of', 'constructor', '__proto__'])('refuses the type %s', (type) => {
    expect(() => decode(type, 1, {})).toThrow(InvalidValue);
    expect(() => catalogue.schemaVersionOf(type)).toThrow('is not an event that this version knows');
  });

  it('refuses data that does not fit the shape, and says where', () => {
    expect(() => decode('sample.agreed', 3, { weeklyPence: '12', by: 'x' })).toThrow(
      '/weeklyPence is not a whole number',
    );
    expect(() => decode('sample.ended', 1, { why: 'moved' })).toThrow('/why is not a field of this record');
  });
});
