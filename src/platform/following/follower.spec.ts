import { describe, expect, it } from '@jest/globals';
import { Follower, type FollowStep } from './follower.js';

const NEVER_MS = 600_000;

/** Runs the steps one after the other, then reports to be caught up for ever. Resolves `done` when all have run. */
function following(steps: readonly FollowStep[], pollMs = NEVER_MS) {
  let next = 0;
  const faults: unknown[] = [];
  let allRan: () => void = () => undefined;
  const done = new Promise<void>((resolve) => (allRan = resolve));
  const follower = new Follower(
    async (stopping) => {
      const step = steps[next];
      next += 1;
      try {
        return (await step?.(stopping)) ?? 'caught-up';
      } finally {
        if (next === steps.length) allRan();
      }
    },
    { onFault: (fault) => void faults.push(fault), pollMs, firstPauseMs: 1, maxPauseMs: 2 },
  );
  follower.start();
  return { follower, done, faults, ran: () => next };
}

const more: FollowStep = async () => 'more';
const caughtUp: FollowStep = async () => 'caught-up';

describe('A follower', () => {
  it('goes on at once while there is more, and rests when it has caught up', async () => {
    const { follower, done, ran } = following([more, more, caughtUp]);
    await done;
    await follower.stop();
    expect(ran()).toBe(3);
  });

  it('looks again without a hint', async () => {
    const { follower, done } = following([caughtUp, caughtUp, caughtUp], 1);
    await done;
    await follower.stop();
  });

  it('looks again on a hint, also on one that comes while it is looking', async () => {
    const hinted: { follower?: Follower } = {};
    const hintDuring: FollowStep = async () => {
      hinted.follower?.wake();
      return 'caught-up';
    };
    const { follower, done } = following([caughtUp, hintDuring, caughtUp]);
    hinted.follower = follower;
    await new Promise((resolve) => setTimeout(resolve, 5));
    follower.wake();
    await done;
    await follower.stop();
  });

  it('tells of a fault and tries again', async () => {
    const fault = new Error('away');
    const failing: FollowStep = async () => Promise.reject(fault);
    const { follower, done, faults } = following([failing, failing, caughtUp]);
    await done;
    await follower.stop();
    expect(faults).toEqual([fault, fault]);
  });

  it('stops when the step that is running has ended', async () => {
    let ended = false;
    const slow: FollowStep = async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      ended = true;
      return 'more';
    };
    const { follower, ran } = following([slow, more]);
    await follower.stop();
    expect(ended).toBe(true);
    expect(ran()).toBe(1);
  });

  it('stops when the step that is running gives up for it, which is no fault', async () => {
    const long: FollowStep = (stopping) =>
      new Promise((_, reject) => {
        stopping.addEventListener('abort', () => reject(stopping.reason as Error));
      });
    const { follower, faults } = following([long]);
    await follower.stop();
    expect(faults).toEqual([]);
  });

  it('tells of a fault that a step meets while it is to stop', async () => {
    const fault = new Error('away');
    const failing: FollowStep = (stopping) =>
      new Promise((_, reject) => {
        stopping.addEventListener('abort', () => reject(fault));
      });
    const { follower, faults } = following([failing]);
    await follower.stop();
    expect(faults).toEqual([fault]);
  });
});
