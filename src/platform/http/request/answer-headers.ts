import type { FastifyReply, FastifyRequest } from 'fastify';
import { requestFactsOf } from './request-facts.js';

// A page that needs scripts or styles of its own sets its own policy; an API answer needs nothing.
const SECURITY_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;

/** Puts on every answer, errors included, what keeps it private and what ties it to its request. */
export function setAnswerHeaders(request: FastifyRequest, reply: FastifyReply): void {
  const { requestId, correlationId, traceId, spanId } = requestFactsOf(request);
  void reply
    .headers(SECURITY_HEADERS)
    .header('x-request-id', requestId)
    .header('x-correlation-id', correlationId)
    .header('traceparent', `00-${traceId}-${spanId}-01`);
}
