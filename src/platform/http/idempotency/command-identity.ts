import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../../kernel/event.js';
import { derivedId } from '../../event-store/derived-id.js';
import { Problem } from '../problems/problem.js';
import { requestFactsOf } from '../request/request-facts.js';

const KEY = /^[\x21-\x7e]{1,255}$/;

/** @throws Problem when the header is missing, given twice, or not 1 to 255 visible ASCII characters. */
export function idempotencyKeyOf({ headers }: Pick<FastifyRequest, 'headers'>): string {
  const key = headers['idempotency-key'];
  if (key === undefined) {
    throw new Problem(
      'idempotency-key-missing',
      'Send an Idempotency-Key, such as a new UUID, with every command.',
    );
  }
  if (typeof key !== 'string' || !KEY.test(key)) {
    throw new Problem(
      'idempotency-key-malformed',
      'The Idempotency-Key is not 1 to 255 visible ASCII characters.',
    );
  }
  return key;
}

/** What a command is addressed to: `POST /v1/transfer-cases/TC-7F3K92QD1M/bridging-extensions`. */
export function commandRouteOf({ method, url }: Pick<FastifyRequest, 'method' | 'url'>): string {
  return `${method} ${url.split('?', 1)[0]}`;
}

const fingerprints = new WeakMap<object, string>();

/**
 * SHA-256 of a command's address, query and body, the same however the query or the JSON is ordered or spaced. 64
 * hexadecimal digits. A request has one, worked out when it is first asked for.
 */
export function fingerprintOf(request: Pick<FastifyRequest, 'method' | 'url' | 'body'>): string {
  const known = fingerprints.get(request);
  if (known !== undefined) return known;
  const body = request.body === undefined ? '' : canonicalize(request.body);
  const fingerprint = createHash('sha256')
    .update(`${commandRouteOf(request)}${canonicalQueryOf(request)}\n${body}`)
    .digest('hex');
  fingerprints.set(request, fingerprint);
  return fingerprint;
}

/** The query in the order of its names: a trial run (`?dryRun=true`) is another command than the real one. */
function canonicalQueryOf({ url }: Pick<FastifyRequest, 'url'>): string {
  const start = url.indexOf('?');
  const query = new URLSearchParams(start < 0 ? '' : url.slice(start));
  query.sort();
  return query.size === 0 ? '' : `?${query.toString()}`;
}

/**
 * The id of the command that a request asks for, a UUID. The same request sent again has the same id for ever, long after
 * its Idempotency-Key has been forgotten; the body is part of it, so that a key that is used again by mistake names another
 * command, which is carried out, and not the old one, which would be taken for done.
 */
export function commandIdOf(request: FastifyRequest, actor: Actor): string {
  // A route without a key stores nothing that could be repeated by its id.
  const key = request.headers['idempotency-key'] ?? requestFactsOf(request).requestId;
  return derivedId(
    'command',
    actor.organisation,
    actor.id,
    String(key),
    commandRouteOf(request),
    fingerprintOf(request),
  );
}
