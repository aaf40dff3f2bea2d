import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { keepHeldSession } from './held-session.js';
import { Sessions } from './sessions.js';
import { signInCookies } from './sign-in-cookies.js';

/** Lets everybody through, and remembers who is signed in: a page that is for all shows whoever is their own way on. */
@Injectable()
export class IfSignedInGuard implements CanActivate {
  constructor(private readonly sessions: Sessions) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = signInCookies.sessionOf(request);
    const session = token === undefined ? undefined : await this.sessions.find(token);
    if (token !== undefined && session !== undefined && session.principal.roles.length > 0) {
      keepHeldSession(request, { token, session, endsAt: this.sessions.endOf(session) });
    }
    return true;
  }
}
