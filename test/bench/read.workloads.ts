import type { Workload } from './comparison.js';
import type { Floor } from './floor.js';
import type { Product } from './product.js';

const STREAM = 'bench-of-fifty';
const EVENTS = 50;
const READERS = 8;
const PAGE = 500;

/** Reads of one case and of the whole store, on what the appends before left there. */
export async function readWorkloads(product: Product, floor: Floor): Promise<readonly Workload[]> {
  for (let revision = 0; revision < EVENTS; revision += 1) {
    await product.append(STREAM, revision);
    await floor.append(STREAM, revision + 1);
  }
  return [
    {
      name: `read a stream of ${EVENTS} events, ${READERS} readers`,
      unit: 'reads/s',
      workers: READERS,
      product: async (side) => wholeStream(await side.readStream(STREAM)),
      floor: async (side) => wholeStream(await side.readStream(STREAM)),
    },
    {
      name: `catch up with the whole store in pages of ${PAGE}`,
      unit: 'events/s',
      workers: 1,
      product: (side) => side.readAll(PAGE),
      floor: (side) => side.readAll(PAGE),
    },
  ];
}

function wholeStream(events: number): number {
  if (events !== EVENTS) throw new Error(`${events} of ${EVENTS} events were read`);
  return 1;
}
