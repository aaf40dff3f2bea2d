import { Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';

const EVERY_MS = 60 * 60 * 1000;

/** Work that is done once an hour while the process runs. Several processes may do it at once; a failure waits for the next hour. */
export abstract class Hourly implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger: Logger;
  private timer: NodeJS.Timeout | undefined;

  /**
   * @param context what the log calls it
   * @param failure what the log says when the work failed
   */
  protected constructor(
    context: string,
    private readonly failure: string,
  ) {
    this.logger = new Logger(context);
  }

  protected abstract work(): Promise<void>;

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.tryWork(), EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async tryWork(): Promise<void> {
    try {
      await this.work();
    } catch (fault) {
      this.logger.warn({ message: this.failure, err: fault });
    }
  }
}
