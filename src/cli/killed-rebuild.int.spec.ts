import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { loadSyntheticCases } from '../../test/bench/load-synthetic-cases.js';
import { createTestDatabase, type TestDatabase } from '../../test/support/postgres.js';

const COMMAND_LINE = fileURLToPath(new URL('../../test/support/command-line.mjs', import.meta.url));
const PROJECTION = 'case-summary';
const EVENTS = 6_000;
const SPEC_MS = 240_000;

describe('A rebuild whose process is ended without warning', () => {
  let database: TestDatabase;
  let client: pg.Client;

  beforeAll(async () => {
    database = await createTestDatabase();
    await loadSyntheticCases(database.url, EVENTS, 500);
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
  }, SPEC_MS);
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const start = (): ChildProcess =>
    spawn(process.execPath, ['--no-warnings', COMMAND_LINE, 'projections', 'rebuild', PROJECTION], {
      env: { PATH: process.env['PATH'] ?? '', DATABASE_URL: database.url },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  const toTheEnd = async (): Promise<unknown> => (await once(start(), 'exit'))[0];
  const begun = async () => {
    const { rows } = await client.query<{ events_done: string }>(
      'SELECT events_done FROM projection_rebuild',
    );
    return rows.map(({ events_done }) => Number(events_done));
  };
  const rows = async () => {
    const { rows: found } = await client.query<{ row: string }>(
      'SELECT t::text AS row FROM read_model.case_summary t ORDER BY 1',
    );
    return found.map(({ row }) => row);
  };

  it(
    'leaves the old rows as they were, and goes on where it was',
    async () => {
      expect(await toTheEnd()).toBe(0);
      const before = await rows();
      expect(before.length).toBeGreaterThan(100);

      const killed = start();
      for (let done = 0; done === 0; await pause(2)) done = (await begun())[0] ?? 0;
      killed.kill('SIGKILL');
      await once(killed, 'exit');
      const [foldedBefore = 0] = await begun();
      expect(foldedBefore).toBeGreaterThan(0);
      expect(foldedBefore).toBeLessThan(EVENTS);
      expect(await rows()).toEqual(before);

      expect(await toTheEnd()).toBe(0);
      expect(await rows()).toEqual(before);
      expect(await begun()).toEqual([]);
    },
    SPEC_MS,
  );
});
