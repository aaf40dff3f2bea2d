import { londonDateOf, type PlainDate } from './plain-date.js';

/** Where the time comes from. The only place of the kernel that knows of an instant. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** Today's civil day in London. */
export function todayInLondon(clock: Clock): PlainDate {
  return londonDateOf(clock.now());
}
