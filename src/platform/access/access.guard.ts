import { Inject, Injectable, Logger, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../http/problems/problem.js';
import { PrincipalRateLimit } from '../http/request/rate-limit.js';
import { isStrictlyLimited } from '../http/request/strict-rate-limit.js';
import { accessRuleOf } from './access-rule.js';
import { noRightToday } from './no-right-today.js';
import { grantAccess, principalVouchedFor } from './principal.js';
import { RIGHTS, type Rights, type Standing } from './rights.js';
import type { Role } from './roles.js';
import { StaffDirectory } from './staff-directory.js';
import { TokenVerifier } from './token-verifier.js';

/** Lets a request through when its route is public, or when its token is good and its person has a role of the route today. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly logger = new Logger('Access');

  constructor(
    private readonly tokens: TokenVerifier,
    @Inject(RIGHTS) private readonly rights: Rights,
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
    const standing = await this.standingOf(request);
    const { principal } = standing;
    const role = principal.roles.find((each) => rule.roles.includes(each));
    if (role === undefined) throw this.refusal(standing, rule.roles);
    grantAccess(request, { principal, role });
    await this.rateLimit.count(request);
    if (isStrictlyLimited(context.getHandler(), context.getClass()))
      await this.rateLimit.countSearch(request);
    await this.staff.saw(principal);
    return true;
  }

  /** Somebody whose session was checked a moment ago has the rights that it found. */
  private async standingOf(request: FastifyRequest): Promise<Pick<Standing, 'principal' | 'account'>> {
    const principal = principalVouchedFor(request);
    if (principal !== undefined) return { principal };
    const signedIn = await this.tokens.verify(request.headers.authorization);
    const standing = await this.rights.of(signedIn);
    const { organisations } = standing;
    if (signedIn.organisation === undefined && organisations.length > 1) throw whichOf(organisations);
    return standing;
  }

  private refusal(
    { principal, account }: Pick<Standing, 'principal' | 'account'>,
    needed: readonly Role[],
  ): Problem {
    const { subject, organisation, roles } = principal;
    if (roles.length === 0) {
      this.logger.warn({ message: 'Refused without any right on the day', subject, organisation });
      return noRightToday(account);
    }
    this.logger.warn({ message: 'Refused for want of a role', subject, organisation, needed });
    return new Problem('not-allowed', `This needs one of the roles ${needed.join(', ')}.`);
  }
}

function whichOf(organisations: readonly string[]): Problem {
  return new Problem(
    'not-allowed',
    `You have rights in ${organisations.join(' and ')}: the access token has to name the organisation that you act for.`,
    { facts: { organisations } },
  );
}
