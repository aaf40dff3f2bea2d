import {
  Injectable,
  Logger,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { catchError, from, mergeMap, of, throwError, type Observable } from 'rxjs';
import { accessOf } from '../../access/principal.js';
import { problemOf } from '../problems/problem-of.js';
import { Problem } from '../problems/problem.js';
import { commandRouteOf, fingerprintOf, idempotencyKeyOf } from './command-identity.js';
import { IdempotencyKeys, type KeyedCommand, type KeyOwner, type StoredAnswer } from './idempotency-keys.js';
import { isTrialRun } from './trial-run.js';
import { isWithoutIdempotencyKey } from './without-idempotency-key.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
const REPLAYED_HEADERS = ['etag', 'location', 'handover-position'] as const;
export const REPLAYED_HEADER = 'idempotency-replayed';

/**
 * Carries out each command once, however often it is sent: a repeat gets the answer that was given the first time. A trial run
 * has a key, as every command has, and is answered anew each time.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  private readonly logger = new Logger('Idempotency');

  constructor(private readonly keys: IdempotencyKeys) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    if (
      SAFE_METHODS.has(request.method) ||
      isWithoutIdempotencyKey(context.getHandler(), context.getClass())
    ) {
      return next.handle();
    }
    const reply = http.getResponse<FastifyReply>();
    const owner = ownerOf(request);
    if (isTrialRun(context.getHandler(), request)) return next.handle();
    const command = this.keys.keyed(owner, fingerprintOf(request));
    const claim = await this.keys.claim(command);
    switch (claim.claim) {
      case 'granted':
        return this.run(command, next, reply);
      case 'answered':
        return of(replay(claim.answer, reply));
      case 'running':
        throw new Problem('command-running', 'A command with this Idempotency-Key is still running.', {
          headers: { 'retry-after': '1' },
        });
      case 'other-command':
        throw new Problem('idempotency-key-reused', 'This Idempotency-Key was used for another command.');
    }
  }

  private run(command: KeyedCommand, next: CallHandler, reply: FastifyReply): Observable<unknown> {
    return next.handle().pipe(
      mergeMap(async (body: unknown) => {
        const answer = answerOf(reply, body);
        await this.settle(() =>
          answer === undefined ? this.keys.free(command) : this.keys.finish(command, answer),
        );
        return body;
      }),
      catchError((fault: unknown) => {
        const wasRefused = problemOf(fault).status < 500;
        const settled = this.settle(() =>
          wasRefused ? this.keys.free(command) : this.keys.release(command),
        );
        return from(settled).pipe(mergeMap(() => throwError(() => fault)));
      }),
    );
  }

  /**
   * Keeps a good answer, frees the key or gives up the run. When that fails the command has still happened, or not, as the caller
   * is about to be told; the key stays taken until the run counts as lost.
   */
  private async settle(key: () => Promise<void>): Promise<void> {
    try {
      await key();
    } catch (fault) {
      this.logger.warn({ message: 'An Idempotency-Key could not be settled', err: fault });
    }
  }
}

function ownerOf(request: FastifyRequest): KeyOwner {
  const { organisation, subject } = accessOf(request).principal;
  return { organisation, actor: subject, key: idempotencyKeyOf(request), route: commandRouteOf(request) };
}

/** Nothing for an answer that is not a success, which is not kept. */
function answerOf(reply: FastifyReply, body: unknown): StoredAnswer | undefined {
  const { statusCode: status } = reply;
  if (status < 200 || status > 299) return undefined;
  const headers = REPLAYED_HEADERS.flatMap((name) => {
    const value = reply.getHeader(name);
    return value === undefined ? [] : [[name, String(value)]];
  });
  return {
    status,
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: body === undefined ? null : JSON.stringify(body),
  };
}

function replay({ status, headers, body }: StoredAnswer, reply: FastifyReply): unknown {
  void reply.status(status).headers({ ...headers, [REPLAYED_HEADER]: 'true' });
  return body === null ? undefined : (JSON.parse(body) as unknown);
}
