import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { alertAcknowledged, alertRaised, CASE_REF } from '../../test/support/example-transfer-case.js';
import { useTestDatabase } from '../../test/support/postgres.js';
import { numberedUuid } from '../../test/support/recorded.js';
import { PostgresEventStore } from '../platform/event-store/postgres/postgres-event-store.js';
import { TransferCases, type TransferCaseEvent } from '../transfer-case/index.js';
import { runCommandLine } from './command-line.js';

describe('the commands on a database', () => {
  const database = useTestDatabase();
  const before = process.env['DATABASE_URL'];

  beforeAll(async () => {
    process.env['DATABASE_URL'] = database.url;
    const store = PostgresEventStore.connect({ databaseUrl: database.url, poolSize: 1 });
    await record(store, 1, alertRaised, alertAcknowledged);
    await store.close();
  });
  afterAll(() => {
    if (before === undefined) delete process.env['DATABASE_URL'];
    else process.env['DATABASE_URL'] = before;
  });

  const run = async (...words: readonly string[]) => {
    const [lines, problems]: [string[], string[]] = [[], []];
    const output = {
      line: (text: string) => lines.push(text),
      problem: (text: string) => problems.push(text),
    };
    return { code: await runCommandLine(words, output), lines, problems };
  };
  const query = async (statement: string) => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };

  it('show whose details fall due, and remove nothing', async () => {
    await query(`
      insert into people.person (organisation, person_id, version, birth_date_known, created_at, created_by, changed_at, changed_by)
      select 'E10000015', id, 1, false, at, 'anna', at, 'anna'
      from (values ('PN-0000000001', '2012-02-28T12:00Z'::timestamptz), ('PN-0000000002', now())) as given (id, at);
      insert into people_keys.person_key
        (organisation, person_id, key_id, wrapped, wrapped_hash, wrapped_with, created_at, legal_hold)
      select organisation, person_id, person_id, '\\x00', '\\x00', 'some', changed_at, true from people.person`);
    const due = await run('people', 'retention', 'due', 'E10000015');
    expect(due).toMatchObject({ code: 0, problems: [] });
    expect(due.lines.map((line) => line.replace(/ {2,}/g, '  '))).toEqual([
      'PN-0000000001  2020-02-28  eight-years-after-care  a legal hold stands; the end of the care has to be stated',
    ]);
    expect((await run('people', 'retention', 'due', 'QM7')).lines).toEqual(['Nobody’s details fall due']);
    expect(await run('people', 'keys', 'status', '--json')).toMatchObject({ code: 1 });
  });

  it('show how far the read models have come, and rebuild them', async () => {
    const first = await run('projections', 'status', '--json');
    expect(first.code).toBe(0);
    const { projections } = JSON.parse(first.lines.join('\n'));
    expect(projections).toContainEqual({
      name: 'history',
      position: '0',
      head: '2',
      lagEvents: 2,
      lagSeconds: expect.any(Number),
      parked: [],
    });

    const rebuilt = await run('projections', 'rebuild', 'history', 'agreements');
    expect(rebuilt).toMatchObject({ code: 0, lines: ['Rebuilt: history, agreements'] });
    expect(rebuilt.problems).toContain('history: 2 of 2 events folded');

    const after = await run('projections', 'status');
    expect(after.lines).toContainEqual(expect.stringMatching(/^history +at 2 +up to date$/));
  });

  it('replay a case event by event, in plain lines', async () => {
    await run('projections', 'rebuild', 'history');
    const { code, lines, problems } = await run('case', 'replay', CASE_REF);
    expect([code, problems]).toEqual([0, []]);
    expect(lines[0]).toMatch(/^Step 1 of 2, \d{4}-\d{2}-\d{2}T/);
    expect(lines).toContain('  Case, stage was alerted and is acknowledged');

    const second = await run('case', 'replay', CASE_REF, '--step', '2', '--json');
    const { steps, replayed } = JSON.parse(second.lines.join('\n'));
    expect([steps, replayed.length, replayed[0].views.case.stage]).toEqual([2, 1, 'acknowledged']);
    expect((await run('case', 'replay', CASE_REF, '--step', '3')).code).toBe(1);
    expect((await run('case', 'replay', 'TC-0000000000')).code).toBe(1);
  });

  it('say which figures a rebuild would change, and change nothing', async () => {
    await run('projections', 'rebuild', 'case-summary');
    const none = await run('projections', 'rebuild', 'case-summary', '--dry-run');
    expect(none).toMatchObject({ code: 0, lines: ['case-summary: nothing would change'] });
    await query(`UPDATE read_model.case_summary SET stage = 'alerted', person_reference = 'P-1'`);
    expect(await run('projections', 'rebuild', 'case-summary', '--dry-run')).toMatchObject({
      code: 1,
      lines: [
        'case-summary: 0 rows would come, 0 would go',
        '  case_summary.person_reference: 1 rows would change',
        '  case_summary.stage: 1 rows would change',
        `  ${CASE_REF}: case_summary ${CASE_REF}, stage: alerted would become acknowledged`,
      ],
    });
    const json = await run('projections', 'rebuild', 'case-summary', '--dry-run', '--json');
    expect(JSON.parse(json.lines.join('\n'))).toMatchObject({
      differences: [{ projection: 'case-summary', rowsAdded: 0, rowsRemoved: 0 }],
    });
    await run('projections', 'rebuild', 'case-summary');
    expect(await run('projections', 'rebuild', 'case-summary', '--dry-run')).toMatchObject({ code: 0 });
  });

  it('list effects that were given up, and let them be tried again', async () => {
    const id = '00000000-0000-8000-8000-000000000001';
    expect(await run('outbox', 'list')).toMatchObject({ code: 0, lines: ['Everything has been delivered'] });
    await query(
      `INSERT INTO outbox (id, reactor, event_id, effect, payload, status, attempts, last_fault)
       VALUES ('${id}', 'for-a-test', '${id}', 'letter', '{}', 'dead', 40, 'No answer')`,
    );
    const listed = await run('outbox', 'list');
    expect(listed.code).toBe(1);
    expect(listed.lines).toEqual([`${id}  letter  no longer tried  40 tries  No answer`]);
    expect(await run('outbox', 'replay', '1')).toMatchObject({ code: 2, lines: [] });
    expect(await run('outbox', 'replay', id)).toMatchObject({ code: 0, lines: ['1 will be tried again'] });
    expect(await run('outbox', 'replay', id, '--json')).toMatchObject({
      code: 1,
      lines: [JSON.stringify({ replayed: [], notDead: [id] })],
    });
    expect((await run('outbox', 'list')).code).toBe(0);
  });

  it('list the streams that a reactor holds back, and have them tried again', async () => {
    const none = { code: 0, lines: ['Nothing is held back'], problems: [] };
    expect(await run('reactors', 'list')).toEqual(none);
    expect(await run('reactors', 'retry')).toEqual(none);
    await query(
      `INSERT INTO reactor_parked (reactor, stream, reason, since_position)
       VALUES ('for-a-test', '${CASE_REF}', 'no upcaster', '2')`,
    );
    expect(await run('reactors', 'list')).toEqual({
      code: 1,
      lines: [`for-a-test holds back ${CASE_REF} from position 2 on: no upcaster`],
      problems: [],
    });
    const listed = await run('reactors', 'list', '--json');
    expect(JSON.parse(listed.lines.join('\n'))).toEqual({
      heldBack: [{ reactor: 'for-a-test', stream: CASE_REF, reason: 'no upcaster', sincePosition: '2' }],
    });

    expect(await run('reactors', 'retry')).toMatchObject({
      code: 0,
      lines: ['The worker will try 1 stream again'],
    });
    expect(await run('reactors', 'retry', '--json')).toMatchObject({ code: 0, lines: ['{"asked":1}'] });
    // It stays held back until the worker has read it.
    expect((await run('reactors', 'list')).code).toBe(1);
    await query('DELETE FROM reactor_parked');
  });

  it('refuse a database that a later version has migrated', async () => {
    await query(
      `INSERT INTO migrations (timestamp, name) VALUES (9000000000000, 'CreateLater9000000000000')`,
    );
    expect(await run('projections', 'status')).toEqual({
      code: 2,
      lines: [],
      problems: [
        'The database was migrated by a later version (CreateLater9000000000000): run that version, or put the database of this one back',
      ],
    });
    await query(`DELETE FROM migrations WHERE name = 'CreateLater9000000000000'`);
  });

  it('tell a case from its events, and its history from the read model', async () => {
    await run('projections', 'rebuild', 'history');
    const shown = await run('case', 'show', CASE_REF);
    expect(shown.code).toBe(0);
    expect(shown.lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Case +TC-7F3K92QD1M, acknowledged, version 2$/),
        expect.stringMatching(/^Council +Hertfordshire County Council \(E10000015\)$/),
        expect.stringMatching(/^Alerted +15 January 2024$/),
      ]),
    );
    const json = await run('case', 'show', CASE_REF, '--json');
    expect(JSON.parse(json.lines.join('\n'))).toMatchObject({ revision: 2, case: { caseRef: CASE_REF } });

    const history = await run('case', 'history', CASE_REF);
    expect(history.code).toBe(0);
    expect(history.lines).toHaveLength(2);
    expect(history.lines[1]).toMatch(
      /E10000015 {2}direct-payment-worker {2}The NHS body acknowledged the alert/,
    );
  });

  it('end with 1 where there is no such case', async () => {
    expect(await run('case', 'show', 'TC-0000000000')).toMatchObject({ code: 1, lines: [] });
    expect(await run('case', 'history', 'TC-0000000000')).toMatchObject({ code: 1, lines: [] });
  });

  it('end with 2 for a projection that there is not, before anything is rebuilt', async () =>
    expect(await run('projections', 'rebuild', 'history', 'hearsay')).toEqual({
      code: 2,
      lines: [],
      problems: [expect.stringMatching(/^There is no projection hearsay; there are: agreements, /)],
    }));

  it('name what is held back, and let it go when it can be projected', async () => {
    await run('projections', 'rebuild', 'history');
    await query(
      `INSERT INTO projection_parked (projection, subject, reason, since_position) VALUES ('history', '${CASE_REF}', 'for a test', '1')`,
    );
    const status = await run('projections', 'status');
    expect(status.code).toBe(1);
    expect(status.lines.at(-1)).toBe(`history holds back ${CASE_REF}: for a test`);
    expect(await run('projections', 'retry')).toMatchObject({ code: 0, lines: ['Nothing is held back'] });
    expect((await run('projections', 'status')).code).toBe(0);
  });

  it('know which migrations are pending, and run them', async () => {
    expect(await run('migrate', '--check')).toMatchObject({ code: 0, lines: ['The tables are up to date'] });
    await query(
      `DROP TABLE read_model.history; DELETE FROM migrations WHERE name = 'CreateHistory1790000202000'`,
    );
    const pending = await run('migrate', '--check');
    expect(pending).toMatchObject({ code: 1, lines: ['Pending: CreateHistory1790000202000'] });
    expect(await run('migrate')).toMatchObject({ code: 0, lines: ['Ran CreateHistory1790000202000'] });
    expect(await run('migrate', '--check', '--json')).toMatchObject({ code: 0, lines: ['{"pending":[]}'] });
  });

  it('end with 2 and one line when the database cannot be reached', async () => {
    process.env['DATABASE_URL'] = 'postgres://handover:hunter2@127.0.0.1:1/handover';
    const { code, problems } = await run('projections', 'status');
    process.env['DATABASE_URL'] = database.url;
    expect(code).toBe(2);
    expect(problems).toEqual([expect.stringMatching(/^The database of DATABASE_URL cannot be reached: /)]);
    expect(problems.join()).not.toContain('hunter2');
  });

  it('check the log of who saw whose details, and name the first entry that is not right', async () => {
    expect(await run('access-log', 'verify')).toMatchObject({
      code: 0,
      lines: ['The logs of 0 organisations are as they were recorded'],
    });
    await query(
      `INSERT INTO access_log.entry VALUES ('QM7', 1, now(), 'somebody', 'phb-worker', 'read', '{}', '{}', 'case-work',
         '6b1f0d2e-8c4a-4f67-9b53-2d7e1a0c5f48', '\\x00')`,
    );
    expect(await run('access-log', 'verify')).toMatchObject({
      code: 1,
      lines: ['QM7: entry 1 is missing or is not what was recorded'],
    });
    expect(JSON.parse((await run('access-log', 'verify', '--json')).lines.join('\n'))).toEqual({
      logs: [{ organisation: 'QM7', firstFault: 1 }],
    });
  });

  it('check the stored events, and name the first that is not right', async () => {
    expect(await run('events', 'verify')).toMatchObject({
      code: 0,
      lines: ['2 events in 1 streams are as they were stored'],
    });
    await query(`ALTER TABLE event_store.events DISABLE TRIGGER ALL`);
    await query(`UPDATE event_store.events SET data = '\\x7b7d' WHERE position = 2`);
    const found = await run('events', 'verify');
    expect(found.code).toBe(1);
    expect(found.lines[0]).toMatch(
      new RegExp(
        `^transfer-case-${CASE_REF}, revision 2, position 2: its hash is not that of what is stored`,
      ),
    );
    expect(JSON.parse((await run('events', 'verify', '--json')).lines.join('\n'))).toMatchObject({
      events: 2,
      faultsTotal: 1,
    });
  });
});

async function record(
  store: PostgresEventStore,
  command: number,
  ...events: TransferCaseEvent[]
): Promise<void> {
  const commandId = numberedUuid(command);
  const actor = {
    id: 'herts-direct-payment-worker',
    organisation: 'E10000015',
    role: 'direct-payment-worker',
  };
  const context = { actor, commandId, correlationId: commandId, causationId: commandId };
  await new TransferCases(store).streams.transact(CASE_REF, () => events, context);
}
