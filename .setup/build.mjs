// Compiles src/ and migrations/ into dist/ and puts the files that are not TypeScript (templates, data) beside
// them. The new dist/ is made aside and swapped in whole: a compile that fails leaves the old one in place, and
// nothing that was compiled from a source since deleted (an old migration, say) lives on.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot, root, sha256 } from './root.mjs';

const SOURCES = ['migrations', 'src'];
const SETTINGS = ['package-lock.json', 'tsconfig.build.json', 'tsconfig.json', '.setup/build.mjs'];
const stamp = inRoot('dist/.built-from');

export function buildIfStale() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()) return;
  console.error('Building …');
  build();
}

function build() {
  // Taken before the compile: a file that changes under it makes the next start build again.
  const builtFrom = fingerprint();
  const next = inRoot('.dist-next');
  rmSync(next, { recursive: true, force: true });
  compile(next);
  for (const file of sourceFiles().filter((path) => !path.endsWith('.ts'))) {
    mkdirSync(dirname(join(next, file)), { recursive: true });
    cpSync(inRoot(file), join(next, file));
  }
  writeFileSync(join(next, '.built-from'), builtFrom);
  rmSync(inRoot('dist'), { recursive: true, force: true });
  renameSync(next, inRoot('dist'));
}

function compile(outDir) {
  const tsc = inRoot('node_modules/typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', outDir], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) {
    console.error('The build stopped at the errors above.');
    process.exit(1);
  }
}

/** Changes with the content or the name of anything that the build reads. */
function fingerprint() {
  const inputs = [...SETTINGS, ...sourceFiles()];
  return sha256(inputs.map((path) => `${path} ${sha256(readFileSync(inRoot(path)))}`).join('\n'));
}

function sourceFiles() {
  return SOURCES.filter((folder) => existsSync(inRoot(folder)))
    .flatMap((folder) => readdirSync(inRoot(folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.spec.ts'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length))
    .sort();
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) build();
