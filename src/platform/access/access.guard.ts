import { Injectable, Logger, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../http/problems/problem.js';
import { PrincipalRateLimit } from '../http/request/rate-limit.js';
import { isStrictlyLimited } from '../http/request/strict-rate-limit.js';
import { accessRuleOf } from './access-rule.js';
import { grantAccess, principalVouchedFor, type Principal } from './principal.js';
import type { Role } from './roles.js';
import { StaffDirectory } from './staff-directory.js';
import { TokenVerifier } from './token-verifier.js';

/** Lets a request through when its route is public, or when its token is good and has one of the route's roles. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly logger = new Logger('Access');

  constructor(
    private readonly tokens: TokenVerifier,
    private readonly staff: StaffDirectory,
    private readonly rateLimit: PrincipalRateLimit,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = accessRuleOf(context.getHandler(), context.getClass());
    // The start refuses such a route; this holds should one be added while running.
    if (rule === undefined) throw new Problem('not-allowed', 'Nobody may call this.');
    // A session is looked at by the guard of the pages, which is asked next.
    if (rule.public || rule.bySession === true) return true;

    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const principal =
      principalVouchedFor(request) ?? (await this.tokens.verify(request.headers.authorization));
    const role = principal.roles.find((each) => rule.roles.includes(each));
    if (role === undefined) throw this.refusal(principal, rule.roles);
    grantAccess(request, { principal, role });
    await this.rateLimit.count(request);
    if (isStrictlyLimited(context.getHandler(), context.getClass()))
      await this.rateLimit.countSearch(request);
    await this.staff.saw(principal);
    return true;
  }

  private refusal({ subject, organisation }: Principal, roles: readonly Role[]): Problem {
    this.logger.warn({ message: 'Refused for want of a role', subject, organisation, needed: roles });
    return new Problem('not-allowed', `This needs one of the roles ${roles.join(', ')}.`);
  }
}
