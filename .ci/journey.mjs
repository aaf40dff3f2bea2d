// Plays the product's journey against the built product, started as `npm start` starts it: the example cases run from the
// alert to the paid recharge over HTTP at the first start. Then it kills everything without warning and starts it again,
// deletes the read tables and rebuilds them, and stops it as Ctrl-C does.
import { strict as assert } from 'node:assert';
import { Buffer } from 'node:buffer';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';

const START_MS = 170_000;
const STOP_MS = 10_000;
/** A connection for each request: one that is kept is closed by the server while a rebuild is waited for, and nobody here notices. */
const ANEW = { connection: 'close' };

const folder = await mkdtemp(join(tmpdir(), 'handover-journey-'));
let running;
try {
  running = await start();
  const played = JSON.parse(await readFile(join(folder, 'examples-made.json'), 'utf8'));
  const first = await figures(running, played);
  assertFigures(first);

  await kill(running);
  running = await start();
  assert.deepEqual(await figures(running, played), first, 'something was lost by kill -9');
  console.log('Nothing was lost by kill -9.');

  await dropReadTables();
  execFileSync('npm', ['run', '-s', 'cli', '--', 'projections', 'rebuild'], {
    env: { ...process.env, HANDOVER_DATA: folder },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  assert.deepEqual(await figures(running, played), first, 'a rebuild changed an answer');
  console.log('The read tables were deleted and rebuilt to the same answers.');

  const stoppedIn = await stop(running);
  console.log(`It stopped ${(stoppedIn / 1000).toFixed(1)} s after Ctrl-C.`);
} finally {
  if (running) process.kill(-running.child.pid, 'SIGKILL');
  await pause(500);
  await rm(folder, { recursive: true, force: true });
}

/** Starts the product in a process group of its own and waits until it says where it is. */
async function start() {
  const began = Date.now();
  const child = spawn('npm', ['start'], {
    detached: true,
    env: { ...process.env, HANDOVER_DATA: folder, PORT: '0', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  let said = '';
  child.stdout.on('data', (chunk) => (said += chunk));
  for (;;) {
    const [, address] = /API +(http:\S+)\/v1/.exec(said) ?? [];
    const [, issuer] = /Token issuer +(http:\S+)/.exec(said) ?? [];
    if (address && issuer) {
      console.log(`Started in ${((Date.now() - began) / 1000).toFixed(1)} s.`);
      return { child, ended, address, issuer };
    }
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}:\n${said}`);
    if (Date.now() - began > START_MS) throw new Error(`npm start did not answer in time:\n${said}`);
    await pause(200);
  }
}

async function kill({ child, ended }) {
  process.kill(-child.pid, 'SIGKILL');
  await ended;
  running = undefined;
}

async function stop({ child, ended }) {
  const began = Date.now();
  process.kill(-child.pid, 'SIGINT');
  const late = pause(STOP_MS, 'late', { ref: false });
  assert.notEqual(await Promise.race([ended, late]), 'late', 'Ctrl-C did not stop it within 10 s');
  running = undefined;
  // Nothing of it may live on: the database is a child of its own.
  while (groupIsAlive(child.pid)) {
    assert.ok(Date.now() - began < STOP_MS, 'Ctrl-C left processes behind');
    await pause(50);
  }
  return Date.now() - began;
}

function groupIsAlive(pid) {
  try {
    process.kill(-pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function dropReadTables() {
  const { databaseUrl } = JSON.parse(await readFile(join(folder, 'connection.json'), 'utf8'));
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('DROP SCHEMA read_model CASCADE');
  await client.end();
}

/** What the NHS body's finance officer sees of each case. */
async function figures({ address, issuer }, played) {
  const token = await tokenOf(issuer, 'herts-nhs-finance');
  const get = async (path) => {
    const response = await fetch(`${address}${path}`, {
      headers: { ...ANEW, authorization: `Bearer ${token}` },
    });
    assert.equal(response.status, 200, `GET ${path} was answered ${response.status}`);
    return response.json();
  };
  const found = {};
  for (const [id, { caseRef, rechargeRef }] of Object.entries(played)) {
    const path = `/v1/transfer-cases/${caseRef}`;
    found[id] = {
      liabilities: await get(`${path}/liabilities`),
      redundancies: await get(`${path}/redundancies`),
      leave: await get(`${path}/leave`),
      events: await get(`${path}/events?limit=100`),
      recharge: rechargeRef && (await get(`/v1/recharges/${rechargeRef}`)),
    };
  }
  return found;
}

async function tokenOf(issuer, user) {
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: {
      ...ANEW,
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${Buffer.from(`${user}:example-only`).toString('base64')}`,
    },
    body: 'grant_type=client_credentials',
  });
  return (await response.json()).access_token;
}

/** The sums worked out by hand in the rule book. */
function assertFigures(found) {
  const paid = (id) => [found[id].recharge.status, found[id].recharge.paid.amount];
  assert.deepEqual(paid('BR-01'), ['paid', '5940.00']);
  assert.deepEqual(paid('BR-02'), ['paid', '6539.87']);
  assert.deepEqual(paid('BR-03'), ['paid', '6751.01']);
  assert.deepEqual(paid('BR-04'), ['paid', '7024.32']);
  assert.deepEqual(paid('BR-05'), ['paid', '5912.88']);
  assert.deepEqual(paid('BR-10'), ['paid', '5121.20']);
  const shares = (id) => found[id].redundancies.items[0].split.shares.map(({ share }) => share.amount);
  assert.deepEqual(shares('RD-01'), ['3429.32', '2114.68']);
  assert.deepEqual(shares('RD-02'), ['1154.37', '1045.63']);
  assert.deepEqual(shares('RD-05'), ['3993.63', '2006.37']);
  assert.equal(found['AL-01'].leave.items[0].leave.owed.amount, '362.56');
  console.log('The journeys ended in the sums that were worked out by hand.');
}
