import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { FactOfRequest } from './fact-of-request.js';

/** How a request is tied to what caused it and to what it causes. */
export interface RequestFacts {
  /** `X-Request-ID` of the caller when it is a UUID, else a new one. Commands carry it as their cause. */
  readonly requestId: string;
  /** `X-Correlation-ID` of the caller when it is a UUID, else a new one. */
  readonly correlationId: string;
  /** 32 hexadecimal digits, from a W3C `traceparent` where there is a valid one. */
  readonly traceId: string;
  /** Our own span of that trace: 16 hexadecimal digits. */
  readonly spanId: string;
  /** Milliseconds of a monotonic clock when the request was first looked at. */
  readonly startedAtMs: number;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

const known = new FactOfRequest<RequestFacts>();

/** The facts of a request; the same object each time it is asked for. */
export function requestFactsOf({ raw }: { readonly raw: IncomingMessage }): RequestFacts {
  let facts = known.of(raw);
  if (facts === undefined) {
    facts = readFacts(raw.headers);
    known.keep(raw, facts);
  }
  return facts;
}

function readFacts(headers: IncomingHttpHeaders): RequestFacts {
  return {
    requestId: uuidFrom(headers['x-request-id']) ?? randomUUID(),
    correlationId: uuidFrom(headers['x-correlation-id']) ?? randomUUID(),
    traceId: TRACEPARENT.exec(textOf(headers['traceparent']))?.[1] ?? randomBytes(16).toString('hex'),
    spanId: randomBytes(8).toString('hex'),
    startedAtMs: performance.now(),
  };
}

// A value that is not a UUID could carry a forged log line or a person's name into the events, so it is not taken over.
function uuidFrom(header: string | string[] | undefined): string | undefined {
  const text = textOf(header);
  return UUID.test(text) ? text.toLowerCase() : undefined;
}

function textOf(header: string | string[] | undefined): string {
  return typeof header === 'string' ? header : '';
}
