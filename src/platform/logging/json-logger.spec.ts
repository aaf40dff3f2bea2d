import { describe, expect, it } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { JsonLogger, type LogLevel } from './json-logger.js';

function recorded(level: LogLevel, write: (logger: JsonLogger) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  write(new JsonLogger(level, { write: (line) => void lines.push(line) }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the logger', () => {
  it('writes a line of JSON with level, time, context and message', () => {
    const [line] = recorded('info', (logger) => logger.log('Listening', 'Web'));
    expect(line).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T.*Z$/),
      context: 'Web',
      message: 'Listening',
    });
  });

  it('writes the fields of an object, and an error with its stack', () => {
    const [line] = recorded('info', (logger) =>
      logger.error({ message: 'Lost', err: new Error('gone') }, 'Store'),
    );
    expect(line).toMatchObject({
      level: 'error',
      message: 'Lost',
      err: { message: 'gone', stack: expect.any(String) },
    });
    const [error] = recorded('info', (logger) => logger.error(new Error('gone'), 'the stack', 'Store'));
    expect(error).toMatchObject({ message: 'gone', stack: 'the stack', context: 'Store' });
  });

  it('never writes what would let a reader act as the caller', () => {
    const secret = 'Bearer abc.def.ghi';
    const lines = recorded('info', (logger) => {
      logger.warn({ message: 'a', authorization: secret, cookie: secret });
      logger.warn({ message: 'b', headers: { authorization: secret, cookie: secret, 'set-cookie': secret } });
      logger.warn({ message: 'c', req: { headers: { authorization: secret, cookie: secret } } });
    });
    expect(lines).toHaveLength(3);
    expect(JSON.stringify(lines)).not.toContain('abc.def');
  });

  it('writes of an error what it is and not what it carries, in whichever field it stands', () => {
    const refused = Object.assign(new Error('invalid input syntax for type uuid: "Penhaligon"'), {
      code: '22P02',
      where: 'unnamed portal parameter $1 = Penhaligon',
    });
    const fault = new QueryFailedError('select $1::uuid', ['Penhaligon'], refused);
    const lines = recorded('info', (logger) => {
      logger.error({ message: 'Lost', err: fault }, 'Store');
      logger.warn({ message: 'Lost', because: fault }, 'Store');
      logger.error(fault, 'Store');
      logger.error(fault);
      logger.warn({ message: 'Lost', err: new Error('not kept', { cause: new AggregateError([fault]) }) });
    });
    expect(lines).toHaveLength(5);
    expect(JSON.stringify(lines)).not.toContain('Penhaligon');
    const written = {
      type: 'QueryFailedError',
      code: '22P02',
      message: expect.stringContaining('uuid: "…"'),
    };
    expect(lines).toMatchObject([
      { message: 'Lost', context: 'Store', err: written },
      { message: 'Lost', because: written },
      { message: written.message, context: 'Store', err: written },
      { message: written.message, err: written },
      { err: { message: 'not kept', cause: { errors: [written] } } },
    ]);
  });

  it('keeps a forged line inside its message', () => {
    const lines = recorded('info', (logger) => logger.log('one\n{"level":"error","message":"forged"}'));
    expect(lines).toHaveLength(1);
  });

  it('writes no more than its level', () => {
    const all = (logger: JsonLogger) => {
      logger.verbose('v');
      logger.debug('d');
      logger.log('l');
      logger.warn('w');
      logger.error('e');
      logger.fatal('f');
    };
    expect(recorded('trace', all).map(({ level }) => level)).toEqual([
      'trace',
      'debug',
      'info',
      'warn',
      'error',
      'fatal',
    ]);
    expect(recorded('warn', all)).toHaveLength(3);
    expect(recorded('silent', all)).toEqual([]);
  });
});
