// npm run mutation -- [folder or file …]: without one, the kernel and the domain of every context, one after another.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const domains = readdirSync(resolve(root, 'src')).map((context) => `src/${context}/domain`);
const all = ['src/kernel', ...domains.filter((folder) => existsSync(resolve(root, folder)))];
const asked = process.argv.slice(2).map((folder) => folder.replace(/\/$/, ''));

const strange = asked.find((folder) => !existsSync(resolve(root, folder)));
if (strange !== undefined) throw new Error(`There is no ${strange}`);

// It runs for minutes: everything else on the machine goes first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
const below = (asked.length > 0 ? asked : all).filter((folder) => {
  console.log(`\n${folder}`);
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', 'test/mutation/stryker.config.mjs'],
    { cwd: root, stdio: 'inherit', env: { ...process.env, MUTATED_PART: folder } },
  );
  return status !== 0;
});
if (below.length > 0) {
  console.error(`Below 90 %, or not finished: ${below.join(', ')}`);
  process.exitCode = 1;
}
