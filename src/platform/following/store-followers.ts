import { Logger } from '@nestjs/common';
import type { EventStore } from '../event-store/event-store.js';
import { Follower, type FollowStep } from './follower.js';

/** Something that follows the store from a checkpoint of its own. */
export interface Followed {
  readonly name: string;
  readonly step: FollowStep;
  /** Writes down why it does not go on. */
  recordStop(because: string): Promise<void>;
}

/** Keeps a set of followers at the head of the store, each at its own pace: one that is stuck holds up none of the others. */
export class StoreFollowers {
  private readonly logger: Logger;
  private readonly followers: readonly Follower[];
  private stopListening: () => void = () => undefined;

  /** @param kind what the followers are, for the log: `Projections` */
  constructor(
    kind: string,
    private readonly store: EventStore,
    followed: readonly Followed[],
  ) {
    this.logger = new Logger(kind);
    this.followers = followed.map(
      (each) =>
        new Follower((stopping) => each.step(stopping), { onFault: (fault) => this.report(each, fault) }),
    );
  }

  start(): void {
    this.stopListening = this.store.onAppended(() => this.followers.forEach((follower) => follower.wake()));
    this.followers.forEach((follower) => follower.start());
  }

  /** Resolves when the steps that are running have ended. */
  async stop(): Promise<void> {
    this.stopListening();
    await Promise.all(this.followers.map((follower) => follower.stop()));
  }

  private async report(followed: Followed, fault: unknown): Promise<void> {
    const because = fault instanceof Error ? fault.message : String(fault);
    this.logger.error({ message: `${followed.name} cannot go on`, name: followed.name, because });
    // Where the database is away there is nowhere to write it down, and the log has it.
    await followed.recordStop(because).catch(() => undefined);
  }
}
