import type { Clock } from '../../src/kernel/clock.js';

/** A clock that moves on by a fixed step each time it is read, so that no spec depends on how fast it runs. */
export class TickingClock implements Clock {
  private nextMs: number;

  constructor(
    from = '2026-01-05T09:00:00.000Z',
    private readonly stepMs = 1000,
  ) {
    this.nextMs = Date.parse(from);
  }

  now(): Date {
    const now = new Date(this.nextMs);
    this.nextMs += this.stepMs;
    return now;
  }

  /** Sets the next reading, which may be earlier: clocks of real machines go back too. */
  set(instant: string): void {
    this.nextMs = Date.parse(instant);
  }
}
