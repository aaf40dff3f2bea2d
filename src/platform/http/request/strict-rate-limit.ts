import { SetMetadata } from '@nestjs/common';

const STRICT = 'handover:strict-rate-limit';

/**
 * For a route by which somebody could go through people one by one, or carry many of them away: it counts towards the limit of
 * searches as well.
 */
export const StrictRateLimit = (): MethodDecorator & ClassDecorator => SetMetadata(STRICT, true);

// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- Nest's own type of handlers and classes.
export function isStrictlyLimited(handler: Function, controller: Function): boolean {
  return Boolean(Reflect.getMetadata(STRICT, handler) ?? Reflect.getMetadata(STRICT, controller));
}
