import { basisOf, type Basis } from '../../../kernel/basis.js';
import type { MissingFact } from '../../../kernel/figure.js';
import { sumPence, type Pence } from '../../../kernel/pence.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { EXPOSURE, type Exposure, type ExposureEnd } from './redundancy-exposure.js';
import { weekPayCapOn } from './redundancy-week-pay-cap.js';

/** What is known of one job, without its explanation. */
export type ExposureOfJob =
  | { readonly status: 'known'; readonly value: Exposure }
  | { readonly status: 'pending'; readonly missing: readonly MissingFact[] };

/** The exposure of many jobs on a day, in pence. */
export interface ExposureTotals {
  readonly day: PlainDate;
  readonly capPence: Pence;
  readonly capInstrument: string;
  /** Jobs that are live on the day; of them those with a figure, those without a right, and those that wait. */
  readonly live: number;
  readonly known: number;
  readonly withoutRight: number;
  readonly pending: number;
  /** Sums of the jobs that are known. */
  readonly lowestPence: Pence;
  readonly highestPence: Pence;
  /** By code. Each column sums to the total at that end. */
  readonly byFunder: readonly {
    readonly funder: string;
    readonly atLowestPence: Pence;
    readonly atHighestPence: Pence;
  }[];
  /** What the others wait for, and how many of them. A job may wait for several facts. */
  readonly missing: readonly {
    readonly fact: string;
    readonly suppliedBy: string;
    readonly employments: number;
  }[];
  readonly basis: Basis;
}

/**
 * Adds up what is known, and counts what is not: a job that waits is never taken as nothing.
 *
 * @throws NoKnownCap when the day's cap on a week's pay is not known.
 */
export function exposureTotals(day: PlainDate, jobs: readonly ExposureOfJob[]): ExposureTotals {
  const { capPence, instrument: capInstrument } = weekPayCapOn(day);
  const figures = jobs.flatMap((each) => (each.status === 'known' ? [each.value] : []));
  const waiting = jobs.flatMap((each) => (each.status === 'pending' ? [each.missing] : []));
  const lowestPence = sumPence(figures.map(({ lowest }) => lowest.amountPence));
  const highestPence = sumPence(figures.map(({ highest }) => highest.amountPence));
  const counts = {
    live: jobs.length,
    known: figures.length,
    withoutRight: figures.filter(({ highest }) => highest.amountPence === 0).length,
    pending: waiting.length,
  };
  return {
    day,
    capPence,
    capInstrument,
    ...counts,
    lowestPence,
    highestPence,
    byFunder: byFunder(figures),
    missing: byFact(waiting),
    basis: basisOf(EXPOSURE, { day, ...counts, capPence, capInstrument, lowestPence, highestPence }),
  };
}

function byFunder(figures: readonly Exposure[]): ExposureTotals['byFunder'] {
  const atLowest = borne(figures.map(({ lowest }) => lowest));
  const atHighest = borne(figures.map(({ highest }) => highest));
  const funders = [...new Set([...atLowest.keys(), ...atHighest.keys()])].sort();
  return funders.map((funder) => ({
    funder,
    atLowestPence: sumPence(atLowest.get(funder) ?? []),
    atHighestPence: sumPence(atHighest.get(funder) ?? []),
  }));
}

function borne(ends: readonly ExposureEnd[]): ReadonlyMap<string, readonly Pence[]> {
  const shares = new Map<string, Pence[]>();
  for (const { funder, sharePence } of ends.flatMap((end) => end.shares)) {
    const borneBy = shares.get(funder);
    if (borneBy === undefined) shares.set(funder, [sharePence]);
    else borneBy.push(sharePence);
  }
  return shares;
}

function byFact(waiting: readonly (readonly MissingFact[])[]): ExposureTotals['missing'] {
  const counted = new Map<string, ExposureTotals['missing'][number]>();
  for (const missing of waiting) {
    const once = new Map(missing.map((each) => [`${each.fact}|${each.suppliedBy}`, each]));
    for (const [key, { fact, suppliedBy }] of once) {
      counted.set(key, { fact, suppliedBy, employments: (counted.get(key)?.employments ?? 0) + 1 });
    }
  }
  return [...counted.values()].sort((a, b) => (a.fact < b.fact ? -1 : 1));
}
