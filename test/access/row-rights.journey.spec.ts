import { beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource, type EntityManager } from 'typeorm';
import { FillSeenBy1790001313000 } from '../../migrations/1790001313000-seen-by.js';
import { organisationDirectory } from '../../src/agreement/index.js';
import { exampleCases } from '../../src/dev/examples/example-cases.js';
import { playExample, playExampleAgreement } from '../../src/dev/examples/make-examples.js';
import { readAs } from '../../src/platform/persistence/read-as.js';
import { sideOf, TransferCases } from '../../src/transfer-case/commands/transfer-cases.js';
import { playStaff } from '../support/play-staff.js';
import { useProduct } from '../support/product.js';

const product = useProduct();

/** Tables that every login of the web process sees whole, each with the reason why that shows nobody another’s rows. */
const SHOWN_WHOLE: Readonly<Record<string, string>> = {
  alert_draft: 'Found by a random id together with who began it',
  'access_log.entry': 'Asked for one organisation at a time, and written as a role of its own',
  'event_store.events':
    'A case is read and judged from its own stream; who may see it follows from its events',
  idempotency_key: 'Its key begins with the organisation and the person whose answer it keeps',
  migrations: 'Names of migrations',
  outbox: 'Counted for metrics; payloads are references',
  'people.details': 'Its key begins with the organisation; every field is sealed',
  'people.erasure_request': 'Its key begins with the organisation; a person stands there by id',
  'people.nhs_number': 'Its key begins with the organisation; numbers are keyed hashes',
  'people.person': 'Its key begins with the organisation; a person stands there by id',
  'people.retention_due': 'Its key begins with the organisation; a person stands there by id',
  'people.retention_policy': 'Its key is the organisation; it says how long details are kept',
  'people.search_term': 'Its key begins with the organisation; terms are keyed hashes',
  people_keys_migrations: 'Names of migrations',
  'people_keys.index_key': 'Its key begins with the organisation; keys are wrapped',
  'people_keys.person_key': 'Its key begins with the organisation; keys are wrapped',
  projection_checkpoint: 'How far each read model has come',
  projection_parked: 'References of cases whose rows are held back, for metrics',
  projection_rebuild: 'How far a rebuild has come',
  projection_subject_stream: 'Which streams tell of a case; asked once the case was shown',
  reactor_checkpoint: 'How far each reactor has come',
  reactor_outcome: 'What came of each event, by its id',
  reactor_parked: 'Streams that are held back, by their names',
  session: 'Found by the hash of a token',
  sign_in_attempt: 'Found by the hash of a token',
  staff_directory: 'Names of colleagues, asked for by the subjects that a shown case names',
};

/** The tables that neither have their rows divided by the database nor stand above. */
async function neitherDividedNorExplained(manager: EntityManager): Promise<readonly string[]> {
  const tables = await manager.query<{ name: string; divided: boolean }[]>(`
    SELECT c.oid::regclass::text AS name,
      relrowsecurity AND relforcerowsecurity AND EXISTS (
        SELECT FROM pg_policies AS p
        WHERE format('%I.%I', p.schemaname, p.tablename)::regclass = c.oid
          AND roles = '{handover_web}' AND cmd = 'SELECT' AND qual ~ 'handover.bodies'
      ) AND NOT EXISTS (
        SELECT FROM pg_policies AS p
        WHERE format('%I.%I', p.schemaname, p.tablename)::regclass = c.oid
          AND permissive = 'PERMISSIVE' AND roles && '{handover_web,public}' AND qual !~ 'handover.bodies'
      ) AS divided
    FROM pg_class AS c
    WHERE relkind IN ('r', 'p', 'v', 'm') AND relnamespace::regnamespace::text !~ '^pg_|^information_schema$'
    ORDER BY 1`);
  expect(tables.length).toBeGreaterThan(30);
  return tables.filter(({ name, divided }) => !divided && !(name in SHOWN_WHOLE)).map(({ name }) => name);
}

describe('The tables of the database', () => {
  it('show the web process the rows of the bodies that ask, or have a written reason why not', async () => {
    expect(await neitherDividedNorExplained(product.current.operator.database.manager)).toEqual([]);
  });

  it.each([
    'CREATE TABLE read_model.seeded (subject text)',
    'ALTER TABLE read_model.recharge NO FORCE ROW LEVEL SECURITY',
    'ALTER TABLE read_model.recharge DISABLE ROW LEVEL SECURITY',
    'DROP POLICY seen_by_own_bodies ON read_model.recharge',
    'CREATE POLICY everything ON read_model.recharge USING (true)',
    'CREATE POLICY everything ON read_model.recharge FOR SELECT TO handover_web USING (length(subject) > 0)',
    'CREATE VIEW read_model.seeded AS SELECT * FROM read_model.recharge',
  ])('would be reported after: %s', async (statement) => {
    const { database } = product.current.operator;
    const undo = new Error('Undone');
    const seeded = database.transaction(async (manager) => {
      await manager.query(statement);
      const found = await neitherDividedNorExplained(manager);
      expect(found).toEqual([statement.includes('seeded') ? 'read_model.seeded' : 'read_model.recharge']);
      throw undo;
    });
    await expect(seeded).rejects.toBe(undo);
  });

  it('are written by the web process only where it keeps something itself', async () => {
    const rows = await product.current.app.get(DataSource).query<{ name: string }[]>(`
      SELECT c.oid::regclass::text AS name FROM pg_class AS c
      WHERE relkind = 'r' AND relnamespace::regnamespace::text !~ '^pg_|^information_schema$'
        AND has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE') ORDER BY 1`);
    expect(rows.map(({ name }) => name)).toEqual([
      'access_log.entry',
      'alert_draft',
      'idempotency_key',
      'people.details',
      'people.erasure_request',
      'people.nhs_number',
      'people.person',
      'people.retention_due',
      'people.retention_policy',
      'people.search_term',
      'people_keys.index_key',
      'people_keys.person_key',
      'reactor_checkpoint',
      'session',
      'sign_in_attempt',
      'staff_directory',
    ]);
  });
});

/** The tables whose rows are shown to every body of the case. */
const OF_A_CASE = [
  'accrued_leave',
  'bridging_recharge',
  'bridging_recharge_line',
  'case_summary',
  'employment',
  'exposed_employment',
  'funding_period',
  'history',
  'redundancy_cost',
  'redundancy_share',
];
/** Those that have narrower rules, each with the bodies that its own code looks at. */
const OF_TWO_BODIES = {
  agreement: 'ARRAY[council, nhs_body]',
  agreement_version:
    '(SELECT ARRAY[council, nhs_body] FROM read_model.agreement AS a WHERE a.agreement_id = t.agreement_id)',
  recharge: 'ARRAY[creditor, debtor, payable_by]',
  recharge_line:
    '(SELECT ARRAY[creditor, debtor, payable_by] FROM read_model.recharge AS r WHERE r.recharge_ref = t.recharge_ref)',
  document_account: 'ARRAY[creditor, payable_by]',
};

/** Those that told from their first day who may see a row. */
const OF_ONE_BODY = { staff_account: 'ARRAY[organisation]', staff_right: 'ARRAY[organisation]' };
const WITH_BODIES = { ...OF_TWO_BODIES, ...OF_ONE_BODY };

/** How many rows of a subject a table shows. */
interface Counted {
  readonly name: string;
  readonly subject: string;
  readonly rows: number;
}

/** A row that names its bodies. */
interface Named {
  readonly name: string;
  readonly subject: string;
  readonly bodies: readonly (string | null)[];
}

const OLDER_TABLES = [...OF_A_CASE, ...Object.keys(OF_TWO_BODIES)];
const TABLES = [...OF_A_CASE, ...Object.keys(WITH_BODIES)];
const COUNTED = TABLES.map(
  (table) =>
    `SELECT '${table}' AS name, subject, count(*)::integer AS rows FROM read_model.${table} GROUP BY subject`,
).join(' UNION ALL ');
const NAMED = Object.entries(WITH_BODIES)
  .map(
    ([table, bodies]) =>
      `SELECT '${table}' AS name, subject, ${bodies} AS bodies FROM read_model.${table} AS t`,
  )
  .join(' UNION ALL ');

const inOrder = (counted: readonly Counted[]) =>
  counted.map(({ name, subject, rows }) => `${name} ${subject}: ${rows}`).sort();

describe('Code and database', () => {
  const codes = organisationDirectory.all().map(({ code }) => code);
  let sides: ReadonlyMap<string, ReadonlySet<string>>;

  beforeAll(async () => {
    const { api, app, issuer } = product.current;
    await playExampleAgreement(api);
    const refs: string[] = [];
    for (const example of exampleCases) refs.push((await playExample(api, example)).caseRef);
    await playStaff(api, issuer.issuer);
    await api.get('herts-auditor', '/v1/transfer-cases');
    const cases = app.get(TransferCases, { strict: false });
    const found = new Map(codes.map((code) => [code, new Set<string>()]));
    for (const caseRef of refs) {
      const { state } = await cases.streams.load(caseRef);
      if (state.stage === 'none') throw new Error(`${caseRef} was not played`);
      for (const organisation of codes) {
        const actor = { id: 'a', organisation, role: 'auditor' };
        if (sideOf(state, actor) !== undefined) found.get(organisation)?.add(caseRef);
      }
    }
    sides = found;
  }, 180_000);

  /** What the rules of the code give an organisation to see, by the rows of everybody. */
  const ruledFor = (organisation: string, everything: readonly Counted[], named: readonly Named[]) => {
    const bodies = organisationDirectory.withPredecessors(organisation);
    const ofCases = everything.filter(
      ({ name, subject }) => OF_A_CASE.includes(name) && sides.get(organisation)?.has(subject),
    );
    const counts = new Map<string, Counted>();
    for (const { name, subject, bodies: own } of named) {
      if (!own.some((body) => body !== null && bodies.includes(body))) continue;
      const key = `${name} ${subject}`;
      counts.set(key, { name, subject, rows: (counts.get(key)?.rows ?? 0) + 1 });
    }
    return inOrder([...ofCases, ...counts.values()]);
  };
  const compare = async () => {
    const { database } = product.current.operator;
    const everything = await database.query<Counted[]>(COUNTED);
    const named = await database.query<Named[]>(NAMED);
    let seen = 0;
    for (const organisation of codes) {
      const bodies = organisationDirectory.withPredecessors(organisation);
      const shown = await readAs(product.current.app.get(DataSource), bodies, (rows) =>
        rows.query<Counted[]>(COUNTED),
      );
      expect([organisation, inOrder(shown)]).toEqual([
        organisation,
        ruledFor(organisation, everything, named),
      ]);
      seen += shown.length;
    }
    return seen;
  };

  it('show every organisation the same rows of every example case, and the same again after a rebuild', async () => {
    const seen = await compare();
    expect(seen).toBeGreaterThan(200);
    const { database, projections } = product.current.operator;
    for (const { projection } of projections.runners) await projections.rebuild(projection.name);
    expect(await neitherDividedNorExplained(database.manager)).toEqual([]);
    expect(await compare()).toBe(seen);
  }, 180_000);

  it('show the same of rows that were there before they said who may see them', async () => {
    const seen = await compare();
    const runner = product.current.operator.database.createQueryRunner();
    for (const table of OLDER_TABLES) await runner.query(`UPDATE read_model.${table} SET seen_by = '{}'`);
    await new FillSeenBy1790001313000().up(runner);
    await runner.release();
    expect(await compare()).toBe(seen);
  }, 60_000);

  it('know every table of the read models', async () => {
    const tables = await product.current.operator.database.query<{ name: string }[]>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'read_model' ORDER BY 1`,
    );
    expect(tables.map(({ name }) => name)).toEqual([...TABLES].sort());
  });
});
