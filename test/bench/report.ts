import type { RouteResult } from './http/load.js';
import type { RebuildRate } from './rebuild-rates.js';
import type { StoreResult } from './store-workloads.js';
import type { Tailing } from './tailing.js';

const NAME_WIDTH = 36;
const COLUMN_WIDTH = 17;

/** `12,345 (2.1×)`: a rate, and how it stands to that of the floor. */
function cell(rate: number | undefined, floor: number | undefined): string {
  if (rate === undefined) return '—';
  const whole = rate.toLocaleString('en-GB', { maximumFractionDigits: 0 });
  return floor === undefined ? whole : `${whole} (${(rate / floor).toFixed(2)}×)`;
}

export function header(sides: readonly string[]): string {
  return [
    'per second, and times the floor'.padEnd(NAME_WIDTH),
    ...sides.map((name) => name.padStart(COLUMN_WIDTH)),
  ].join('');
}

export function line({ workload, rates }: StoreResult, sides: readonly string[], floor: string): string {
  const cells = sides.map((name) => cell(rates[name], rates[floor]).padStart(COLUMN_WIDTH));
  return [workload.padEnd(NAME_WIDTH), ...cells].join('');
}

export function tailingLine({ side, written, missed, doubled, outOfOrder }: Tailing): string {
  return `32 writers and a tailing reader, ${side}: ${written} written, ${missed} missed, ${doubled} doubled, ${outOfOrder} out of order`;
}

export function routeLine({ what, load, perSecond, p50Ms, p99Ms }: RouteResult): string {
  const rate = `${perSecond.toFixed(0)} a second`.padStart(COLUMN_WIDTH);
  return `${`HTTP, ${what}, ${load}`.padEnd(NAME_WIDTH)} ${rate}   p50 ${p50Ms.toFixed(1)} ms   p99 ${p99Ms.toFixed(1)} ms`;
}

export function rebuildLine({ name, events, rate, firstMiB, peakMiB }: RebuildRate): string {
  const perSecond = `${rate.toLocaleString('en-GB')} events/s`.padStart(COLUMN_WIDTH);
  const memory = `memory ${firstMiB} MiB after a tenth, at most ${peakMiB} MiB`;
  return `${`rebuild ${name}, ${events.toLocaleString('en-GB')} events`.padEnd(NAME_WIDTH + 10)} ${perSecond}   ${memory}`;
}
