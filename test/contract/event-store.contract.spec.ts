import { InMemoryEventStore } from '../../src/platform/event-store/in-memory/in-memory-event-store.js';
import { TickingClock } from '../support/ticking-clock.js';
import { eventStoreContract } from './event-store.contract.js';

eventStoreContract('in memory', async () => ({
  store: new InMemoryEventStore(new TickingClock()),
  close: async () => undefined,
}));
