import fc, { type Arbitrary } from 'fast-check';
import type { Schema, Schemas } from './schemas.js';

/** How far values stray from the examples of the description. */
export type Variety = 'examples' | 'varied';

const DEEPEST = 6;
const LONGEST_TEXT = 40;
const MOST_ITEMS = 3;
const A_THOUSAND = 1000;
const FIRST_DAY = Date.UTC(2018, 0, 1);
const DAYS = 3650;
const DAY_MS = 86_400_000;

const day = fc.nat(DAYS).map((days) => new Date(FIRST_DAY + days * DAY_MS).toISOString().slice(0, 10));

/**
 * Values that follow a schema. With `examples` they are what the description shows, without what may be left out: the rules
 * behind the schema let most of them through. With `varied` anything that the schema allows may come.
 */
export function valuesOf(schemas: Schemas, given: Schema, variety: Variety, depth = 0): Arbitrary<unknown> {
  const schema = schemas.resolved(given);
  const { example } = schema;
  if (example !== undefined && variety === 'examples') return fc.constant(example);
  const free = byType(schemas, schema, variety, depth);
  return example === undefined
    ? free
    : fc.oneof({ weight: 2, arbitrary: fc.constant(example) }, { weight: 1, arbitrary: free });
}

function byType(schemas: Schemas, schema: Schema, variety: Variety, depth: number): Arbitrary<unknown> {
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.oneOf !== undefined) {
    return fc.oneof(...schema.oneOf.map((each) => valuesOf(schemas, each, variety, depth + 1)));
  }
  const { minimum = 0, maximum = A_THOUSAND } = schema;
  // Anything at all.
  if (schema.type === undefined) return fc.constant({});
  switch (schema.type) {
    case 'string':
      return text(schema);
    case 'integer':
    case 'number':
      return fc.integer({ min: minimum, max: maximum });
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(valuesOf(schemas, schema.items ?? {}, variety, depth + 1), {
        minLength: variety === 'examples' ? 1 : 0,
        maxLength: depth > DEEPEST ? 0 : MOST_ITEMS,
      });
    case 'object':
      return object(schemas, schema, variety, depth);
  }
}

function text({ format, pattern, maxLength = LONGEST_TEXT }: Schema): Arbitrary<string> {
  if (format === 'date') return day;
  if (format === 'date-time') return day.map((each) => `${each}T09:00:00Z`);
  if (format === 'uuid') return fc.uuid();
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  return fc.string({ unit: 'grapheme', minLength: 1, maxLength: Math.min(maxLength, LONGEST_TEXT) });
}

function object(schemas: Schemas, schema: Schema, variety: Variety, depth: number): Arbitrary<unknown> {
  const { properties = {}, required = [] } = schema;
  const wanted = Object.entries(properties).filter(
    ([name]) => required.includes(name) || (variety === 'varied' && depth <= DEEPEST),
  );
  return fc.record(
    Object.fromEntries(wanted.map(([name, each]) => [name, valuesOf(schemas, each, variety, depth + 1)])),
    { requiredKeys: [...required], noNullPrototype: true },
  );
}
