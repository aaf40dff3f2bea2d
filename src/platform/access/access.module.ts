import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule, HttpAdapterHost } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { systemClock } from '../../kernel/clock.js';
import type { WebSettings } from '../config/web-settings.js';
import { PrincipalRateLimit } from '../http/request/rate-limit.js';
import { AccessGuard } from './access.guard.js';
import { COLLEAGUES, COLLEAGUES_ON_RECORD, colleaguesFrom, type ColleaguesOnRecord } from './colleagues.js';
import { RIGHTS, RIGHTS_ON_RECORD, rightsFrom, type Rights } from './rights.js';
import { RouteWalk } from './route-walk.js';
import { remoteSigningKeys } from './signing-keys.js';
import { StaffDirectory } from './staff-directory.js';
import { TokenVerifier } from './token-verifier.js';

/** Who may call what: the guard of every route, and the names of those who called. */
@Module({})
export class AccessModule {
  static forRoot({
    tokens,
    rateLimits,
    staffRights,
  }: Pick<WebSettings, 'tokens' | 'rateLimits' | 'staffRights'>): DynamicModule {
    return {
      module: AccessModule,
      global: true,
      imports: [DiscoveryModule],
      providers: [
        { provide: TokenVerifier, useFactory: () => new TokenVerifier(tokens, remoteSigningKeys(tokens)) },
        {
          provide: RIGHTS,
          inject: [{ token: RIGHTS_ON_RECORD, optional: true }],
          useFactory: (onRecord?: Rights) => rightsFrom(staffRights, onRecord),
        },
        {
          provide: StaffDirectory,
          inject: [DataSource],
          useFactory: (database: DataSource) => new StaffDirectory(database, systemClock),
        },
        {
          provide: COLLEAGUES,
          inject: [StaffDirectory, { token: COLLEAGUES_ON_RECORD, optional: true }],
          useFactory: (seen: StaffDirectory, onRecord?: ColleaguesOnRecord) =>
            colleaguesFrom(staffRights, tokens.issuer, seen, onRecord),
        },
        {
          provide: PrincipalRateLimit,
          inject: [HttpAdapterHost],
          useFactory: (host: HttpAdapterHost) => new PrincipalRateLimit(host, rateLimits),
        },
        RouteWalk,
        { provide: APP_GUARD, useClass: AccessGuard },
      ],
      exports: [RIGHTS, COLLEAGUES, StaffDirectory, RouteWalk, TokenVerifier, PrincipalRateLimit],
    };
  }
}
