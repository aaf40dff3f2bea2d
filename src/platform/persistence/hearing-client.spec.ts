import { expect, it } from '@jest/globals';
import { HearingClient } from './hearing-client.js';

it('hears of its end while nobody waits for an answer, which unheard would end the process', () => {
  const client = new HearingClient();
  expect(client.emit('error', new Error('terminating connection due to administrator command'))).toBe(true);
});
