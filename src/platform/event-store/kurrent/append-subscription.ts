import { setTimeout as pause } from 'node:timers/promises';
import { END, type AllStreamSubscription, type KurrentDBClient } from '@kurrent/kurrentdb-client';
import { OWN_STREAMS } from './own-streams.js';

const RECONNECT_MS = 1_000;

/**
 * Hears of each append through a catch-up subscription to the end of `$all`. It is a hint only: nobody counts on the events
 * that it brings, a subscription that starts wakes everybody because some may have been missed, and readers poll as well.
 */
export class AppendSubscription {
  private readonly wakes = new Set<() => void>();
  private readonly closing = new AbortController();
  private running: Promise<void> | undefined;

  constructor(private readonly client: KurrentDBClient) {}

  /** Subscribes with the first listener. Returns how to stop listening. */
  listen(wake: () => void): () => void {
    const own = () => wake();
    this.wakes.add(own);
    this.running ??= this.staySubscribed();
    return () => {
      this.wakes.delete(own);
    };
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.running;
  }

  private async staySubscribed(): Promise<void> {
    const { signal } = this.closing;
    while (!signal.aborted) {
      await this.subscribedOnce(signal);
      await pause(RECONNECT_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** Resolves when the subscription is over, for whatever reason. */
  private async subscribedOnce(signal: AbortSignal): Promise<void> {
    const subscription = this.client.subscribeToAll({ fromPosition: END, filter: OWN_STREAMS });
    let onClosing = (): void => undefined;
    await new Promise<void>((resolve) => {
      onClosing = resolve;
      subscription.on('confirmation', () => this.wakeAll());
      subscription.on('data', () => this.wakeAll());
      // Without a connection there is nothing to say: the pause that follows is as good as any other answer.
      for (const over of ['error', 'end', 'close']) subscription.once(over, () => resolve());
      signal.addEventListener('abort', onClosing);
    });
    // Left there, each subscription that was lost would keep one more for the life of the process.
    signal.removeEventListener('abort', onClosing);
    await unsubscribe(subscription);
  }

  private wakeAll(): void {
    for (const wake of this.wakes) wake();
  }
}

/** Lets go of a subscription, also of one that never came about. */
async function unsubscribe(subscription: AllStreamSubscription): Promise<void> {
  // What comes late is of no interest, and an error that nobody hears would end the process.
  subscription.on('error', () => undefined);
  await subscription.unsubscribe().catch(() => undefined);
  subscription.destroy();
}
