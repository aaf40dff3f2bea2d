/** An error as it stands in the log. */
export interface WrittenFault {
  readonly type: string;
  readonly message?: string;
  readonly code?: string | number;
  /** Its first line says the message as above. */
  readonly stack?: string;
  readonly cause?: WrittenFault | string;
  /** What an error of several is made of: the first of them. */
  readonly errors?: readonly (WrittenFault | string)[];
}

/** As many as anybody reads: errors can refer to each other, and without an end. */
const MOST_ERRORS = 24;

/** The class of SQLSTATE of values that do not fit, whose messages quote the value. In the others names of tables are quoted. */
const ABOUT_A_VALUE = /^22[0-9A-Z]{3}$/;

/**
 * An error for the log: what it is, says and comes from. It is made of these fields alone, and never of whatever else the error
 * has: an error of the database brings the parameters of its statement along, and repeats them in what it tells, so that names
 * and drafts would stand in the log.
 */
export function writtenFault(fault: unknown): WrittenFault | string {
  return written(fault, { errors: MOST_ERRORS });
}

/** What an error says, as it may stand in the log. */
export function saidBy({ message, code }: Error & { readonly code?: unknown }): string {
  return withoutValue(message, code);
}

/** @param left how many more errors are written, in all that belongs to the first */
function written(fault: unknown, left: { errors: number }): WrittenFault | string {
  if (typeof fault !== 'object' || fault === null) return String(fault);
  left.errors -= 1;
  const { message, code, stack, cause, errors } = fault as Readonly<Record<string, unknown>>;
  const type = typeOf(fault);
  const shown = typeof message === 'string' ? withoutValue(message, code) : undefined;
  return {
    type,
    ...(shown !== undefined && { message: shown }),
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    ...(typeof stack === 'string' && { stack: stackOf(`${type}: ${shown ?? ''}`, stack, message) }),
    ...(cause !== undefined && left.errors > 0 && { cause: written(cause, left) }),
    ...(Array.isArray(errors) &&
      left.errors > 0 && {
        errors: errors.flatMap((each) => (left.errors > 0 ? [written(each, left)] : [])),
      }),
  };
}

function typeOf(fault: object): string {
  const { constructor } = fault as { readonly constructor?: unknown };
  return typeof constructor === 'function' && constructor.name !== '' ? constructor.name : typeof fault;
}

function withoutValue(message: string, code: unknown): string {
  if (typeof code !== 'string' || !ABOUT_A_VALUE.test(code)) return message;
  return message.replace(/".*"/s, '"…"');
}

/** The stack repeats the message as it was, so only the places are taken from it. */
function stackOf(first: string, stack: string, message: unknown): string {
  const said = typeof message === 'string' && stack.includes(message) ? message : '';
  const places = stack
    .slice(stack.indexOf(said) + said.length)
    .split('\n')
    .filter((line) => /^\s+at /.test(line));
  return [first, ...places].join('\n');
}
