import { describe, expect, it } from '@jest/globals';
import { InvalidValue } from './invalid-value.js';
import {
  day,
  exactNumber,
  flag,
  listOf,
  money,
  oneOf,
  optional,
  plainValues,
  record,
  text,
  wholeNumber,
} from './shape.js';

describe('A shape', () => {
  it.each([
    ['text', text, ['', 'é'], [1, null, undefined, {}, []]],
    [
      'a whole number',
      wholeNumber,
      [0, -5, Number.MAX_SAFE_INTEGER],
      [1.5, NaN, Infinity, '1', 2 ** 53, null],
    ],
    ['true or false', flag, [true, false], [0, 'true', null]],
    ['money', money, [0, -61_250], [0.1, '612.50', 2 ** 53]],
    [
      'a day',
      day,
      ['2026-02-28', '2024-02-29'],
      ['2026-02-29', '2026-2-1', '2026-02-28T00:00:00Z', 20260228],
    ],
    ['an exact number', exactNumber, ['30.25', '7', '-1/3'], ['', 'thirty', 30.25, '1/0', '1e3']],
    ['one of some codes', oneOf(['a', 'b']), ['a', 'b'], ['c', 'A', '', null]],
    ['a list', listOf(wholeNumber), [[], [1, 2]], [{}, '1', ['1'], [1, null]]],
    [
      'plain values',
      plainValues,
      [{}, { unit: 'days', weeks: 8 }],
      [null, undefined, 'days', 8, [], ['days'], { share: 0.5 }, { unit: null }, { on: {} }],
    ],
  ])('of %s takes what fits, as it is, and refuses the rest', (_, shape, fitting, others) => {
    for (const value of fitting) expect(shape(value, '/field')).toEqual(value);
    for (const value of others) expect(() => shape(value, '/field')).toThrow(InvalidValue);
  });

  it.each([
    ['text', text, 1, '/field is not text'],
    ['a whole number', wholeNumber, 1.5, '/field is not a whole number'],
    ['true or false', flag, 'yes', '/field is not true or false'],
    ['money', money, 0.5, '/field is not a whole number of pence'],
    ['a day', day, '2026-02-29', '/field is not a date'],
    ['an exact number', exactNumber, 'thirty', '/field is not an exact number such as "30.25"'],
    ['one of some codes', oneOf(['days', 'months']), 'weeks', '/field is not one of days, months'],
    ['a list', listOf(text), 'days', '/field is not a list'],
    ['an item of a list', listOf(text), ['days', 1], '/field/1 is not text'],
    ['plain values', plainValues, ['days'], '/field is not an object'],
    ['one of plain values', plainValues, { share: 0.5 }, '/field/share is not text or a whole number'],
    ['a record', record({ on: day }), 'soon', '/field is not an object'],
  ])('of %s says where it does not fit, and what would', (_, shape, value, words) => {
    expect(() => shape(value, '/field')).toThrow(new InvalidValue(words));
  });

  const person = record({ name: text, age: optional(wholeNumber), visits: listOf(record({ on: day })) });

  it('of a record takes its fields, with or without the optional ones', () => {
    expect(person({ name: 'A', visits: [] }, '')).toEqual({ name: 'A', visits: [] });
    expect(person({ name: 'A', age: 40, visits: [{ on: '2026-01-05' }] }, '')).toEqual({
      name: 'A',
      age: 40,
      visits: [{ on: '2026-01-05' }],
    });
  });

  it.each([
    ['a field is missing', { visits: [] }, '/name is not there'],
    ['an optional field is null', { name: 'A', age: null, visits: [] }, '/age is not a whole number'],
    ['a field is not named', { name: 'A', visits: [], shoes: 2 }, '/shoes is not a field of this record'],
    [
      'a value deep inside does not fit',
      { name: 'A', visits: [{ on: 'soon' }] },
      '/visits/0/on is not a date',
    ],
    ['a prototype is smuggled in', JSON.parse('{"__proto__":{},"name":"A","visits":[]}'), '/__proto__'],
    ['it is a list', [], 'The record is not an object'],
    ['it is null', null, 'The record is not an object'],
  ])('of a record refuses it when %s, and says where', (_, value, message) => {
    expect(() => person(value, '')).toThrow(message);
  });
});
