import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { migrations } from '../../migrations/index.js';
import { createTestDatabase, type TestDatabase } from '../../test/support/postgres.js';
import { settingsFrom, type Settings } from '../platform/config/settings.js';
import { OtherSchema } from '../platform/persistence/schema-state.js';
import { OtherTextOrder } from '../platform/persistence/text-order.js';
import { startWeb } from './start-web.js';
import { startWorker } from './start-worker.js';

describe.each([
  ['web process', startWeb],
  ['worker', startWorker],
])('The start of the %s', (_, start: (settings: Settings) => Promise<unknown>) => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await createTestDatabase();
  });

  afterEach(async () => {
    await database.drop();
  });

  const change = async (statement: string) => {
    const client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };

  const faultOn = async (url: string): Promise<unknown> => {
    const settings = settingsFrom({
      NODE_ENV: 'test',
      DATABASE_URL: url,
      HOST: '127.0.0.1',
      PORT: '0',
      OIDC_ISSUER: 'http://127.0.0.1:1',
      OIDC_AUDIENCE: 'https://handover.example/api',
      LOG_LEVEL: 'silent',
    });
    return start(settings).catch((each: unknown) => each);
  };

  const refusal = async () => {
    const fault = await faultOn(database.url);
    expect(fault).toBeInstanceOf(OtherSchema);
    return (fault as OtherSchema).message;
  };

  it('is refused on a database that was never migrated', async () => {
    await change(
      'DROP SCHEMA event_store, read_model CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public',
    );
    expect(await refusal()).toBe(
      `The database is older than this version (${migrations[0]?.name} has not run): run "migrate" first`,
    );
  });

  it('is refused on a database that lacks the last migration', async () => {
    const last = migrations.at(-1)?.name;
    await change(`DELETE FROM migrations WHERE name = '${last}'`);
    expect(await refusal()).toBe(
      `The database is older than this version (${last} has not run): run "migrate" first`,
    );
  });

  it('is refused on a database of a later version', async () => {
    await change(`INSERT INTO migrations (timestamp, name) VALUES (9, 'CreateLater9')`);
    expect(await refusal()).toBe(
      'The database was migrated by a later version (CreateLater9): run that version, or put the database of this one back',
    );
  });

  it('is refused on a database whose text is in the order of a language', async () => {
    const english = await createTestDatabase(
      `TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'en-GB' LOCALE 'C'`,
    );
    const fault = await faultOn(english.url);
    await english.drop();
    expect(fault).toBeInstanceOf(OtherTextOrder);
  });
});
