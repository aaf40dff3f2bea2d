import type { Floor } from './floor.js';
import type { Product } from './product.js';

/** One piece of work that both sides can do. Each side says how many units it did. */
export interface Workload {
  readonly name: string;
  /** What is counted: `events/s`, `reads/s`. */
  readonly unit: string;
  /** How many do it at the same time. */
  readonly workers: number;
  product(product: Product, worker: number): Promise<number>;
  floor(floor: Floor, worker: number): Promise<number>;
}

export interface Comparison {
  readonly name: string;
  readonly unit: string;
  /** Median units a second of the product. */
  readonly product: number;
  readonly floor: number;
  readonly ratio: number;
}

export interface Rounds {
  readonly product: Product;
  readonly floor: Floor;
  readonly rounds: number;
  /** How long each side works in each round. */
  readonly seconds: number;
}

/** Has both sides do the work in turns and compares the medians. */
export async function inRounds(
  workload: Workload,
  { product, floor, rounds, seconds }: Rounds,
): Promise<Comparison> {
  const ours: number[] = [];
  const theirs: number[] = [];
  // The first round warms both up and counts for nothing.
  for (let round = 0; round <= rounds; round += 1) {
    const a = await rateOf(workload.workers, seconds, (worker) => workload.product(product, worker));
    const b = await rateOf(workload.workers, seconds, (worker) => workload.floor(floor, worker));
    if (round > 0) {
      ours.push(a);
      theirs.push(b);
    }
  }
  const [productRate, floorRate] = [median(ours), median(theirs)];
  return {
    name: workload.name,
    unit: workload.unit,
    product: productRate,
    floor: floorRate,
    ratio: productRate / floorRate,
  };
}

async function rateOf(
  workers: number,
  seconds: number,
  work: (worker: number) => Promise<number>,
): Promise<number> {
  const start = performance.now();
  const end = start + seconds * 1000;
  const counts = await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      let units = 0;
      while (performance.now() < end) units += await work(worker);
      return units;
    }),
  );
  return (counts.reduce((sum, count) => sum + count, 0) / (performance.now() - start)) * 1000;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
