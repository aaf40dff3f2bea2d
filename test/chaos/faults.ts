import { setTimeout as pause } from 'node:timers/promises';
import type { Harness } from './harness.js';
import type { Seeded } from './seeded.js';
import { CUTS } from './tcp-proxy.js';

/** What is done to the product in one cycle, while the clients are at work. */
export const FAULTS = [
  'server',
  'worker',
  'database',
  'session',
  'both',
  'cuts',
  'lost-lock',
  'restart',
] as const;
export type Fault = (typeof FAULTS)[number];

/** Connections that one cycle of cuts breaks. */
export const CUTS_PER_CYCLE = 20;

const FIRST_MS = 100;
const LAST_MS = 1_500;
/** Clients go on for so long with what was put up again. */
const AFTERWARDS_MS = 500;

/** Lets the clients work for a random time, strikes, and puts up again what an operator's platform would. */
export async function strike(fault: Fault, harness: Harness, random: Seeded): Promise<void> {
  await pause(random.between(FIRST_MS, LAST_MS));
  const server = random.pick(harness.servers);
  const worker = random.pick(harness.workers);
  switch (fault) {
    case 'server':
      await server.kill();
      await server.start();
      break;
    case 'worker':
      await worker.kill();
      await worker.start();
      break;
    case 'database':
      await harness.killDatabase();
      break;
    case 'session':
      await endSessions(harness, 'ORDER BY random() LIMIT 1');
      break;
    case 'both':
      await Promise.all([server.kill(), worker.kill(), harness.killDatabase()]);
      await Promise.all([server.start(), worker.start()]);
      break;
    case 'cuts': {
      const half = CUTS_PER_CYCLE / 2;
      harness.webProxy.plan(...Array.from({ length: half }, () => random.pick(CUTS)));
      harness.databaseProxy.plan(...Array.from({ length: half }, () => random.pick(CUTS)));
      break;
    }
    case 'lost-lock':
      // Whoever holds a checkpoint's row loses its session and with it the lock; another runner may take over.
      await endSessions(harness, '');
      break;
    case 'restart':
      await Promise.all([server.stop(), worker.stop()]);
      await Promise.all([server.start(), worker.start()]);
      break;
  }
  await pause(random.between(FIRST_MS, AFTERWARDS_MS));
}

/** Ends sessions of the product that are at work, without asking. */
async function endSessions(harness: Harness, limit: '' | 'ORDER BY random() LIMIT 1'): Promise<void> {
  await harness.withDatabase((client) =>
    client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() AND datname = current_database() ${limit}`,
    ),
  );
}
