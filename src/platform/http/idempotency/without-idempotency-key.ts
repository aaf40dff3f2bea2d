import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

const WITHOUT_KEY = 'handover:without-idempotency-key';
/** The extension of the API description that marks such an operation. */
export const WITHOUT_KEY_EXTENSION = 'x-without-idempotency-key';

/**
 * For a route (or all of a controller) that is not a GET and yet needs no Idempotency-Key: one that stores nothing, or a
 * page's form, which is protected in another way.
 */
export function WithoutIdempotencyKey(): MethodDecorator & ClassDecorator {
  return applyDecorators(SetMetadata(WITHOUT_KEY, true), ApiExtension(WITHOUT_KEY_EXTENSION, true));
}

// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- Nest's own type of handlers and classes.
export function isWithoutIdempotencyKey(handler: Function, controller: Function): boolean {
  return Reflect.hasMetadata(WITHOUT_KEY, handler) || Reflect.hasMetadata(WITHOUT_KEY, controller);
}
