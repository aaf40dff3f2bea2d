import type { IncomingMessage } from 'node:http';
import rateLimit from '@fastify/rate-limit';
import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { accessOf } from '../../access/principal.js';
import { Problem } from '../problems/problem.js';
import { requestAskedFor } from './asked-for.js';

const WINDOW = '1 minute';

/** Requests per minute before the answer is 429. Generous: they stop a loop or a flood, not a busy office. */
export interface RateLimits {
  /** One person or system. */
  readonly perPrincipal: number;
  /** One address, which a whole council or trust may share. */
  readonly perAddress: number;
  /** Searches for people and what identifies them, by one person or system. */
  readonly perSearcher: number;
}

type Limiter = ReturnType<FastifyInstance['createRateLimit']>;

/** Registers the limit by address, which holds for every request, signed in or not. */
export async function registerRateLimits(
  app: NestFastifyApplication,
  { perAddress }: RateLimits,
): Promise<void> {
  await app.register(rateLimit, {
    global: true,
    max: perAddress,
    timeWindow: WINDOW,
    errorResponseBuilder: (_request, { ttl }) => tooMany(ttl),
    // The standard answer says enough; counts on every answer would only help a flood to pace itself.
    addHeaders: headersOff,
    addHeadersOnExceeding: headersOff,
  });
}

const headersOff = {
  'x-ratelimit-limit': false,
  'x-ratelimit-remaining': false,
  'x-ratelimit-reset': false,
} as const;

/** The limit by person, counted once the token is known to be good. */
@Injectable()
export class PrincipalRateLimit {
  private all: Limiter | undefined;
  private searches: Limiter | undefined;
  private readonly countedSearches = new WeakSet<IncomingMessage>();

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly limits: RateLimits,
  ) {}

  /** @throws Problem `too-many-requests` with `Retry-After` in seconds. */
  async count(request: FastifyRequest): Promise<void> {
    this.all ??= this.limiter('request', this.limits.perPrincipal);
    await counted(this.all, request);
  }

  /**
   * Counts a request of a route that is limited more strictly, beside `count`. What is asked inside for a request that was
   * counted itself is the same file or search, and counts no more.
   *
   * @throws Problem as `count`.
   */
  async countSearch(request: FastifyRequest): Promise<void> {
    const outer = requestAskedFor(request.raw);
    const isCounted = outer !== undefined && this.countedSearches.has(outer);
    this.countedSearches.add(request.raw);
    if (isCounted) return;
    this.searches ??= this.limiter('search', this.limits.perSearcher);
    await counted(this.searches, request);
  }

  private limiter(kind: string, max: number): Limiter {
    return this.host.httpAdapter.getInstance<FastifyInstance>().createRateLimit({
      max,
      timeWindow: WINDOW,
      keyGenerator: (each) => {
        const { issuer, subject } = accessOf(each).principal;
        return `${kind} ${issuer} ${subject}`;
      },
    });
  }
}

async function counted(limiter: Limiter, request: FastifyRequest): Promise<void> {
  const limit = await limiter(request);
  if (!limit.isAllowed && limit.isExceeded) throw tooMany(limit.ttl);
}

function tooMany(waitMs: number): Problem {
  const seconds = String(Math.ceil(waitMs / 1000));
  return new Problem('too-many-requests', `Too many requests: wait ${seconds} seconds.`, {
    headers: { 'retry-after': seconds },
  });
}
