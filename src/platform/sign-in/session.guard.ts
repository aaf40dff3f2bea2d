import { Inject, Injectable, Logger, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { accessRuleOf } from '../access/access-rule.js';
import { noRightToday } from '../access/no-right-today.js';
import { grantAccess } from '../access/principal.js';
import { Problem } from '../http/problems/problem.js';
import { PrincipalRateLimit } from '../http/request/rate-limit.js';
import { isStrictlyLimited } from '../http/request/strict-rate-limit.js';
import { refuseOtherSites } from './own-site.js';
import { keepHeldSession } from './held-session.js';
import { Sessions } from './sessions.js';
import { signInCookies } from './sign-in-cookies.js';
import { SIGN_IN_SETTINGS, type SignInSettings } from './sign-in-settings.js';

/** Lets a request for a page through when its browser holds a session of somebody with one of the page's roles. */
@Injectable()
export class SessionGuard implements CanActivate {
  private readonly logger = new Logger('Access');

  constructor(
    private readonly sessions: Sessions,
    private readonly rateLimit: PrincipalRateLimit,
    @Inject(SIGN_IN_SETTINGS) private readonly settings: SignInSettings,
  ) {}

  /**
   * @throws Problem `not-signed-in`, `not-allowed`, `other-site` for a form that no page of the session sent, or
   *   `too-many-requests` for downloads and searches. What a page asks of the API counts there, but for what was counted here.
   */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = signInCookies.sessionOf(request);
    const session = token === undefined ? undefined : await this.sessions.find(token);
    if (token === undefined || session === undefined) {
      throw new Problem('not-signed-in', 'You are not signed in, or your session has ended.');
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      refuseOtherSites(request, token, this.settings.publicUrl);
    }
    keepHeldSession(request, { token, session, endsAt: this.sessions.endOf(session) });
    const rule = accessRuleOf(context.getHandler(), context.getClass());
    const roles = rule === undefined || rule.public ? [] : rule.roles;
    const { subject, organisation, roles: held } = session.principal;
    const role = held.find((each) => roles.includes(each));
    if (held.length === 0) {
      this.logger.warn({ message: 'Refused without any right on the day', subject, organisation });
      throw noRightToday();
    }
    if (role === undefined) {
      this.logger.warn({ message: 'Refused for want of a role', subject, organisation, needed: roles });
      throw new Problem('not-allowed', 'This page is for other roles than yours.');
    }
    grantAccess(request, { principal: session.principal, role });
    if (isStrictlyLimited(context.getHandler(), context.getClass()))
      await this.rateLimit.countSearch(request);
    return true;
  }
}
