import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import type { Role } from './roles.js';

/**
 * Who may call a route: anybody at all, or people with one of these roles, who show it by an access token or, for a page, by the
 * session of their browser.
 */
export type AccessRule =
  | { readonly public: true }
  | { readonly public: false; readonly roles: readonly Role[]; readonly bySession?: true };

export const ACCESS_RULE = 'handover:access-rule';
/** The name of the bearer token in the API description. */
export const BEARER_SCHEME = 'access-token';
/** The extension of the API description that lists the roles that may call an operation; empty for a public one. */
export const ROLES_EXTENSION = 'x-roles';

/** Lets people with any of these roles call the route or the routes of the controller. A rule on the route wins. */
export function RequiresRole(first: Role, ...others: readonly Role[]): MethodDecorator & ClassDecorator {
  const roles = [first, ...others];
  return applyDecorators(
    SetMetadata<string, AccessRule>(ACCESS_RULE, { public: false, roles }),
    ApiBearerAuth(BEARER_SCHEME),
    ApiExtension(ROLES_EXTENSION, roles),
  );
}

/** Lets anybody call the route, without a token. Every public route stands in a list that a test keeps. */
export function Public(): MethodDecorator & ClassDecorator {
  return applyDecorators(
    SetMetadata<string, AccessRule>(ACCESS_RULE, { public: true }),
    ApiExtension(ROLES_EXTENSION, []),
  );
}

/** The rule of a route: its own, else that of its controller, else none, which the start refuses. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- Nest's own type of handlers and classes.
export function accessRuleOf(handler: Function, controller: Function): AccessRule | undefined {
  return (Reflect.getMetadata(ACCESS_RULE, handler) ?? Reflect.getMetadata(ACCESS_RULE, controller)) as
    AccessRule | undefined;
}
