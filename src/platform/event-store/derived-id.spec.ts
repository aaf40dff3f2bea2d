import { describe, expect, it } from '@jest/globals';
import { derivedId } from './derived-id.js';

describe('A derived id', () => {
  it('is a UUID of version 8 that stays the same for ever', () => {
    // Stored events carry ids made this way: another value would store a retried command a second time.
    expect(derivedId('event', '00000000-0000-8000-8000-000000000001', 0)).toBe(
      '5348a3a4-da8b-8a87-ab8a-329ce6041180',
    );
  });

  it('differs when any part differs, or the parts are cut elsewhere', () => {
    const ids = [
      derivedId('a', 'bc'),
      derivedId('ab', 'c'),
      derivedId('abc'),
      derivedId('a', 'b', 'c'),
      derivedId('a', 1),
      derivedId('a', '1'),
    ];
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
