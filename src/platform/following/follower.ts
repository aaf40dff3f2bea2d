import { setTimeout as pause } from 'node:timers/promises';

/**
 * Applies some of what is new. `more` when there may be more at once. A step that takes long gives up, with nothing half done, by
 * throwing the reason of the signal when that says that the follower is to stop.
 */
export type FollowStep = (stopping: AbortSignal) => Promise<'more' | 'caught-up'>;

export interface FollowerOptions {
  /** Is told about each fault; the step is tried again after a pause that doubles up to `maxPauseMs`. */
  readonly onFault: (fault: unknown) => Promise<void> | void;
  /** How long to wait for a hint before looking anyway. Default 1 second. */
  readonly pollMs?: number;
  /** The first pause after a fault. Default 500 ms. */
  readonly firstPauseMs?: number;
  /** Default 30 seconds. */
  readonly maxPauseMs?: number;
}

/** Follows the store for ever: step after step until it has caught up, then on the next hint, and each second without one. */
export class Follower {
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  private woken = false;
  private interrupt = new AbortController();

  constructor(
    private readonly step: FollowStep,
    private readonly options: FollowerOptions,
  ) {}

  start(): void {
    this.running ??= this.follow();
  }

  /** Hints that there is something new. */
  wake(): void {
    this.woken = true;
    this.interrupt.abort();
  }

  /** Resolves when the step that is running, if any, has ended or given up. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.interrupt.abort();
    await this.running;
  }

  private async follow(): Promise<void> {
    const { onFault, firstPauseMs = 500, maxPauseMs = 30_000 } = this.options;
    const { signal: stopping } = this.stopping;
    let pauseMs = firstPauseMs;
    while (!stopping.aborted) {
      this.woken = false;
      try {
        const progress = await this.step(stopping);
        pauseMs = firstPauseMs;
        if (progress === 'caught-up') await this.untilHint();
      } catch (fault) {
        if (stopping.aborted && fault === stopping.reason) return;
        await onFault(fault);
        // Hints do not shorten this pause: what failed would fail again with each of them.
        await waitFor(pauseMs, stopping);
        pauseMs = Math.min(pauseMs * 2, maxPauseMs);
      }
    }
  }

  private async untilHint(): Promise<void> {
    this.interrupt = new AbortController();
    // A hint that came during the step is not lost.
    if (this.woken || this.stopping.signal.aborted) return;
    await waitFor(this.options.pollMs ?? 1_000, this.interrupt.signal);
  }
}

function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  return pause(ms, undefined, { signal }).catch(() => undefined);
}
