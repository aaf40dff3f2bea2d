import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { inRoot } from './root.mjs';

const lock = inRoot('.prepare-lock');
const holder = inRoot('.prepare-lock/pid');
const POLL_MS = 200;
const STARTING_MS = 5_000;
const PATIENCE_MS = 15 * 60_000;

/** Runs `work` while no other process prepares this clone: two `npm ci` at once leave half a node_modules. */
export async function exclusively(work) {
  const unlock = () => rmSync(lock, { recursive: true, force: true });
  for (let waitedMs = 0; !takeLock(); waitedMs += POLL_MS) {
    if (abandoned(waitedMs)) unlock();
    else if (waitedMs > PATIENCE_MS)
      throw new Error(`${lock} has been there for too long; remove it by hand.`);
    else await pause(POLL_MS);
  }
  // On exit rather than in a finally block: a failed step ends the process where it stands.
  process.once('exit', unlock);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));
  work();
}

function takeLock() {
  try {
    mkdirSync(lock);
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
  writeFileSync(holder, String(process.pid));
  return true;
}

/** True when the holder was killed before it could unlock: its process is gone, or it never wrote its id. */
function abandoned(waitedMs) {
  const pid = holderId();
  if (!pid) return waitedMs > STARTING_MS;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}

function holderId() {
  try {
    return Number(readFileSync(holder, 'utf8'));
  } catch {
    return 0;
  }
}
