import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { allProjections } from '../../src/app/composition.js';
import { EmbeddedPostgres } from '../../src/platform/embedded-postgres/embedded-postgres.js';
import { migrate } from '../../src/platform/persistence/migrate.js';
import { FLAGS } from '../support/product-process.js';
import { loadSyntheticCases } from './load-synthetic-cases.js';

/** How fast a read model was rebuilt, and what the process that did it held. */
export interface RebuildRate {
  readonly name: string;
  /** Events in the store. */
  readonly events: number;
  /** Events of the store a second, whether the read model shows something of them or not. */
  readonly rate: number;
  readonly firstMiB: number;
  readonly peakMiB: number;
}

interface Rebuild {
  readonly seconds: number;
  readonly firstMiB: number;
  readonly peakMiB: number;
}

export const ALL_READ_MODELS: readonly string[] = allProjections.map(({ name }) => name);

const script = fileURLToPath(new URL('rebuild-built.mjs', import.meta.url));
const run = promisify(execFile);

/** Rebuilds read models on a store of so many events, one after the other, each in a process of its own. dist/ has to be built. */
export async function rebuildRates(
  events: number,
  names: readonly string[],
  tell: (rate: RebuildRate) => void,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'handover-rebuild-'));
  const postgres = await EmbeddedPostgres.start({ folder, port: 0, durable: true });
  try {
    const databaseUrl = postgres.databaseUrl();
    await migrate(databaseUrl);
    await loadSyntheticCases(databaseUrl, events);
    for (const name of names) {
      const { stdout } = await run(process.execPath, [...FLAGS.worker, script, databaseUrl, name]);
      const { seconds, firstMiB, peakMiB } = JSON.parse(stdout) as Rebuild;
      tell({ name, events, rate: Math.round(events / seconds), firstMiB, peakMiB });
    }
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
