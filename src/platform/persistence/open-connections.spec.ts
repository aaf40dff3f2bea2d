import { describe, expect, it } from '@jest/globals';
import { openConnections } from './open-connections.js';

/** A pool that opens so many, and then no more. */
function poolOf(most: number) {
  const pool = { open: 0, held: 0 };
  const hold = async () => {
    if (pool.open === most) throw new Error('The pool is closed');
    pool.open += 1;
    pool.held += 1;
    return { release: () => (pool.held -= 1) };
  };
  return { pool, hold };
}

describe('The connections of a pool', () => {
  it('are all opened before anybody needs one, and let go of', async () => {
    const { pool, hold } = poolOf(10);
    await openConnections(10, hold);
    expect(pool).toEqual({ open: 10, held: 0 });
  });

  it('are let go of also where not all can be opened', async () => {
    const { pool, hold } = poolOf(3);
    await openConnections(10, hold);
    expect(pool).toEqual({ open: 3, held: 0 });
  });
});
