import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { EmbeddedPostgresFailed } from './embedded-postgres-failed.js';
import { EmbeddedPostgres } from './embedded-postgres.js';
import { isAlive } from './process-table.js';

const HOLDER = fileURLToPath(new URL('../../../test/support/hold-postgres.mjs', import.meta.url));

describe('The embedded PostgreSQL', () => {
  let folder: string;
  let running: { stop(): Promise<void> }[];

  const start = async (port = 0) => {
    const postgres = await EmbeddedPostgres.start({ folder, port, durable: false });
    running.push(postgres);
    return postgres;
  };
  const postmasterPid = async () =>
    Number((await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8')).split('\n')[0]);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'handover-embedded-'));
    running = [];
  });

  afterEach(async () => {
    for (const each of running) await each.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('is PostgreSQL 18 in UTF-8, sorted by code point, with its clock in UTC', async () => {
    const postgres = await start();
    const [row] = await ask(
      postgres.databaseUrl(),
      `SELECT current_setting('server_version_num')::int / 10000 AS major, current_setting('TimeZone') AS zone,
       pg_encoding_to_char(encoding) AS encoding, datcollate AS collation, current_setting('listen_addresses') AS listens
       FROM pg_database WHERE datname = current_database()`,
    );
    expect(row).toEqual({ major: 18, zone: 'UTC', encoding: 'UTF8', collation: 'C', listens: '127.0.0.1' });
  });

  it('keeps its data from one run to the next', async () => {
    const first = await start();
    await ask(first.databaseUrl(), 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    const second = await start();
    expect(await ask(second.databaseUrl(), 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  it('takes another port when the wanted one is in use', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await once(squatter, 'listening');
    const { port } = squatter.address() as AddressInfo;
    const postgres = await start(port);
    expect(new URL(postgres.databaseUrl()).port).not.toBe(String(port));
    expect(await ask(postgres.databaseUrl(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    squatter.close();
  });

  it('comes back on the same port when it is killed', async () => {
    const postgres = await start();
    const url = postgres.databaseUrl();
    const before = await postmasterPid();
    process.kill(before, 'SIGKILL');
    await eventually(async () => (await ask(url, 'SELECT 1 AS one')).length === 1 && !isAlive(before));
    expect(postgres.databaseUrl()).toBe(url);
  });

  it('ends when its parent is killed, and starts again in the same folder', async () => {
    const holder = await holdPostgres(folder);
    const left = await postmasterPid();
    await kill(holder);
    await eventually(async () => !isAlive(left));
    expect(await ask((await start()).databaseUrl(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('stops a server that was left behind, and starts at once', async () => {
    const holder = await holdPostgres(folder);
    await kill(holder);
    expect(await ask((await start()).databaseUrl(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('does not take a database away from a process that uses it', async () => {
    await start();
    await expect(EmbeddedPostgres.start({ folder })).rejects.toThrow(`is in use by process ${process.pid}`);
  });

  it('starts when the process id in a stale lock file belongs to another program by now', async () => {
    await (await start()).stop();
    const other = spawn('sleep', ['60']);
    await writeFile(
      join(folder, 'data', 'postmaster.pid'),
      `${other.pid}\n${folder}\n1\n1\n\n127.0.0.1\n\nready\n`,
    );
    expect(await ask((await start()).databaseUrl(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    other.kill();
  });

  it('starts after it was killed while it made its data folder', async () => {
    await mkdir(join(folder, 'data.unfinished'));
    await writeFile(join(folder, 'data.unfinished', 'PG_VERSION'), '18\n');
    expect(await ask((await start()).databaseUrl(), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  it('says in one line that the data is of another version', async () => {
    await (await start()).stop();
    await writeFile(join(folder, 'data', 'PG_VERSION'), '17\n');
    await expectFailure(EmbeddedPostgres.start({ folder }), /holds data of PostgreSQL 17, and this is 18/);
    await writeFile(join(folder, 'data', 'PG_VERSION'), '18\n');
  });

  it('says in one line that the folder cannot be made', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    await expectFailure(EmbeddedPostgres.start({ folder: join(file, 'data') }), /does not start: .*ENOTDIR/);
  });
});

async function expectFailure(starting: Promise<unknown>, words: RegExp): Promise<void> {
  const fault = await starting.catch((caught: unknown) => caught);
  expect(fault).toBeInstanceOf(EmbeddedPostgresFailed);
  expect((fault as Error).message).toMatch(words);
  expect((fault as Error).message).not.toContain('\n');
}

async function ask(url: string, statement: string): Promise<readonly object[]> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return (await client.query(statement)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A process that holds the server and can be killed. */
async function holdPostgres(folder: string): Promise<ChildProcess> {
  const holder = spawn(process.execPath, ['--no-warnings', HOLDER, folder, '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(createInterface({ input: holder.stdout }), 'line');
  return holder;
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

/** Waits until a condition holds; the test's own time-out bounds it. */
async function eventually(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition().catch(() => false))) await new Promise((resolve) => setTimeout(resolve, 20));
}
