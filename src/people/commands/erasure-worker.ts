import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Follower } from '../../platform/following/follower.js';
import { Erasures } from './erasures.js';
import { RetentionListing } from './retention-listing.js';

/** A removal waits for days, so a minute more is none. */
const LOOK_EACH_MS = 60_000;

/** Carries out the removals whose time has come, and makes the lists that are wanted of what falls due, while the process runs. */
@Injectable()
export class ErasureWorker implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Erasures');
  private readonly follower: Follower;

  constructor(erasures: Erasures, retention: RetentionListing) {
    this.follower = new Follower(
      async () => {
        try {
          await erasures.carryOutDue();
        } finally {
          await retention.listWanted();
        }
        return 'caught-up';
      },
      {
        pollMs: LOOK_EACH_MS,
        onFault: (fault) =>
          this.logger.error({
            message: 'removals cannot be carried out',
            because: fault instanceof Error ? fault.message : String(fault),
          }),
      },
    );
  }

  start(): void {
    this.follower.start();
  }

  /** Resolves when the removal that is under way has ended. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.follower.stop();
  }
}
