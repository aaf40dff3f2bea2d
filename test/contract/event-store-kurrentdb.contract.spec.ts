import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { InvalidValue } from '../../src/kernel/invalid-value.js';
import { KurrentEventStore } from '../../src/platform/event-store/kurrent/kurrent-event-store.js';
import { KurrentDbDouble } from '../support/kurrentdb-double/kurrentdb-double.js';
import { expectToBehaveLikeTheModel } from './append-model.js';
import { eventStoreContract, type AdapterTraits, type StoreUnderTest } from './event-store.contract.js';
import { PartOfAStore } from './part-of-a-store.js';

const traits: AdapterTraits = { eventIdsAreUniqueIn: 'stream' };

/** A double speaks the server's protocol. It shows what the adapter says and understands, not what a server does. */
async function onADouble(): Promise<StoreUnderTest> {
  const double = await KurrentDbDouble.start();
  const store = KurrentEventStore.connect(double.url);
  return {
    store,
    close: async () => {
      await store.close();
      await double.close();
    },
  };
}

function onTheServer(url: string): () => Promise<StoreUnderTest> {
  return async () => {
    const store = KurrentEventStore.connect(url);
    return { store: await PartOfAStore.open(store, `contract-${randomUUID()}`), close: () => store.close() };
  };
}

function contract(adapter: string, open: () => Promise<StoreUnderTest>): void {
  eventStoreContract(adapter, open, traits);
  it(`The event store (${adapter}) answers random appends as the model does`, async () => {
    const { store, close } = await open();
    try {
      await expectToBehaveLikeTheModel(store, 30, traits);
    } finally {
      await close();
    }
  }, 120_000);
}

contract('KurrentDB adapter, on a double of the server', onADouble);

const server = process.env['KURRENTDB_URL']?.trim() ?? '';
if (server !== '') contract('KurrentDB, on the server of KURRENTDB_URL', onTheServer(server));
else
  process.stderr.write('The contract was not run on a KurrentDB server, because KURRENTDB_URL is not set.\n');

describe('The KurrentDB adapter', () => {
  it('refuses an address that is none, and does not repeat it, because it may hold a password', () => {
    for (const address of ['redis://user:secret@localhost', 'kurrentdb://user:secret@host:port', '']) {
      expect(() => KurrentEventStore.connect(address)).toThrow(InvalidValue);
      expect(() => KurrentEventStore.connect(address)).not.toThrow(/secret/);
    }
  });
});
