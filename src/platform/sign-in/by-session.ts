import { applyDecorators, SetMetadata, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ACCESS_RULE, type AccessRule } from '../access/access-rule.js';
import type { Role } from '../access/roles.js';
import { WithoutIdempotencyKey } from '../http/idempotency/without-idempotency-key.js';
import { SessionGuard } from './session.guard.js';

/** A controller of pages: for people who are signed in with one of these roles. A rule on a route wins. */
export function BySession(...roles: readonly Role[]): ClassDecorator {
  return applyDecorators(
    BySessionOf(...roles),
    UseGuards(SessionGuard),
    WithoutIdempotencyKey(),
    ApiExcludeController(),
  );
}

/** The same for one route of such a controller. */
export function BySessionOf(...roles: readonly Role[]): MethodDecorator & ClassDecorator {
  return SetMetadata<string, AccessRule>(ACCESS_RULE, { public: false, roles, bySession: true });
}
