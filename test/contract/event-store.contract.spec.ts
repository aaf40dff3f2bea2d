import { it } from '@jest/globals';
import { InMemoryEventStore } from '../../src/platform/event-store/in-memory/in-memory-event-store.js';
import { TickingClock } from '../support/ticking-clock.js';
import { expectToBehaveLikeTheModel } from './append-model.js';
import { eventStoreContract } from './event-store.contract.js';

const inMemory = () => new InMemoryEventStore(new TickingClock());

eventStoreContract('in memory', async () => ({ store: inMemory(), close: async () => undefined }));

it('The event store (in memory) answers random appends as the model does', async () => {
  await expectToBehaveLikeTheModel(inMemory(), 300);
});
