import { Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { systemClock } from '../../kernel/clock.js';
import { RIGHTS, type Rights } from '../access/rights.js';
import { TokenVerifier } from '../access/token-verifier.js';
import { IdentityProvider } from './identity-provider.js';
import { Sessions } from './sessions.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { SignInController } from './sign-in.controller.js';
import { SignInJanitor } from './sign-in-janitor.js';
import { SIGN_IN_SETTINGS, type SignInSettings } from './sign-in-settings.js';

/** How people sign in to the pages. Without it the product is an API alone. */
@Module({})
export class SignInModule {
  static forRoot(settings: SignInSettings): DynamicModule {
    return {
      module: SignInModule,
      global: true,
      controllers: [SignInController],
      providers: [
        { provide: SIGN_IN_SETTINGS, useValue: settings },
        {
          provide: IdentityProvider,
          inject: [TokenVerifier],
          useFactory: (tokens: TokenVerifier) => new IdentityProvider(settings, tokens),
        },
        {
          provide: Sessions,
          inject: [DataSource, RIGHTS],
          useFactory: (database: DataSource, rights: Rights) =>
            new Sessions(database, systemClock, settings.sessions, rights),
        },
        {
          provide: SignInAttempts,
          inject: [DataSource],
          useFactory: (database: DataSource) => new SignInAttempts(database, systemClock),
        },
        SignInJanitor,
      ],
      exports: [Sessions, SIGN_IN_SETTINGS],
    };
  }
}
