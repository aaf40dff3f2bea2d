import { randomUUID } from 'node:crypto';
import type { Workload } from './comparison.js';

/** Each append starts a stream of its own, so that what is measured is writing and not waiting for one another. */
export const appendWorkloads: readonly Workload[] = [1, 8, 32].map((workers) => ({
  name: `append one event, ${workers} ${workers === 1 ? 'writer' : 'writers'}`,
  unit: 'events/s',
  workers,
  product: async (product) => {
    await product.append(`bench-${randomUUID()}`, 0);
    return 1;
  },
  floor: async (floor) => {
    await floor.append(`bench-${randomUUID()}`, 1);
    return 1;
  },
}));
