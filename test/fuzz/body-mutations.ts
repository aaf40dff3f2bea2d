import type { Seeded } from '../chaos/seeded.js';
import { bodyTextOf, type Draft } from './draft.js';
import { REFUSED, type Mutated, type Mutation } from './mutation.js';
import { withValueAt, type Place, type Schema } from './schemas.js';

const BODY_LIMIT = 100 * 1024;
const TOO_DEEP = 40;
/** More than any reference, name or reason may have. */
const TOO_LONG = 40_000;

const valuesOfTypes: Readonly<Record<string, readonly unknown[]>> = {
  object: [{}, { a: 1 }],
  array: [[], ['x'], [[]]],
  string: ['', 'x', '1'],
  number: [0.5, -1, 1e300],
  integer: [0, 1, Number.MAX_SAFE_INTEGER],
  boolean: [true, false],
};

const IMPOSSIBLE_DAYS = [
  '2023-02-29',
  '2024-02-30',
  '2024-13-01',
  '2024-00-10',
  '2024-01-00',
  '0000-01-01',
  '10000-01-01',
  '24-01-01',
  '2024-1-1',
  '2024-01-01T00:00:00Z',
  '01/02/2024',
  '2024-01-01 ',
  '-002024-01-01',
  '２０２４-01-01',
  'today',
  '',
];

const ODD_TEXTS = [
  `'; DROP TABLE event_store.events; --`,
  `' OR '1'='1`,
  '"',
  '`',
  '\\',
  '${7*7}',
  '{{7*7}}',
  '%s%n',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '=HYPERLINK("http://x")',
  'a\r\nSet-Cookie: a=b',
  '\u202egnp.exe',
  '\u200b',
  '\ufeff',
  'e\u0301',
  '👩‍👩‍👧‍👦',
  'ﷺ',
  'İ',
  '\u0001',
  '\u007f',
  '\u2028',
  'null',
  'NaN',
  'constructor',
  ' ',
  '　',
  'TC-0000000000',
  '-0.00',
  '1e3',
];

const HUGE_NUMBERS = [1e308, -1e308, Number.MAX_SAFE_INTEGER + 1, 2 ** 31, 2 ** 63, -1, -(2 ** 31)];
const HUGE_MONEY = [
  '99999999999999999999.00',
  '-99999999999999999999.00',
  '90071992547409.91',
  '90071992547409.92',
  '0.00',
  '-0.01',
];

const pickFrom = <Item>(items: readonly Item[], random: Seeded): Item | undefined =>
  items[random.below(Math.max(1, items.length))];

/** A mutation of one of the places that suit it. */
function atPlace(
  name: string,
  suits: (place: Place) => boolean,
  change: (
    place: Place,
    random: Seeded,
  ) => { readonly value: unknown; readonly refused?: readonly number[] } | undefined,
): Mutation {
  return {
    name,
    apply: (draft, random, places) => {
      const place = pickFrom(places.filter(suits), random);
      const changed = place && change(place, random);
      if (place === undefined || changed === undefined) return undefined;
      const { value, ...rest } = changed;
      return { draft: { ...draft, body: withValueAt(draft.body, place.path, value) }, ...rest };
    },
  };
}

/** A mutation of the text of a JSON body. */
function onText(
  name: string,
  refused: readonly number[],
  change: (text: string, random: Seeded) => string,
): Mutation {
  return {
    name,
    apply: (draft, random): Mutated | undefined => {
      if (!takesJson(draft)) return undefined;
      return { draft: { ...draft, raw: change(bodyTextOf(draft) ?? '{}', random) }, refused };
    },
  };
}

const takesJson = ({ operation }: Draft): boolean => operation.body?.mediaType === 'application/json';
const isText = ({ schema: { type } }: Place): boolean => type === 'string';
const isFreeText = (place: Place): boolean => isText(place) && place.schema.enum === undefined;
const isObject = ({ value, schema }: Place): boolean =>
  schema.properties !== undefined && typeof value === 'object';
const isStrict = ({ schema }: Place): boolean => schema.additionalProperties !== true;

function wrongTypes({ type, oneOf }: Schema): readonly unknown[] {
  if (type === undefined || oneOf !== undefined) return [];
  const fits = type === 'number' ? ['number', 'integer'] : [type];
  return [
    ...Object.entries(valuesOfTypes).flatMap(([each, values]) => (fits.includes(each) ? [] : values)),
    null,
  ];
}

/** One over whichever limit the description has. */
function overLimit(
  { schema: { minimum, maximum, maxLength, pattern, enum: allowed } }: Place,
  random: Seeded,
): unknown {
  const over = [
    ...(maximum === undefined ? [] : [maximum + 1]),
    ...(minimum === undefined ? [] : [minimum - 1]),
    ...(maxLength === undefined ? [] : ['x'.repeat(maxLength + 1)]),
    ...(pattern === undefined ? [] : ['not what the pattern says']),
    ...(allowed === undefined ? [] : ['none-of-these', String(allowed[0]).toUpperCase() + ' ']),
  ];
  return pickFrom(over, random);
}

export const bodyMutations: readonly Mutation[] = [
  atPlace(
    'wrong type',
    ({ schema, path }) => path.length > 0 && wrongTypes(schema).length > 0,
    ({ schema }, random) => ({
      value: pickFrom(wrongTypes(schema), random),
      refused: REFUSED,
    }),
  ),
  atPlace(
    'missing field',
    (place) => isObject(place) && (place.schema.required ?? []).length > 0,
    ({ schema, value }, random) => ({
      value: { ...(value as object), [String(pickFrom(schema.required ?? [], random))]: undefined },
      refused: [400, 422],
    }),
  ),
  atPlace(
    'extra field',
    (place) => isObject(place) && isStrict(place),
    ({ value }, random) => {
      const name =
        pickFrom(
          [
            'unexpected',
            'id',
            'organisation',
            'council',
            'actor',
            'stage',
            'recordedAt',
            'isAdmin',
            '$where',
            'toString',
            '',
          ],
          random,
        ) ?? '';
      return Object.hasOwn(value as object, name)
        ? undefined
        : {
            value: { ...(value as object), [name]: 'E10000028' },
            ...(name !== 'council' && { refused: REFUSED }),
          };
    },
  ),
  atPlace(
    'over a limit',
    (place) => overLimitOf(place),
    (place, random) => ({ value: overLimit(place, random), refused: [400, 422] }),
  ),
  atPlace('text too long', isFreeText, () => ({ value: 'x'.repeat(TOO_LONG), refused: [400, 413, 422] })),
  atPlace(
    'list too long',
    ({ schema: { type }, value }) => type === 'array' && (value as readonly unknown[]).length > 0,
    ({ value }) => {
      const [first] = value as readonly unknown[];
      const count = Math.floor((BODY_LIMIT * 0.9) / (JSON.stringify(first).length + 1));
      return { value: Array.from({ length: count }, () => first) };
    },
  ),
  atPlace('odd text', isFreeText, (_, random) => ({ value: pickFrom(ODD_TEXTS, random) })),
  atPlace('no character', isFreeText, (_, random) => ({
    value: pickFrom(['a\u0000b', '\ud800', 'a\udc00b'], random),
    refused: [400, 422],
  })),
  atPlace(
    'huge number',
    ({ schema: { type } }) => type === 'integer' || type === 'number',
    (_, random) => ({ value: pickFrom(HUGE_NUMBERS, random) }),
  ),
  atPlace(
    'fraction of a whole',
    ({ schema: { type } }) => type === 'integer',
    () => ({ value: 1.5, refused: [400, 422] }),
  ),
  atPlace(
    'huge money',
    ({ path }) => path.at(-1) === 'amount',
    (_, random) => ({ value: pickFrom(HUGE_MONEY, random) }),
  ),
  atPlace(
    'impossible day',
    ({ schema: { format } }) => format === 'date',
    (_, random) => ({ value: pickFrom(IMPOSSIBLE_DAYS, random), refused: [400, 422] }),
  ),
  atPlace(
    'far day',
    ({ schema: { format } }) => format === 'date',
    (_, random) => ({ value: pickFrom(['1900-01-01', '2199-12-31', '2024-02-29', '2024-03-31'], random) }),
  ),
  onText('prototype key', [400], (text, random) =>
    `{"${pickFrom(['__proto__', 'constructor', 'prototype'], random) ?? ''}":{"isAdmin":true},${text.slice(1)}`.replace(
      ',}',
      '}',
    ),
  ),
  onText('duplicate key', [400], (text) => `{"a":1,"a":1,${text.slice(1)}`.replace(',}', '}')),
  onText(
    'broken JSON',
    [400, 413, 422],
    (text, random) =>
      pickFrom(
        [
          '{',
          `${text}}`,
          text.slice(0, -1),
          `${text},`,
          'undefined',
          "{'a':1}",
          '\u0000',
          'NaN',
          text.replace('{', '{"a":01,'),
        ],
        random,
      ) ?? '',
  ),
  onText(
    'no object',
    [400, 422],
    (_, random) => pickFrom(['[]', 'null', '"text"', '0', 'true', '[{}]'], random) ?? '',
  ),
  onText('too deep', [400], () => `{"a":${'['.repeat(TOO_DEEP)}${']'.repeat(TOO_DEEP)}}`),
  onText('too large', [413], (text) => text + ' '.repeat(BODY_LIMIT)),
];

function overLimitOf({ schema }: Place): boolean {
  return [schema.minimum, schema.maximum, schema.maxLength, schema.pattern, schema.enum].some(
    (each) => each !== undefined,
  );
}
