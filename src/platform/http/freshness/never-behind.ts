import { SetMetadata } from '@nestjs/common';

const NEVER_BEHIND = 'handover:never-behind';

/**
 * For a read that shows what was written the moment it is: a version that is not there yet does not come by waiting, so it is read
 * once, and what the read leaves behind, such as an entry in the access log, is left once.
 */
export const NeverBehind = (): MethodDecorator & ClassDecorator => SetMetadata(NEVER_BEHIND, true);

// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- Nest's own type of handlers and classes.
export function isNeverBehind(handler: Function, controller: Function): boolean {
  return Boolean(Reflect.getMetadata(NEVER_BEHIND, handler) ?? Reflect.getMetadata(NEVER_BEHIND, controller));
}
