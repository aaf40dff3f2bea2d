/** How long and how often something is measured. */
export interface Patience {
  readonly rounds: number;
  /** How long each side works in a round. */
  readonly seconds: number;
}

/** Does one unit of work, or several, and says how many. What may take many tries gives up when the turn is over. */
export type Work = (worker: number, turnIsOver: () => boolean) => Promise<number>;

/**
 * Has every side do its work in turns and gives the median rate of each, in units a second. Turns are short, so that a machine
 * that has other things to do disturbs all alike.
 */
export async function medianRates(
  works: readonly (Work | undefined)[],
  workers: number,
  { rounds, seconds }: Patience,
): Promise<readonly (number | undefined)[]> {
  const rates = works.map((): number[] => []);
  // The first round warms all up and counts for nothing.
  for (let round = 0; round <= rounds; round += 1) {
    for (const [index, work] of works.entries()) {
      if (work === undefined) continue;
      const rate = await rateOf(work, workers, seconds);
      if (round > 0) rates[index]?.push(rate);
    }
  }
  return rates.map((own) => (own.length === 0 ? undefined : percentile(own, 50)));
}

async function rateOf(work: Work, workers: number, seconds: number): Promise<number> {
  const start = performance.now();
  const turnIsOver = () => performance.now() >= start + seconds * 1000;
  const counts = await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      let units = 0;
      while (!turnIsOver()) units += await work(worker, turnIsOver);
      return units;
    }),
  );
  return (counts.reduce((sum, count) => sum + count, 0) / (performance.now() - start)) * 1000;
}

/** The value below which so many percent of the values lie. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0;
}
