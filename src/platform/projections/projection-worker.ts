import { Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { EventStore } from '../event-store/event-store.js';
import { Follower } from '../persistence/follower.js';
import type { ProjectionRunner } from './projection-runner.js';
import type { Projections } from './projections.js';

/** Keeps all projections at the head of the store, each at its own pace. */
export class ProjectionWorker implements BeforeApplicationShutdown {
  private readonly logger = new Logger('Projections');
  private readonly followers: readonly Follower[];
  private stopListening: () => void = () => undefined;

  constructor(
    projections: Projections,
    private readonly store: EventStore,
  ) {
    this.followers = projections.runners.map(
      (runner) => new Follower(() => runner.step(), { onFault: (fault) => this.report(runner, fault) }),
    );
  }

  start(): void {
    this.stopListening = this.store.onAppended(() => this.followers.forEach((follower) => follower.wake()));
    this.followers.forEach((follower) => follower.start());
  }

  /** Resolves when the batches that are running have ended. */
  async stop(): Promise<void> {
    this.stopListening();
    await Promise.all(this.followers.map((follower) => follower.stop()));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  private async report(runner: ProjectionRunner, fault: unknown): Promise<void> {
    const because = fault instanceof Error ? fault.message : String(fault);
    this.logger.error({ message: 'A projection cannot go on', projection: runner.projection.name, because });
    // Where the database is away there is nowhere to write it down, and the log has it.
    await runner.recordStop(because).catch(() => undefined);
  }
}
