import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../kernel/event.js';
import type { CommandContext } from '../event-store/command-context.js';
import { commandIdOf } from '../http/idempotency/command-identity.js';
import { requestFactsOf } from '../http/request/request-facts.js';
import { accessOf, actorOf } from './principal.js';

const requestOf = (context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>();

/** Hands the handler the kernel `Actor`: who calls, for which organisation, in which role. Not for public routes. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor =>
  actorOf(accessOf(requestOf(context))),
);

/** Hands the handler the `CommandContext` of the command that the request asks for. Not for public routes. */
export const CommandContextOf = createParamDecorator(
  (_: unknown, context: ExecutionContext): CommandContext => commandContextOf(requestOf(context)),
);

/** The context of the command that a request asks for. The same request sent again has the same command id. */
export function commandContextOf(request: FastifyRequest): CommandContext {
  const actor = actorOf(accessOf(request));
  const { correlationId, requestId } = requestFactsOf(request);
  return { actor, commandId: commandIdOf(request, actor), correlationId, causationId: requestId };
}
