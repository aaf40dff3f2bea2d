import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES, type Role } from '../../src/platform/access/roles.js';
import { fieldsHiddenFrom } from '../../src/platform/access/field-rights.js';
import { OpenApiHolder } from '../../src/platform/http/openapi/openapi-holder.js';
import { Seeded } from '../chaos/seeded.js';
import type { Draft, FuzzedOperation } from '../fuzz/draft.js';
import { Drafter } from '../fuzz/drafter.js';
import { send } from '../fuzz/exchange.js';
import { fuzzedOperations } from '../fuzz/operations.js';
import { playedReferences } from '../fuzz/played-references.js';
import type { References } from '../fuzz/references.js';
import { Schemas } from '../fuzz/schemas.js';
import { useProduct } from '../support/product.js';
import { aboutNothing, answerShown, NO_GOOD, rolesNotOf, rolesOf, secretsOf } from './cells.js';

// Every route that the API describes × everybody who may not call it, and everybody who may and is of another body. A new
// route is in it from its first day, with the examples of its description.

const PATIENCE_MS = 300_000;
const NHS_ROLES: ReadonlySet<Role> = new Set(['phb-worker', 'nhs-finance', 'nhs-approver']);
/** Bodies that have nothing to do with any case. */
const strangersBody = (role: Role) => (NHS_ROLES.has(role) ? 'QKS' : 'E10000016');

/** What the examples of the description cannot know: a moment of this run, and what a rule asks for beside the description. */
const BESIDES: Readonly<Record<string, (issued: string) => Partial<Pick<Draft, 'path' | 'query'>>>> = {
  'GET /v1/statements/{partnerOds}': () => ({ path: { partnerOds: 'QM7' } }),
  'GET /v1/statements/{partnerOds}/document.pdf': () => ({ path: { partnerOds: 'QM7' } }),
  'GET /v1/recharges/{rechargeRef}/document.pdf': (issued) => ({ path: { rechargeRef: issued } }),
  'GET /v1/transfer-cases/{caseRef}/diff': () => ({
    query: [
      ['from', aMomentAgo()],
      ['to', aMomentAgo()],
    ],
  }),
  'GET /v1/people/{personId}/erasure-preview': () => ({ query: [['careEndedOn', '2015-03-31']] }),
  'GET /v1/access-log': () => ({ query: [['reader', 'herts-auditor']] }),
};
const aMomentAgo = () => new Date(Date.now() - 500).toISOString();

describe('Every route', () => {
  const product = useProduct();
  const tokens = new Map<string, Promise<string>>();
  let operations: readonly FuzzedOperation[];
  let references: References;
  let secrets: readonly string[];
  let drafter: Drafter;
  /** A recharge of which there is a document. */
  let issued: string;
  let cells = 0;
  let commands = 0;

  beforeAll(async () => {
    const { address, app, issuer } = product.current;
    const description = app.get(OpenApiHolder).get();
    operations = fuzzedOperations(description);
    references = await playedReferences(address, issuer);
    secrets = secretsOf(references);
    const { body } = await product.current.api.get<{ items: readonly { rechargeRef: string }[] }>(
      'herts-auditor',
      '/v1/recharges?status=issued',
    );
    issued = body.items[0]?.rechargeRef ?? 'none';
    drafter = new Drafter(new Schemas(description), references);
  }, PATIENCE_MS);
  afterAll(() => {
    process.stdout.write(`Access: ${cells} cells of ${operations.length} routes\n`);
  });

  const guarded = () => operations.filter(({ roles }) => roles.length > 0);
  const tokenOf = async (role: Role, organisation: string) => {
    const name = `${role} of ${organisation}`;
    const made =
      tokens.get(name) ??
      product.current.issuer.tokenWith({ sub: name.replaceAll(' ', '-'), organisation, roles: [role] });
    tokens.set(name, made);
    return made;
  };
  /** The request that the description shows, on something that exists. The same each time, but for its key. */
  const example = (operation: FuzzedOperation): Draft => {
    commands += 1;
    const draft = drafter.draft(operation, new Seeded(7), `matrix-${commands}`, 'examples');
    const { path = {}, query = [] } = BESIDES[operation.name]?.(issued) ?? {};
    const named = new Set(query.map(([name]) => name));
    return {
      ...draft,
      path: { ...draft.path, ...path },
      query: [...draft.query.filter(([name]) => !named.has(name)), ...query],
    };
  };
  const ask = async (draft: Draft, token: string | undefined) => {
    cells += 1;
    return send(product.current.address, draft, token);
  };

  it(
    'is called without a good token by nobody, unless it is public',
    async () => {
      const surprises: unknown[] = [];
      for (const fault of NO_GOOD) {
        const token = fault === 'none' ? undefined : await product.current.issuer.badToken(fault);
        for (const operation of operations) {
          const { status, headers } = await ask(example(operation), token);
          const isRefused = status === 401 && headers.get('www-authenticate')?.startsWith('Bearer') === true;
          if (isRefused !== operation.roles.length > 0) surprises.push([operation.name, fault, status]);
        }
      }
      expect(surprises).toEqual([]);
      expect(operations.length).toBeGreaterThan(80);
    },
    PATIENCE_MS,
  );

  it(
    'is called by nobody who has none of its roles',
    async () => {
      const surprises: unknown[] = [];
      for (const operation of guarded()) {
        for (const role of rolesNotOf(operation)) {
          const { status, text } = await ask(example(operation), await tokenOf(role, strangersBody(role)));
          const own = await ask(
            example(operation),
            await tokenOf(role, NHS_ROLES.has(role) ? 'QM7' : 'E10000015'),
          );
          for (const answer of [{ status, text }, own]) {
            const { code } = JSON.parse(answer.text) as { code?: string };
            if (answer.status !== 403 || code !== 'not-allowed')
              surprises.push([operation.name, role, answer.status, code]);
          }
        }
      }
      expect(surprises).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'says to another body, byte for byte, what it says of something that is not there',
    async () => {
      const surprises: unknown[] = [];
      let compared = 0;
      for (const operation of guarded()) {
        for (const role of rolesOf(operation)) {
          const token = await tokenOf(role, strangersBody(role));
          const asked = example(operation);
          const answer = await ask(asked, token);
          const told = secrets.filter(
            (reference) => answer.text.includes(reference) && !JSON.stringify(asked).includes(reference),
          );
          if (told.length > 0) surprises.push([operation.name, role, 'tells of', told]);
          const nothing = aboutNothing({ ...asked, headers: { ...asked.headers, ...keyOf(asked) } }, secrets);
          if (nothing === undefined) continue;
          compared += 1;
          const absent = await ask(nothing, token);
          const [theirs, nobodys] = [answer, absent].map(({ status, headers, text }) =>
            answerShown(status, headers, text),
          );
          if (theirs !== nobodys) surprises.push([operation.name, role, theirs, nobodys]);
          if (answer.status < 400 && asked.method !== 'GET')
            surprises.push([operation.name, role, answer.status]);
        }
      }
      expect(surprises).toEqual([]);
      expect(compared).toBeGreaterThan(150);
    },
    PATIENCE_MS,
  );

  it(
    'that is read answers each of its roles of the body of the case, with the fields that the role may see',
    async () => {
      const surprises: unknown[] = [];
      let hiding = 0;
      for (const operation of guarded().filter(({ method }) => method === 'GET')) {
        const keys = new Map<Role, ReadonlySet<string>>();
        for (const role of rolesOf(operation)) {
          const { status, text } = await ask(example(operation), await tokenOf(role, 'E10000015'));
          if (status !== 200) surprises.push([operation.name, role, status, text]);
          else if (text.startsWith('{') || text.startsWith('[')) keys.set(role, keysIn(JSON.parse(text)));
        }
        const all = new Set([...keys.values()].flatMap((each) => [...each]));
        for (const [role, seen] of keys) {
          const hidden = fieldsHiddenFrom(role);
          const expected = [...all].filter((path) => !path.split('.').some((name) => hidden.includes(name)));
          if (expected.length < all.size) hiding += 1;
          if (expected.sort().join() !== [...seen].sort().join())
            surprises.push([
              operation.name,
              role,
              expected.filter((path) => !seen.has(path)),
              [...seen].filter((path) => !expected.includes(path)),
            ]);
        }
      }
      expect(surprises).toEqual([]);
      // The list, the case and its history, for each role of finance.
      expect(hiding).toBeGreaterThanOrEqual(12);
    },
    PATIENCE_MS,
  );

  it('of the work list has these fields for each role', async () => {
    const operation = operations.find(({ name }) => name === 'GET /v1/transfer-cases');
    const keys: Partial<Record<Role, readonly string[]>> = {};
    for (const role of ROLES) {
      const everyCase = { ...example(operation!), query: [] };
      const { text } = await ask(everyCase, await tokenOf(role, 'E10000015'));
      const { items } = JSON.parse(text) as { items: object[] };
      keys[role] = [...new Set(items.flatMap((item) => Object.keys(item)))].sort();
    }
    const FINANCE =
      'alertedOn caseRef caseworker council counterpart liability nextDeadline nhsBody otherBody stage version waitingOn'.split(
        ' ',
      );
    const CASE_WORK = [...FINANCE, 'personReference'].sort();
    expect(keys).toEqual({
      'direct-payment-worker': CASE_WORK,
      'council-finance': FINANCE,
      'council-approver': FINANCE,
      'phb-worker': CASE_WORK,
      'nhs-finance': FINANCE,
      'nhs-approver': FINANCE,
      auditor: CASE_WORK,
      administrator: CASE_WORK,
    });
  });
});

/** Another key, so that the second of two requests is not taken for the first sent again. */
function keyOf({ headers }: Draft): Readonly<Record<string, string>> {
  const key = headers['idempotency-key'];
  return key === undefined ? {} : { 'idempotency-key': `${key}-again` };
}

/** The names of all fields with what they stand in; those of a list are those of all of its items. */
function keysIn(value: unknown, within = ''): ReadonlySet<string> {
  if (typeof value !== 'object' || value === null) return new Set();
  const entries = Array.isArray(value) ? value.map((each) => ['', each] as const) : Object.entries(value);
  return new Set(
    entries.flatMap(([name, each]) => {
      const path = [within, name].filter(Boolean).join('.');
      return [...(name === '' ? [] : [path]), ...keysIn(each, path)];
    }),
  );
}
