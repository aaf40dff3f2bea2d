import { percentile } from '../measure.js';

/** How a route did under load. */
export interface RouteResult {
  readonly what: string;
  /** Requests that were asked for at once, or a second. */
  readonly load: string;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** One request; rejects when it is not answered as it should be. */
export type Send = (client: number) => Promise<void>;

/** So many clients, each with one request after the other. */
export async function closedLoop(
  what: string,
  send: Send,
  clients: number,
  seconds: number,
): Promise<RouteResult> {
  const times: number[] = [];
  const start = performance.now();
  const end = start + seconds * 1000;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (performance.now() < end) {
        const sent = performance.now();
        await send(client);
        times.push(performance.now() - sent);
      }
    }),
  );
  return resultOf(what, `${clients} client${clients === 1 ? '' : 's'}`, times, performance.now() - start);
}

/**
 * So many requests a second, whether those before have been answered or not. A time runs from the moment when the request was
 * due, so that a server that stalls cannot hide it.
 */
export async function openLoop(
  what: string,
  send: Send,
  perSecond: number,
  seconds: number,
): Promise<RouteResult> {
  const times: number[] = [];
  const start = performance.now();
  const sent: Promise<void>[] = [];
  for (let number = 0; number < perSecond * seconds; number += 1) {
    const due = start + (number * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    sent.push(send(number).then(() => void times.push(performance.now() - due)));
  }
  await Promise.all(sent);
  return resultOf(what, `${perSecond}/s`, times, performance.now() - start);
}

function resultOf(what: string, load: string, times: readonly number[], tookMs: number): RouteResult {
  return {
    what,
    load,
    perSecond: (times.length / tookMs) * 1000,
    p50Ms: percentile(times, 50),
    p99Ms: percentile(times, 99),
  };
}
