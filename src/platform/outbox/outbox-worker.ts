import { Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { Follower } from '../following/follower.js';
import type { OutboxDelivery } from './outbox-delivery.js';

/** Hands over what is due, each second, for as long as the process runs. */
export class OutboxWorker implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Outbox');
  private readonly follower: Follower;

  constructor(private readonly delivery: OutboxDelivery) {
    this.follower = new Follower(() => delivery.step(), {
      onFault: (fault) =>
        this.logger.error({
          message: 'effects cannot be delivered',
          because: fault instanceof Error ? fault.message : String(fault),
        }),
    });
  }

  start(): void {
    if (this.delivery.isNeeded) this.follower.start();
  }

  /** Resolves when the delivery that is under way has ended. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.follower.stop();
  }
}
