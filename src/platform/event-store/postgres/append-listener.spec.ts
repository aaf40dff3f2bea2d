import { getEventListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { AppendListener } from './append-listener.js';

const NOWHERE = 'postgres://x:y@127.0.0.1:1/z';

describe('The connection that hears of appends', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('keeps nothing of the connections that it lost, however often the database was away', async () => {
    const signals = new Set<EventTarget>();
    const listened = jest.spyOn(AbortSignal.prototype, 'addEventListener');
    const listener = new AppendListener(NOWHERE, 1);
    listener.listen(() => undefined);
    while (listened.mock.calls.length < 20) await pause(5);
    listened.mock.contexts.forEach((signal) => signals.add(signal as EventTarget));
    const kept = [...signals].flatMap((signal) => getEventListeners(signal, 'abort'));
    await listener.close();
    // One of the connection and one of the pause, at the most.
    expect(kept.length).toBeLessThanOrEqual(2);
  });
});
