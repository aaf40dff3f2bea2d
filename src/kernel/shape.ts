import { Fraction } from './fraction.js';
import { InvalidValue } from './invalid-value.js';
import { pence, type Pence } from './pence.js';
import { plainDate, type PlainDate } from './plain-date.js';

/**
 * Reads a value of unknown shape into a type, field by field, so that nothing is guessed from how JSON happens to look.
 * Throws InvalidValue with the JSON pointer of the first value that does not fit.
 */
export type Shape<Value> = (value: unknown, pointer: string) => Value;

/** The type that a shape reads. */
export type ShapeOf<Reader> = Reader extends Shape<infer Value> ? Value : never;

function mismatch(pointer: string, wanted: string): never {
  throw new InvalidValue(`${pointer === '' ? 'The record' : pointer} is not ${wanted}`);
}

export const text: Shape<string> = (value, pointer) =>
  typeof value === 'string' ? value : mismatch(pointer, 'text');

export const wholeNumber: Shape<number> = (value, pointer) =>
  Number.isSafeInteger(value) ? (value as number) : mismatch(pointer, 'a whole number');

export const flag: Shape<boolean> = (value, pointer) =>
  typeof value === 'boolean' ? value : mismatch(pointer, 'true or false');

export const money: Shape<Pence> = (value, pointer) =>
  Number.isSafeInteger(value) ? pence(value as number) : mismatch(pointer, 'a whole number of pence');

export const day: Shape<PlainDate> = (value, pointer) => {
  try {
    return plainDate(text(value, pointer));
  } catch {
    return mismatch(pointer, 'a date');
  }
};

/** Decimal or fraction text that `Fraction.parse` reads; it stays text, since JSON has no exact number. */
export const exactNumber: Shape<string> = (value, pointer) => {
  try {
    Fraction.parse(text(value, pointer));
    return value as string;
  } catch {
    return mismatch(pointer, 'an exact number such as "30.25"');
  }
};

/** Text and whole numbers by name, where another context owns what the names mean. */
export const plainValues: Shape<Readonly<Record<string, string | number>>> = (value, pointer) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return mismatch(pointer, 'an object');
  for (const [key, each] of Object.entries(value)) {
    if (typeof each !== 'string' && !Number.isSafeInteger(each))
      mismatch(`${pointer}/${key}`, 'text or a whole number');
  }
  return value as Record<string, string | number>;
};

export function oneOf<const Allowed extends string>(allowed: readonly Allowed[]): Shape<Allowed> {
  return (value, pointer) =>
    allowed.find((each) => each === value) ?? mismatch(pointer, `one of ${allowed.join(', ')}`);
}

export function listOf<Item>(item: Shape<Item>): Shape<readonly Item[]> {
  return (value, pointer) =>
    Array.isArray(value)
      ? value.map((each, index) => item(each, `${pointer}/${index}`))
      : mismatch(pointer, 'a list');
}

/** A field that may be absent. It is never null: what is not known is not written. */
export interface OptionalField<Value> {
  readonly optional: Shape<Value>;
}

export function optional<Value>(shape: Shape<Value>): OptionalField<Value> {
  return { optional: shape };
}

type Field = Shape<unknown> | OptionalField<unknown>;
type RequiredKeys<Fields> = {
  [Key in keyof Fields]: Fields[Key] extends OptionalField<unknown> ? never : Key;
}[keyof Fields];
type RecordOf<Fields extends Record<string, Field>> = {
  readonly [Key in RequiredKeys<Fields>]: ShapeOf<Fields[Key]>;
} & {
  readonly [Key in Exclude<keyof Fields, RequiredKeys<Fields>>]?: Fields[Key] extends OptionalField<
    infer Value
  >
    ? Value
    : never;
};
type Flat<Type> = { [Key in keyof Type]: Type[Key] };

/** An object with exactly these fields; one that is not named here is refused, so that nothing is silently dropped. */
export function record<const Fields extends Record<string, Field>>(
  fields: Fields,
): Shape<Flat<RecordOf<Fields>>> {
  // Worked out once: every event that is read passes here several times.
  const named = Object.entries<Field>(fields).map(([key, field]) => ({ key, field, step: `/${key}` }));
  return (value, pointer) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return mismatch(pointer, 'an object');
    const given = value as Record<string, unknown>;
    for (const key of Object.keys(given)) {
      if (!Object.hasOwn(fields, key)) mismatch(`${pointer}/${key}`, 'a field of this record');
    }
    const read: Record<string, unknown> = {};
    for (const { key, field, step } of named) {
      const own = given[key];
      if (typeof field === 'function') {
        if (own === undefined) mismatch(pointer + step, 'there');
        read[key] = field(own, pointer + step);
      } else if (own !== undefined) {
        read[key] = field.optional(own, pointer + step);
      }
    }
    return read as Flat<RecordOf<Fields>>;
  };
}
