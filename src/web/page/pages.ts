import { applyDecorators, UseGuards, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../../platform/access/access-rule.js';
import { ROLES, type Role } from '../../platform/access/roles.js';
import { BySession } from '../../platform/sign-in/by-session.js';
import { IfSignedInGuard } from '../../platform/sign-in/if-signed-in.guard.js';
import { PageInterceptor } from './page.interceptor.js';

/** A controller whose handlers return a `Page`, `SeeOther` or `Download`: for people signed in with one of the roles, or with any. */
export function Pages(...roles: readonly Role[]): ClassDecorator {
  return applyDecorators(
    BySession(...(roles.length === 0 ? ROLES : roles)),
    UseInterceptors(PageInterceptor),
  );
}

/** The same for everybody, signed in or not: for pages that say nothing of any case. */
export function PublicPages(): ClassDecorator {
  return applyDecorators(
    Public(),
    UseGuards(IfSignedInGuard),
    ApiExcludeController(),
    UseInterceptors(PageInterceptor),
  );
}
