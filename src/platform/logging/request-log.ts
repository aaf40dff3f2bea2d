import { Logger } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { findAccess } from '../access/principal.js';
import { requestFactsOf } from '../http/request/request-facts.js';

/**
 * Writes one line for each request. It has the pattern of the route and not the address, which holds references and what
 * people search for, and the organisation but not the person.
 */
export function logRequests(fastify: FastifyInstance): void {
  const logger = new Logger('Http');
  fastify.addHook('onResponse', (request, reply, done) => {
    logger.log(requestLine(request, reply.statusCode));
    done();
  });
}

function requestLine(request: FastifyRequest, status: number): object {
  const { startedAtMs, correlationId, requestId, traceId } = requestFactsOf(request);
  const access = findAccess(request);
  // What is undefined is not written. One literal, since one put together from parts costs more than all else here.
  return {
    message: 'request',
    method: request.method,
    route: request.routeOptions.url ?? '(no route)',
    status,
    ms: Math.round(performance.now() - startedAtMs),
    correlationId,
    requestId,
    traceId,
    organisation: access?.principal.organisation,
    role: access?.role,
  };
}
