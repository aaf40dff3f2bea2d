import { FastifyAdapter } from '@nestjs/platform-fastify';
import { errorCodes, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';
import { ProblemFilter } from '../problems/problem.filter.js';
import { setAnswerHeaders } from './answer-headers.js';
import { API_PATH } from './api-path.js';
import { parseForm } from './form.js';
import { silentConnections } from './silent-connections.js';
import { FORBIDDEN_NAMES, parseStrictJson } from './strict-json.js';

const BODY_LIMIT_BYTES = 100 * 1024;
const URL_LIMIT_BYTES = 4 * 1024;
/** The longest part of a path that a route reads as a parameter. References and ids are far shorter. */
const PATH_PARAMETER_LIMIT = 200;
const REQUEST_TIMEOUT_MS = 30_000;
/** By then a balancer has sent the request to another server, or this one has been started again. */
const RETRY_SECONDS_WHEN_STOPPING = '2';

export interface FastifyRules {
  /** Addresses of proxies whose X-Forwarded-For is believed; nobody's when absent, so that it cannot be forged. */
  readonly trustedProxies?: string;
}

/** The Fastify adapter with its limits, its one body format, and the headers of every answer. */
export function createFastifyAdapter({ trustedProxies }: FastifyRules): FastifyAdapter {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    routerOptions: { maxParamLength: PATH_PARAMETER_LIMIT },
    trustProxy: trustedProxies ?? false,
    // Fastify's own refusal of a server that stops does not say when to come back; ours does.
    return503OnClosing: false,
    // The router answers a malformed address before any hook runs.
    frameworkErrors: answerRouterFault,
  });
  addHooks(adapter.getInstance());
  return adapter;
}

function answerRouterFault(fault: Error, request: FastifyRequest, reply: FastifyReply): void {
  setAnswerHeaders(request, reply);
  new ProblemFilter().answer(fault, request, reply);
}

function addHooks(fastify: FastifyInstance): void {
  let stopping = false;
  const endSilent = silentConnections(fastify.server);
  fastify.addHook('preClose', (done) => {
    stopping = true;
    endSilent();
    done();
  });
  // What was begun before is answered as the last of its connection: kept open, it would hold the server for over a minute.
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    if (stopping) void reply.header('connection', 'close');
    done();
  });
  fastify.addHook('onRequest', (request, reply, done) => {
    setAnswerHeaders(request, reply);
    done(stopping ? stoppingProblem() : addressProblem(request.url));
  });
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, parseStrictJson(body as Buffer));
    } catch (fault) {
      done(fault as Error);
    }
  });
  // Forms are for pages, which find out whose they are. The API takes nothing but JSON: no strange site can make a browser send it.
  fastify.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer' },
    (request, body, done) => {
      if (request.url.startsWith(API_PATH)) done(new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE('a form'));
      else done(null, parseForm(body as Buffer));
    },
  );
}

function stoppingProblem(): Problem {
  return new Problem('stopping', 'This server is stopping. Nothing of the request was done: send it again.', {
    headers: { 'retry-after': RETRY_SECONDS_WHEN_STOPPING },
  });
}

/** What is wrong with the address itself, wherever it leads. */
function addressProblem(url: string): Problem | undefined {
  if (Buffer.byteLength(url) > URL_LIMIT_BYTES) {
    return new Problem('address-too-long', 'The address is longer than 4 KiB.');
  }
  // U+0000, which the database cannot even look for.
  if (url.includes('%00')) {
    return new Problem('malformed-request', 'The address has %00 in it, which is no character.');
  }
  return forbiddenParameterProblem(url);
}

/** Looked for in the address itself, since such a name is not to be seen any more in what was read from it. */
function forbiddenParameterProblem(url: string): Problem | undefined {
  const [, query = ''] = url.split('?', 2);
  const parameter = [...new URLSearchParams(query).keys()].find((name) => FORBIDDEN_NAMES.has(name));
  if (parameter === undefined) return undefined;
  const detail = `${parameter} is not known here`;
  return new Problem('unknown-parameter', `${detail}.`, {
    errors: [{ parameter, code: 'unknown-parameter', detail }],
  });
}
