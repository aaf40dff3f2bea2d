import { describe, expect, it } from '@jest/globals';
import { InvalidValue } from '../../src/kernel/invalid-value.js';
import { KurrentEventStore } from '../../src/platform/event-store/kurrent/kurrent-event-store.js';
import { KurrentDbDouble } from '../support/kurrentdb-double/kurrentdb-double.js';
import { expectToBehaveLikeTheModel } from './append-model.js';
import { eventStoreContract, type AdapterTraits } from './event-store.contract.js';

// These run against a double that speaks the server's protocol; `npm run contract:kurrentdb` runs them against a real server.

const traits: AdapterTraits = { eventIdsAreUniqueIn: 'stream' };

async function onTheDouble() {
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

eventStoreContract('KurrentDB adapter, on a double of the server', onTheDouble, traits);

describe('The event store (KurrentDB adapter, on a double of the server)', () => {
  it('answers random appends as the model does', async () => {
    const { store, close } = await onTheDouble();
    try {
      await expectToBehaveLikeTheModel(store, 30, traits);
    } finally {
      await close();
    }
  });

  it('refuses an address that is none, and does not repeat it, because it may hold a password', () => {
    for (const address of ['redis://user:secret@localhost', 'kurrentdb://user:secret@host:port', '']) {
      expect(() => KurrentEventStore.connect(address)).toThrow(InvalidValue);
      expect(() => KurrentEventStore.connect(address)).not.toThrow(/secret/);
    }
  });
});
