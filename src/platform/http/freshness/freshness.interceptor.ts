import { setTimeout as pause } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { defer, lastValueFrom, tap, type Observable } from 'rxjs';
import { accessRuleOf } from '../../access/access-rule.js';
import { parsePosition } from '../../event-store/position.js';
import { problemOf } from '../problems/problem-of.js';
import { Problem } from '../problems/problem.js';
import { ReadAnswer } from '../versions/answer.js';
import { isNeverBehind } from './never-behind.js';
import { READ_MODEL_PROGRESS, type ReadModelProgress } from './read-model-progress.js';

const WAIT_MS = 2_000;
const LOOK_AGAIN_MS = 50;

/**
 * Lets a caller read what it wrote: with `?minPosition=` (from `Handover-Position`) or `?minVersion=` (from `ETag`) a GET
 * waits for the read model up to two seconds, and then says that it is not visible yet instead of showing the past. A route that
 * is `NeverBehind` is not waited for by version.
 */
@Injectable()
export class FreshnessInterceptor implements NestInterceptor {
  constructor(@Inject(READ_MODEL_PROGRESS) private readonly progress: ReadModelProgress) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (request.method !== 'GET' || accessRuleOf(context.getHandler(), context.getClass())?.public === true) {
      return next.handle();
    }
    const { minPosition, minVersion } = takeBounds(request.query as Record<string, unknown>);
    if (minPosition !== undefined && !(await this.progress.waitFor(minPosition, WAIT_MS)))
      throw notYetVisible();
    if (minVersion === undefined) return next.handle();
    if (isNeverBehind(context.getHandler(), context.getClass()))
      return next.handle().pipe(tap((answer) => refuseOlder(answer, minVersion)));
    return defer(() => readUntil(minVersion, next));
  }
}

/** Takes the two parameters out of the query, so that no query DTO has to name them. */
function takeBounds(query: Record<string, unknown>): { minPosition?: string; minVersion?: number } {
  const { minPosition, minVersion } = query;
  delete query['minPosition'];
  delete query['minVersion'];
  if (
    minPosition !== undefined &&
    (typeof minPosition !== 'string' || parsePosition(minPosition) === undefined)
  ) {
    throw badParameter('minPosition', 'minPosition must be a Handover-Position that a command answered with');
  }
  if (minVersion !== undefined && (typeof minVersion !== 'string' || !/^\d{1,15}$/.test(minVersion))) {
    throw badParameter('minVersion', 'minVersion must be the number in an ETag, such as 17');
  }
  return {
    ...(minPosition !== undefined && { minPosition }),
    ...(minVersion !== undefined && { minVersion: Number(minVersion) }),
  };
}

async function readUntil(minVersion: number, next: CallHandler): Promise<unknown> {
  const deadline = performance.now() + WAIT_MS;
  for (;;) {
    const answer = await readOnce(next);
    if (answer !== NOT_THERE && !isOlder(answer, minVersion)) return answer;
    if (performance.now() >= deadline) throw notYetVisible();
    await pause(LOOK_AGAIN_MS);
  }
}

/** An answer without a version cannot be too old by it. */
function isOlder(answer: unknown, minVersion: number): boolean {
  return answer instanceof ReadAnswer && answer.revision < minVersion;
}

function refuseOlder(answer: unknown, minVersion: number): void {
  if (isOlder(answer, minVersion)) throw notYetVisible();
}

const NOT_THERE = Symbol('not there');

async function readOnce(next: CallHandler): Promise<unknown> {
  try {
    return await lastValueFrom(next.handle() as Observable<unknown>);
  } catch (fault) {
    // The caller knows of a version, so "not found" may only mean that the read model has not heard of it.
    if (problemOf(fault).status === 404) return NOT_THERE;
    throw fault;
  }
}

function notYetVisible(): Problem {
  return new Problem('not-yet-visible', 'What you wrote is recorded and will be visible in a moment.', {
    headers: { 'retry-after': '1' },
  });
}

function badParameter(parameter: string, detail: string): Problem {
  return new Problem('invalid-fields', `${detail}.`, { errors: [{ parameter, code: 'not-valid', detail }] });
}
