import type { RouteResult } from './http/load.js';
import { CASE_PAGE, WORK_LIST } from './http/measure-pages.js';
import type { RebuildRate } from './rebuild-rates.js';
import type { StoreResult } from './store-workloads.js';
import type { Tailing } from './tailing.js';

/** What the product is meant to reach on two cores with nothing else to do, beside what it reached. */
export interface Target {
  readonly what: string;
  readonly target: string;
  readonly figure: string;
  readonly reached: boolean;
}

const PRODUCT = 'Handover';
const FLOOR = 'one INSERT';

/** How many times as fast as another side a workload is to be: the workload, the factor, the side, and what it does there. */
const TIMES = [
  ['append 1 event, 1 writer', 0.75, FLOOR, 'one INSERT'],
  ['append 1 event, 8 writers', 1.3, FLOOR, 'one INSERT'],
  ['append 1 event, 32 writers', 2, FLOOR, 'one INSERT'],
  ['append 1 event, 32 writers', 8, 'emmett', 'emmett'],
  ['append 1 event, 32 writers', 3, 'castore', 'castore'],
  ['append 5 events, 8 writers', 0.9, FLOOR, 'one INSERT'],
  ['append to one stream, 32 writers', 1.1, FLOOR, 'one INSERT'],
  ['read a stream of 50, 8 readers', 1.5, FLOOR, 'plain rows'],
  ['catch up, pages of 500', 1.5, FLOOR, 'plain rows'],
] as const;

/** Appends and reads of the event store, by its rates and those of the others. */
export function storeTargets(
  results: readonly StoreResult[],
  tailing: readonly Tailing[],
): readonly Target[] {
  const rateOf = (workload: string, side: string) => {
    const rates = results.find((each) => each.workload === workload)?.rates ?? {};
    return Object.entries(rates).find(([name]) => name.startsWith(side))?.[1] ?? NaN;
  };
  const times = (workload: string, side: string) => rateOf(workload, PRODUCT) / rateOf(workload, side);
  const lost = tailing.find(({ side }) => side === PRODUCT);
  const wrong = lost === undefined ? NaN : lost.missed + lost.doubled + lost.outOfOrder;
  return [
    ...TIMES.map(([workload, least, side, of]) => atLeast(workload, least, times(workload, side), `× ${of}`)),
    atLeast('a row per event', 20_000, rateOf('catch up with a row per event', PRODUCT), ' events/s'),
    atMost('tailing reader: missed, doubled, out of order', 0, wrong, ''),
  ];
}

/** Commands and reads over HTTP. */
export function httpTargets(results: readonly RouteResult[]): readonly Target[] {
  const of = (what: string, load: string) => results.find((each) => each.what === what && each.load === load);
  const commands = of('record a payment', '32 clients')?.perSecond ?? NaN;
  const inserts = of('one INSERT', '32 clients')?.perSecond ?? NaN;
  return [
    atLeast('commands, 32 clients', 0.5, commands / inserts, '× one INSERT of the same server'),
    atMost('commands at 300/s, p99', 100, of('record a payment', '300/s')?.p99Ms ?? NaN, ' ms'),
    atMost('reads of a case at 100/s, p99', 10, of('read a case', '100/s')?.p99Ms ?? NaN, ' ms'),
  ];
}

/** Pages, as people who are signed in open them. */
export function pageTargets(results: readonly RouteResult[]): readonly Target[] {
  const of = (page: string) => results.find(({ what }) => what === page)?.p99Ms ?? NaN;
  return [
    atMost(`${WORK_LIST} at 20/s, p99`, 300, of(WORK_LIST), ' ms'),
    atMost(`${CASE_PAGE} at 20/s, p99`, 200, of(CASE_PAGE), ' ms'),
  ];
}

/** Rebuilds: the slowest read model, the one that slows down most from the smallest store to the largest, and the memory of all. */
export function rebuildTargets(rates: readonly RebuildRate[]): readonly Target[] {
  const sizes = [...new Set(rates.map(({ events }) => events))].sort((a, b) => a - b);
  const rateAt = (name: string, events: number | undefined) =>
    rates.find((each) => each.name === name && each.events === events)?.rate ?? NaN;
  const names = [...new Set(rates.map(({ name }) => name))];
  const kept = names.map((name) => rateAt(name, sizes.at(-1)) / rateAt(name, sizes[0]));
  const slowest = Math.min(...rates.map(({ rate }) => rate));
  const peakMiB = Math.max(...rates.map(({ peakMiB: own }) => own));
  return [
    atLeast('rebuild, slowest read model', 5_000, slowest, ' events/s'),
    ...(sizes.length < 2
      ? []
      : [atLeast(`rebuild, rate at ${sizes.at(-1)} of that at ${sizes[0]}`, 0.9, Math.min(...kept), '×')]),
    atMost('rebuild, memory of the process', 300, peakMiB, ' MiB'),
  ];
}

/** The targets with the figures, one a line. */
export function targetTable(targets: readonly Target[]): string {
  const width = Math.max(...targets.map(({ what }) => what.length)) + 2;
  const lines = targets.map(({ what, target, figure, reached }) =>
    [what.padEnd(width), figure.padStart(12), '   target', target, reached ? '' : '   NOT REACHED'].join(' '),
  );
  return ['', ...lines.map((each) => each.trimEnd())].join('\n');
}

function atLeast(what: string, least: number, figure: number, unit: string): Target {
  return { what, target: `≥ ${short(least)}${unit}`, figure: short(figure), reached: figure >= least };
}

function atMost(what: string, most: number, figure: number, unit: string): Target {
  return { what, target: `≤ ${short(most)}${unit}`, figure: short(figure), reached: figure <= most };
}

/** Two digits after the point below a hundred, none above. */
function short(value: number): string {
  if (Number.isNaN(value)) return 'not measured';
  return value.toLocaleString('en-GB', { maximumFractionDigits: value < 100 ? 2 : 0 });
}
