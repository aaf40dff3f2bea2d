import type { BeforeApplicationShutdown, OnModuleInit } from '@nestjs/common';
import type { EventStore } from '../event-store/event-store.js';
import { StoreFollowers } from '../following/store-followers.js';
import type { ReactorRunner } from './reactor-runner.js';

/** Lets all reactors react to what is recorded. */
export class ReactorWorker implements OnModuleInit, BeforeApplicationShutdown {
  private readonly followers: StoreFollowers;

  constructor(
    private readonly runners: readonly ReactorRunner[],
    store: EventStore,
  ) {
    this.followers = new StoreFollowers('Reactors', store, runners);
  }

  /** Every process that knows the reactors registers them, so that "from now on" begins before the first command. */
  async onModuleInit(): Promise<void> {
    await Promise.all(this.runners.map((runner) => runner.register()));
  }

  start(): void {
    this.followers.start();
  }

  /** Resolves when the reactions that are running have ended. */
  async stop(): Promise<void> {
    await this.followers.stop();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.stop();
  }
}
