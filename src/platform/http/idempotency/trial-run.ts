import { SetMetadata } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

const TRIED_WHEN = 'handover:tried-when';

type SaysTrial = (request: Pick<FastifyRequest, 'query'>) => boolean;

/**
 * For a command that can be tried: a request that says so stores nothing. So nothing of it could be done twice, and its answer,
 * which tells how things stand now and may repeat what was sent, is not kept under its Idempotency-Key.
 */
export const TriedWhen = (says: SaysTrial): MethodDecorator => SetMetadata(TRIED_WHEN, says);

// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- Nest's own type of handlers.
export function isTrialRun(handler: Function, request: FastifyRequest): boolean {
  const says = Reflect.getMetadata(TRIED_WHEN, handler) as SaysTrial | undefined;
  return says?.(request) === true;
}
