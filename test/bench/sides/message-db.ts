import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type pg from 'pg';
import { SAMPLE_TYPE, sampleText, type Sample } from '../sample.js';
import { openPool } from './open-pool.js';
import { pageOf, type Side } from './side.js';

// In the order of its own install.sh, without the extension: what it takes from it PostgreSQL has had since version 13.
const SCRIPTS = [
  'schema/message-store',
  'tables/messages',
  'types/message',
  ...['message-store-version', 'hash-64', 'acquire-lock', 'category', 'is-category', 'id', 'cardinal-id'].map(
    (name) => `functions/${name}`,
  ),
  ...['stream-version', 'write-message', 'get-stream-messages', 'get-category-messages'].map(
    (name) => `functions/${name}`,
  ),
  'indexes/messages-id',
  'indexes/messages-stream',
  'indexes/messages-category',
];

/** It sorts a stream into a category by what stands before the first hyphen. */
const CATEGORY = 'bench';
const WRITE = 'SELECT write_message($1, $2, $3, $4, $5, $6)';

interface Message {
  readonly stream_name: string;
  readonly position: string;
  readonly global_position: string;
  readonly data: string;
}

/** message-db: functions in PostgreSQL, called as its clients call them. */
export async function messageDb(databaseUrl: string): Promise<Side> {
  const pool = openPool(databaseUrl, { options: '-c search_path=message_store,public' });
  await install(pool);
  const write = (client: pg.Pool | pg.PoolClient, stream: string, version: number) =>
    client.query({
      name: 'write',
      text: WRITE,
      // The version of a stream without messages is -1.
      values: [randomUUID(), stream, SAMPLE_TYPE, sampleText, sampleText, version - 1],
    });
  return {
    name: 'message-db',

    async append(stream, revision, events) {
      try {
        if (events === 1) await write(pool, stream, revision);
        else
          await inTransaction(pool, async (client) => {
            for (let n = 0; n < events; n += 1) await write(client, stream, revision + n);
          });
        return { stored: true, revision: revision + events };
      } catch (fault) {
        if (!/Wrong expected version/.test(String(fault))) throw fault;
        const { rows } = await pool.query<{ version: string | null }>({
          name: 'version',
          text: 'SELECT stream_version($1) AS version',
          values: [stream],
        });
        return { stored: false, revision: Number(rows[0]?.version ?? -1) + 1 };
      }
    },

    async readStream(stream) {
      const { rows } = await pool.query<Message>({
        name: 'read-stream',
        text: 'SELECT * FROM get_stream_messages($1, 0, -1)',
        values: [stream],
      });
      // Its clients parse what comes as text.
      return rows.map(({ data }) => JSON.parse(data) as Sample).length;
    },

    async readAll(after, limit) {
      const { rows } = await pool.query<Message>({
        name: 'read-category',
        text: 'SELECT * FROM get_category_messages($1, $2, $3)',
        values: [CATEGORY, after + 1n, limit],
      });
      return pageOf(rows, after, ({ global_position, stream_name, position, data }) => ({
        place: BigInt(global_position),
        stream: stream_name,
        revision: Number(position) + 1,
        amountPence: (JSON.parse(data) as Sample).amountPence,
      }));
    },

    close: () => pool.end(),
  };
}

async function install(pool: pg.Pool): Promise<void> {
  const require = createRequire(import.meta.url);
  const folder = join(dirname(require.resolve('@eventide/message-db/package.json')), 'database');
  for (const script of SCRIPTS) await pool.query(await readFile(join(folder, `${script}.sql`), 'utf8'));
}

async function inTransaction(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await work(client);
    await client.query('COMMIT');
  } catch (fault) {
    await client.query('ROLLBACK');
    throw fault;
  } finally {
    client.release();
  }
}
