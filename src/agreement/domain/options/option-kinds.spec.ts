import { describe, expect, it } from '@jest/globals';
import { InvalidValue } from '../../../kernel/invalid-value.js';
import {
  choice,
  count,
  defaultOf,
  exact,
  faultOf,
  membersIn,
  selection,
  shapeOf,
  words,
} from './option-kinds.js';

const route = choice('Which way.', ['by-road', 'by-rail']);
const days = count('Days.', 30, 1, 60);
const percent = exact('Per cent.', '0', 0, 100);
const rules = selection('Rules.', ['R1', 'R2', 'R3'], ['R1']);
const reserves = selection('Reserves.', ['leave', 'redundancy']);
const post = words('A post.', 10, 'Head');

describe('An option of an agreement', () => {
  it.each([
    [route, 'by-road'],
    [days, 30],
    [percent, '0'],
    [rules, 'R1,R2,R3'],
    [post, ''],
  ])('has a default that may be chosen: %j', (option, value) => {
    expect(defaultOf(option)).toBe(value);
    expect(faultOf(option, value)).toBeUndefined();
    expect(shapeOf(option)(value, '/x')).toBe(value);
  });

  it.each([
    [route, 'by-rail'],
    [days, 1],
    [days, 60],
    [percent, '13.8'],
    [percent, '1/3'],
    [rules, 'R1'],
    [rules, 'R1,R3'],
    [reserves, ''],
    [reserves, 'redundancy'],
    [post, '0123456789'],
  ])('may be %j: %j', (option, value) => {
    expect(faultOf(option, value)).toBeUndefined();
  });

  it.each([
    [route, 'by-sea', 'must be one of by-road, by-rail'],
    [days, 0, 'must be from 1 to 60'],
    [days, 61, 'must be from 1 to 60'],
    [days, 1.5, 'must be from 1 to 60'],
    [days, '30', 'must be from 1 to 60'],
    [percent, '100.1', 'must be from 0 to 100'],
    [percent, 'some', 'must be from 0 to 100'],
    [rules, '', 'must name some of R1,R2,R3 in that order, with commas between them, and always R1'],
    [rules, 'R2', 'must name some of R1,R2,R3 in that order, with commas between them, and always R1'],
    [
      reserves,
      'redundancy,leave',
      'must name some of leave,redundancy in that order, with commas between them',
    ],
    [reserves, 'leave,leave', 'must name some of leave,redundancy in that order, with commas between them'],
    [reserves, 'leave,', 'must name some of leave,redundancy in that order, with commas between them'],
    [reserves, 'roof', 'must name some of leave,redundancy in that order, with commas between them'],
    [reserves, ['leave'], 'must name some of leave,redundancy in that order, with commas between them'],
    [post, '01234567890', 'must be one line of at most 10 characters'],
    [post, 'two\nlines', 'must be one line of at most 10 characters'],
    [post, ' padded', 'must be one line of at most 10 characters'],
    [post, 7, 'must be one line of at most 10 characters'],
  ])('may not be %j: %j', (option, value, fault) => {
    expect(faultOf(option, value)).toBe(fault);
  });

  it('is read with limits that were wider once, and never of another kind', () => {
    expect(shapeOf(days)(61, '/days')).toBe(61);
    expect(() => shapeOf(days)('61', '/days')).toThrow(InvalidValue);
    expect(() => shapeOf(rules)('R2', '/rules')).toThrow(/^\/rules must name some of R1,R2,R3/);
  });

  it('of a list gives its members', () => {
    expect(membersIn('R1,R3')).toEqual(['R1', 'R3']);
    expect(membersIn('')).toEqual([]);
  });
});
