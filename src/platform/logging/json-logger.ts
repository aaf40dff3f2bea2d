import { types } from 'node:util';
import type { LoggerService } from '@nestjs/common';
import { pino, stdTimeFunctions, type DestinationStream, type Logger } from 'pino';
import { saidBy, writtenFault } from './written-fault.js';

export const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

// Whatever part of a request somebody logs, what would let a reader act as the caller is not written.
const SECRET_PATHS = [
  'authorization',
  'cookie',
  '*.authorization',
  '*.cookie',
  '*["set-cookie"]',
  '*.headers.authorization',
  '*.headers.cookie',
  '*.headers["set-cookie"]',
];

/**
 * Nest's logger as JSON lines on standard output: `{"level":"info","time":"…Z","context":"Http","message":"…"}`. Facts go
 * into fields of an object (`logger.warn({ message, organisation })`), never into the sentence, and never name a person.
 */
export class JsonLogger implements LoggerService {
  private readonly lines: Logger;
  private readonly byContext = new Map<string, Logger>();

  constructor(level: LogLevel, destination?: DestinationStream) {
    const options = {
      level,
      base: null,
      messageKey: 'message',
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label: string) => ({ level: label }), log: withFaultsWritten },
      // In the place of one that writes whatever an error carries.
      serializers: { err: (written: unknown) => written },
      redact: { paths: SECRET_PATHS, censor: '[secret]' },
    };
    this.lines = destination === undefined ? pino(options) : pino(options, destination);
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  /** Nest adds the context as the last argument, and for an error its stack before that. */
  private write(level: Exclude<LogLevel, 'silent'>, message: unknown, rest: readonly unknown[]): void {
    if (!this.lines.isLevelEnabled(level)) return;
    const context = rest.at(-1);
    const stack = rest.length > 1 ? rest[0] : undefined;
    const lines = typeof context === 'string' ? this.linesOf(context) : this.lines;
    lines[level](typeof stack === 'string' ? { stack, ...fieldsOf(message) } : fieldsOf(message));
  }

  /** There are as many as there are parts of the product that log. */
  private linesOf(context: string): Logger {
    let lines = this.byContext.get(context);
    if (lines === undefined) {
      lines = this.lines.child({ context });
      this.byContext.set(context, lines);
    }
    return lines;
  }
}

function fieldsOf(message: unknown): object {
  if (message instanceof Error) return { message: saidBy(message), err: message };
  if (typeof message === 'object' && message !== null) return message;
  return { message: String(message) };
}

/** The same fields, but for errors, in whichever of them they stand. Most lines have none, and are not copied. */
function withFaultsWritten(fields: Record<string, unknown>): Record<string, unknown> {
  let changed: Record<string, unknown> | undefined;
  for (const [name, value] of Object.entries(fields)) {
    if (name !== 'err' && !isError(value)) continue;
    changed ??= { ...fields };
    changed[name] = writtenFault(value);
  }
  return changed ?? fields;
}

function isError(value: unknown): boolean {
  return typeof value === 'object' && (types.isNativeError(value) || value instanceof Error);
}
