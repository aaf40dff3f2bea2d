import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How fast a read model was rebuilt, and what the process that did it held. */
export interface RebuildRate {
  readonly name: string;
  /** Events in the store. */
  readonly events: number;
  /** Events of the store a second. */
  readonly rate: number;
  readonly firstMiB: number;
  readonly peakMiB: number;
}

/** Rebuilds every read model at each size of the store, in a process that does nothing else, so that its memory is theirs. */
export async function rebuildRates(sizes: readonly number[]): Promise<readonly RebuildRate[]> {
  const folder = await mkdtemp(join(tmpdir(), 'handover-bench-rebuild-'));
  const file = join(folder, 'rates.json');
  const script = fileURLToPath(new URL('rebuild.mjs', import.meta.url));
  const child = spawn(
    process.execPath,
    ['--no-warnings', script, '--events', sizes.join(','), '--json', file],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`The rebuilds ended with ${code}`);
  const rates = JSON.parse(await readFile(file, 'utf8')) as readonly RebuildRate[];
  await rm(folder, { recursive: true, force: true });
  return rates;
}
