import { describe, expect, it } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { writtenFault, type WrittenFault } from './written-fault.js';

/** What the driver throws, with a name in each place in which the database repeats what it was given. */
function driverFault(code: string, message: string): Error {
  return Object.assign(new Error(message), {
    code,
    detail: 'Failing row contains (Penhaligon).',
    where: 'JSON data, line 1: {"person":"Penhaligon',
    hint: 'Perhaps you meant Penhaligon.',
    internalQuery: "select 'Penhaligon'",
  });
}

const failedQuery = (driver: Error) =>
  new QueryFailedError('UPDATE alert_draft SET typed = $1', ['Penhaligon'], driver);

const text = (fault: unknown) => JSON.stringify(writtenFault(fault));

describe('An error in the log', () => {
  it('has its type, message, stack, code and cause', () => {
    const cause = Object.assign(new TypeError('read ECONNRESET'), { code: 'ECONNRESET' });
    expect(writtenFault(new RangeError('gone', { cause }))).toEqual({
      type: 'RangeError',
      message: 'gone',
      stack: expect.stringMatching(/^RangeError: gone\n +at .*written-fault/),
      cause: {
        type: 'TypeError',
        message: 'read ECONNRESET',
        code: 'ECONNRESET',
        stack: expect.stringMatching(/^TypeError: read ECONNRESET\n +at /),
      },
    });
  });

  it('of the database has nothing of what the database was given', () => {
    const written = writtenFault(failedQuery(driverFault('23502', 'null value in column "typed"')));
    expect(written).toEqual({
      type: 'QueryFailedError',
      message: 'null value in column "typed"',
      code: '23502',
      stack: expect.stringMatching(/^QueryFailedError: null value in column "typed"\n +at /),
    });
  });

  it.each([
    ['22P02', 'invalid input syntax for type uuid: "Penhaligon"', 'invalid input syntax for type uuid: "…"'],
    [
      '22007',
      'invalid input syntax for type date: "Pen "ha"\nligon"',
      'invalid input syntax for type date: "…"',
    ],
    ['22P05', 'unsupported Unicode escape sequence', 'unsupported Unicode escape sequence'],
  ])('of a value (%s) is without the value, which the message quotes', (code, message, shown) => {
    for (const fault of [driverFault(code, message), failedQuery(driverFault(code, message))]) {
      const written = writtenFault(fault) as WrittenFault;
      expect(written.message).toBe(shown);
      expect(written.stack?.split('\n')[0]).toMatch(new RegExp(`: ${shown.replaceAll('"', '.')}$`));
      expect(text(fault)).not.toMatch(/Penhaligon|ligon/);
    }
  });

  it('is written so however deep it stands among causes and errors of several', () => {
    const inner = failedQuery(driverFault('22P02', 'invalid input syntax for type json: "Penhaligon"'));
    const fault = new Error('not kept', {
      cause: new AggregateError([new Error('one', { cause: inner }), inner], 'many'),
    });
    expect(writtenFault(fault)).toMatchObject({
      cause: {
        type: 'AggregateError',
        message: 'many',
        errors: [{ message: 'one', cause: { type: 'QueryFailedError' } }, { type: 'QueryFailedError' }],
      },
    });
    expect(text(fault)).not.toContain('Penhaligon');
  });

  it('ends, however its causes go round or on', () => {
    const fault = new Error('one');
    fault.cause = new Error('two', { cause: fault });
    expect(writtenFault(fault)).toMatchObject({ message: 'one', cause: { message: 'two' } });
    let long = new Error('first');
    for (let index = 0; index < 10_000; index += 1) long = new Error('next', { cause: long });
    expect(text(long).length).toBeLessThan(100_000);
    const many = new AggregateError(Array.from({ length: 10_000 }, () => new Error('one of many')));
    expect(text(many).length).toBeLessThan(100_000);
    const own = new AggregateError([], 'of itself');
    own.errors.push(...Array<unknown>(20).fill(own));
    expect(text(own).length).toBeLessThan(100_000);
  });

  it('that is no error says what it is, and nothing of what it holds', () => {
    expect(writtenFault({ parameters: ['Penhaligon'] })).toEqual({ type: 'Object' });
    expect(writtenFault(Object.create(null))).toEqual({ type: 'object' });
    expect(writtenFault('in words')).toBe('in words');
    expect(writtenFault(undefined)).toBe('undefined');
  });
});
