// Gets a clone ready to run, with nothing but Node: installs the packages when they are missing or come from
// another lock file and, asked to `build`, compiles when dist/ does not match the sources. Everything it says
// goes to stderr, so that a command's own output stays clean.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { buildIfStale } from './build.mjs';
import { exclusively } from './exclusively.mjs';
import { inRoot, root, sha256 } from './root.mjs';

const NEEDED = [20, 19];

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return;
  console.error(`Handover needs Node ${NEEDED.join('.')} or later; this is Node ${process.versions.node}.`);
  process.exit(1);
}

function install() {
  const stamp = inRoot('node_modules/.handover-lock');
  const wanted = sha256(readFileSync(inRoot('package-lock.json')));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (!installedByHand()) {
    console.error('Installing packages (about a minute the first time) …');
    npm('ci', '--include=dev', '--loglevel=error', '--no-progress');
  }
  writeFileSync(stamp, wanted);
}

/** True when somebody's own `npm ci` or `npm install` already laid out exactly what the lock file names. */
function installedByHand() {
  const record = inRoot('node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const installed = packagesOf(record);
  const locked = packagesOf(inRoot('package-lock.json'));
  delete locked['']; // the project itself
  const laidOut = ([path, { integrity, optional, devOptional }]) =>
    installed[path] ? installed[path].integrity === integrity : Boolean(optional || devOptional);
  return Object.entries(locked).every(laidOut) && Object.keys(installed).every((path) => path in locked);
}

function npm(...args) {
  // npm says where it lives when it is npm that runs this; a bare `node .setup/prepare.mjs` looks on the PATH.
  const cli = process.env.npm_execpath;
  const viaNode = cli?.endsWith('.js');
  const [command, first] = viaNode ? [process.execPath, [cli]] : ['npm', []];
  const { status } = spawnSync(command, [...first, ...args], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: !viaNode && process.platform === 'win32',
  });
  if (status !== 0) {
    console.error(`npm ${args[0]} did not finish; its own message is above.`);
    process.exit(1);
  }
}

/** The pre-commit hook is a help, not a condition: no failure here may stop an install. */
function installHooks() {
  const git = (...args) =>
    execFileSync('git', args, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim();
  try {
    if (process.env.CI || !existsSync(inRoot('.git'))) return;
    if (existsSync(inRoot(git('rev-parse', '--git-path', 'hooks/pre-commit')))) return;
    if (git('config', '--default', 'true', '--get', 'handover.hooks') === 'false') return;
    spawnSync(process.execPath, [inRoot('node_modules/simple-git-hooks/cli.js')], {
      cwd: root,
      stdio: 'ignore',
    });
  } catch {
    // No git on this machine, or a folder that git does not want to touch.
  }
}

checkNode();
await exclusively(() => {
  install();
  if (process.argv[2] === 'build') buildIfStale();
});
installHooks();
