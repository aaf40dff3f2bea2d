import { applyDecorators, UseInterceptors } from '@nestjs/common';
import { ROLES, type Role } from '../../platform/access/roles.js';
import { BySession } from '../../platform/sign-in/by-session.js';
import { PageInterceptor } from './page.interceptor.js';

/** A controller whose handlers return a `Page`, `SeeOther` or `Download`: for people signed in with one of the roles, or with any. */
export function Pages(...roles: readonly Role[]): ClassDecorator {
  return applyDecorators(
    BySession(...(roles.length === 0 ? ROLES : roles)),
    UseInterceptors(PageInterceptor),
  );
}
