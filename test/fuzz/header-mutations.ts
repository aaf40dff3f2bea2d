import type { Seeded } from '../chaos/seeded.js';
import type { Draft } from './draft.js';
import { KEY_HEADER, VERSION_HEADER } from './drafter.js';
import { REFUSED, type Mutation, type SignIn } from './mutation.js';

/** Path parameters that name something of two bodies, which nobody else may see. */
export const OF_TWO_BODIES = ['caseRef', 'rechargeRef', 'employmentId', 'agreementId'];
const LONGER_THAN_4_KIB = 5000;

const BAD_SIGN_INS: readonly SignIn[] = [
  'nobody',
  'malformed',
  'expired',
  'not-yet',
  'other-audience',
  'other-issuer',
  'unknown-key',
  'forged-signature',
  'no-algorithm',
  'shared-secret',
  'id-token',
  'no-organisation',
];

const ODD_REFERENCES = [
  // Two dots alone are folded away by every client, and make another address that may well be there.
  '...',
  '../..',
  '%',
  '%00',
  "'",
  '"',
  ' ',
  '\u0000',
  '\ud83d\ude00',
  'TC-0000000000',
  'tc-',
  '-1',
  '0',
  'null',
  '__proto__',
  'x'.repeat(150),
  'x'.repeat(500),
  '<script>',
  "1' OR '1'='1",
  'a/b',
  '\r\n',
  'constructor',
];

const ODD_VALUES = [
  '',
  '-1',
  '0',
  '1e9',
  '1.5',
  'null',
  '2023-02-29',
  "' OR 1=1 --",
  '[]',
  '%',
  '\u0000',
  '😀',
  'x'.repeat(1500),
  '9'.repeat(30),
];

const pick = <Item>(items: readonly Item[], random: Seeded): Item => items[random.below(items.length)]!;
const isPublic = ({ operation }: Draft): boolean => operation.roles.length === 0;
const withHeader = (draft: Draft, name: string, value: string): Draft => ({
  ...draft,
  headers: { ...draft.headers, [name]: value },
});
const withoutHeader = (draft: Draft, name: string): Draft => ({
  ...draft,
  headers: Object.fromEntries(Object.entries(draft.headers).filter(([each]) => each !== name)),
});

export const headerMutations: readonly Mutation[] = [
  {
    name: 'bad sign-in',
    apply: (draft, random) =>
      isPublic(draft) ? undefined : { draft, signIn: pick(BAD_SIGN_INS, random), refused: [401] },
  },
  {
    name: 'no token',
    apply: (draft) => (isPublic(draft) ? undefined : { draft, signIn: 'nobody', refused: [401] }),
  },
  {
    name: 'another role',
    apply: (draft) => (isPublic(draft) ? undefined : { draft, signIn: 'another-role' }),
  },
  {
    name: 'another organisation',
    apply: (draft) => {
      if (isPublic(draft)) return undefined;
      const theirs = Object.keys(draft.path).some((name) => OF_TWO_BODIES.includes(name));
      return { draft, signIn: 'another-organisation', ...(theirs && { refused: REFUSED }) };
    },
  },
  {
    name: 'unknown parameter',
    apply: (draft, random) => ({
      draft: {
        ...draft,
        query: [
          ...draft.query,
          [pick(['unexpected', '__proto__', 'limit[]', 'a.b', '$where', ''], random), '1'],
        ],
      },
      refused: REFUSED,
    }),
  },
  {
    name: 'odd parameter',
    apply: (draft, random) => {
      const known = draft.operation.parameters.filter((each) => each.in === 'query').map(({ name }) => name);
      if (known.length === 0) return undefined;
      const name = pick(known, random);
      const value = pick(ODD_VALUES, random);
      // A position or version that may come later is waited for, which is what it is there for.
      if (name.startsWith('min') && /^\d+$/.test(value)) return undefined;
      return {
        draft: { ...draft, query: [...draft.query.filter(([each]) => each !== name), [name, value]] },
      };
    },
  },
  {
    name: 'repeated parameter',
    apply: (draft) => {
      const [first] = draft.query;
      return first && { draft: { ...draft, query: [...draft.query, first] } };
    },
  },
  {
    name: 'odd reference',
    apply: (draft, random) => {
      const names = Object.keys(draft.path);
      if (names.length === 0) return undefined;
      const value = pick(ODD_REFERENCES, random);
      const isWrong = names.length === 1 || !/^\d+$/.test(value);
      return {
        draft: { ...draft, path: { ...draft.path, [pick(names, random)]: value } },
        ...(isWrong && { refused: REFUSED }),
      };
    },
  },
  {
    name: 'address too long',
    apply: (draft) => ({
      draft: { ...draft, query: [...draft.query, ['a', 'x'.repeat(LONGER_THAN_4_KIB)]] },
      refused: [414],
    }),
  },
  {
    name: 'wrong method',
    apply: (draft, random) => ({
      draft: { ...draft, method: pick(['PUT', 'PATCH', 'DELETE', 'OPTIONS'], random) },
      refused: [404, 405, 415],
    }),
  },
  {
    name: 'wrong media type',
    apply: (draft, random) => {
      if (draft.operation.body === undefined) return undefined;
      const type = pick(
        [
          'text/plain',
          'application/x-www-form-urlencoded',
          'application/xml',
          'image/png',
          'nonsense',
          'application/json-patch+json',
        ],
        random,
      );
      return { draft: withHeader(draft, 'content-type', type), refused: [415] };
    },
  },
  {
    name: 'no version',
    apply: (draft) =>
      VERSION_HEADER in draft.headers
        ? { draft: withoutHeader(draft, VERSION_HEADER), refused: [428] }
        : undefined,
  },
  {
    name: 'bad version',
    apply: (draft, random) => {
      if (!(VERSION_HEADER in draft.headers)) return undefined;
      const value = pick(
        [
          '*',
          'W/"x"',
          '"1", "2"',
          'W/"-1"',
          '',
          'W/"99999999999999999999"',
          'W/"1.5"',
          'W/"2147483648"',
          '1',
        ],
        random,
      );
      return { draft: withHeader(draft, VERSION_HEADER, value), refused: REFUSED };
    },
  },
  {
    name: 'no key',
    apply: (draft) =>
      KEY_HEADER in draft.headers ? { draft: withoutHeader(draft, KEY_HEADER), refused: [400] } : undefined,
  },
  {
    name: 'bad key',
    apply: (draft, random) =>
      KEY_HEADER in draft.headers
        ? {
            draft: withHeader(draft, KEY_HEADER, pick(['', ' ', 'x'.repeat(256), 'a b', 'é'], random)),
            refused: [400],
          }
        : undefined,
  },
  {
    name: 'odd correlation id',
    apply: (draft, random) => ({
      draft: withHeader(draft, 'x-correlation-id', pick(['', 'x', "' OR 1=1", 'x'.repeat(2000)], random)),
    }),
  },
  {
    name: 'odd trace',
    apply: (draft, random) => ({
      draft: withHeader(
        draft,
        'traceparent',
        pick(
          ['', '00-zz-zz-01', 'x'.repeat(500), '00-00000000000000000000000000000000-0000000000000000-01'],
          random,
        ),
      ),
    }),
  },
];
