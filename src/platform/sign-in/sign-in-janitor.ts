import { Injectable } from '@nestjs/common';
import { Hourly } from '../clock/hourly.js';
import { Sessions } from './sessions.js';
import { SignInAttempts } from './sign-in-attempts.js';

/** Removes ended sessions and sign-ins that nobody came back to. */
@Injectable()
export class SignInJanitor extends Hourly {
  constructor(
    private readonly sessions: Sessions,
    private readonly attempts: SignInAttempts,
  ) {
    super('SignIn', 'Ended sessions could not be removed');
  }

  protected async work(): Promise<void> {
    await this.sessions.forgetEnded();
    await this.attempts.forgetOld();
  }
}
