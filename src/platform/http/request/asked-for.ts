import type { IncomingMessage } from 'node:http';

const askedFor = new WeakMap<IncomingMessage, IncomingMessage>();

/** Says for which request this process makes another one to itself. As nothing is written in it, no request from outside can claim it. */
export function askFor(outer: IncomingMessage, inner: IncomingMessage): void {
  askedFor.set(inner, outer);
}

/** The request for which this one is made. Nothing for one that came from outside. */
export function requestAskedFor(inner: IncomingMessage): IncomingMessage | undefined {
  return askedFor.get(inner);
}
