import type { BeforeApplicationShutdown } from '@nestjs/common';
import type { EventStore } from '../event-store/event-store.js';
import { StoreFollowers } from '../following/store-followers.js';
import type { Projections } from './projections.js';

/** Keeps all projections at the head of the store. */
export class ProjectionWorker implements BeforeApplicationShutdown {
  private readonly followers: StoreFollowers;

  constructor(projections: Projections, store: EventStore) {
    this.followers = new StoreFollowers('Projections', store, projections.runners);
  }

  start(): void {
    this.followers.start();
  }

  /** Resolves when the batches that are running have ended. */
  async stop(): Promise<void> {
    await this.followers.stop();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.stop();
  }
}
