// Runs the contract of the event store on the KurrentDB that KURRENTDB_URL names, which nobody else may write to meanwhile.
import { spawnSync } from 'node:child_process';
import { register } from 'node:module';

register('../support/typescript-loader.mjs', import.meta.url);

const url = process.env.KURRENTDB_URL?.trim() ?? '';
const fault = url === '' ? 'is not set: it names the server to run the contract on' : await faultOf(url);
if (fault !== undefined) {
  console.error(`KURRENTDB_URL ${fault}`);
  process.exit(1);
}
const { status } = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--no-warnings',
    'node_modules/jest/bin/jest.js',
    '--verbose',
    '--testPathPatterns=event-store-kurrentdb.contract',
    '--testNamePattern=on the server of KURRENTDB_URL',
  ],
  { stdio: 'inherit' },
);
process.exit(status ?? 1);

async function faultOf(address) {
  const { KurrentEventStore } = await import('../../src/platform/event-store/kurrent/kurrent-event-store.ts');
  let store;
  try {
    store = KurrentEventStore.connect(address);
    await store.head();
    return undefined;
  } catch ({ message }) {
    return `cannot be used: ${message}`;
  } finally {
    await store?.close();
  }
}
