import type { IncomingMessage } from 'node:http';
import { FactOfRequest } from './fact-of-request.js';

const askedFor = new FactOfRequest<IncomingMessage>();

/** Says for which request this process makes another one to itself. It is in nothing that is sent, so no request from outside can claim it. */
export function askFor(outer: IncomingMessage, inner: IncomingMessage): void {
  askedFor.keep(inner, outer);
}

/** The request for which this one is made. Nothing for one that came from outside. */
export function requestAskedFor(inner: IncomingMessage): IncomingMessage | undefined {
  return askedFor.of(inner);
}
