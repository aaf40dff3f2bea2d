import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Sessions } from './sessions.js';
import { SignInAttempts } from './sign-in-attempts.js';

const EVERY_MS = 60 * 60 * 1000;

/** Removes ended sessions and sign-ins that nobody came back to, once an hour. Several processes may do it at once. */
@Injectable()
export class SignInJanitor implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('SignIn');
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly sessions: Sessions,
    private readonly attempts: SignInAttempts,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.tidy(), EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async tidy(): Promise<void> {
    try {
      await this.sessions.forgetEnded();
      await this.attempts.forgetOld();
    } catch (fault) {
      this.logger.warn({ message: 'Ended sessions could not be removed', err: fault });
    }
  }
}
