import type { Role } from '../../src/platform/access/roles.js';
import { ROLES } from '../../src/platform/access/roles.js';
import type { Draft, FuzzedOperation } from '../fuzz/draft.js';
import type { References } from '../fuzz/references.js';
import type { BadToken } from '../support/test-issuer.js';

/** Tokens that are good for nobody, and no token at all. */
export const NO_GOOD = [
  'none',
  'expired',
  'not-yet',
  'other-audience',
  'other-issuer',
  'unknown-key',
  'forged-signature',
  'id-token',
] as const satisfies readonly ('none' | BadToken)[];

/** What names something of one organisation, in paths, queries and bodies. */
const REFERENCES = [
  'caseRef',
  'rechargeRef',
  'employmentId',
  'agreementId',
  'personId',
  'requestId',
  'staffRef',
] as const;
const REFERENCE = /\b(TC|RC|EM|AG|LA|PN|PE|ER|SM)-[0-9A-HJKMNP-TV-Z]{10}\b/g;

/** The roles that a route does not list: each of them has to be refused. */
export function rolesNotOf({ roles }: FuzzedOperation): readonly Role[] {
  return ROLES.filter((role) => !roles.includes(role));
}

export function rolesOf({ roles }: FuzzedOperation): readonly Role[] {
  return ROLES.filter((role) => roles.includes(role));
}

/** Everything that exists, of which a stranger must not learn. */
export function secretsOf(references: References): readonly string[] {
  return references.all(...REFERENCES);
}

/** The same request about things that are not there. Nothing where the request names no such thing. */
export function aboutNothing(draft: Draft, secrets: readonly string[]): Draft | undefined {
  const parts = {
    path: draft.path,
    query: draft.query,
    ...(draft.body !== undefined && { body: draft.body }),
  };
  const text = JSON.stringify(parts);
  if (!secrets.some((reference) => text.includes(reference))) return undefined;
  return { ...draft, ...(JSON.parse(text.replace(REFERENCE, NOT_THERE)) as typeof parts) };
}

const NOT_THERE = '$1-0000000000';
const IDS: readonly (readonly [RegExp, string])[] = [
  [REFERENCE, NOT_THERE],
  [/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '(id)'],
  [/"traceId":"[0-9a-f]{32}"/g, '"traceId":"(id)"'],
];
/** Headers that name the request and its moment. */
const OF_THE_REQUEST = ['date', 'x-request-id', 'x-correlation-id', 'traceparent', 'keep-alive'];

/** An answer as text, byte for byte but for what names the very request: its ids, its moment, and what it asked about. */
export function answerShown(status: number, headers: Headers, text: string): string {
  const shown = [...headers]
    .filter(([name]) => !OF_THE_REQUEST.includes(name))
    .map(([name, value]) => `${name}: ${value}`);
  return IDS.reduce(
    (all, [id, instead]) => all.replace(id, instead),
    [status, ...shown, '', text].join('\n'),
  );
}
