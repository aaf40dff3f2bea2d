import { describe, expect, it } from '@jest/globals';
import { playAgain } from './play-again.js';

describe('the command that plays a run again', () => {
  it('names every option of the run, and the seed that it chose', () => {
    const options = { cycles: '4', 'database-kills': '2', cuts: undefined, servers: '2', 'full-disk': true };
    expect(playAgain({ ...options, write: false, seed: undefined }, 7)).toBe(
      'npm run chaos -- --cycles 4 --database-kills 2 --servers 2 --full-disk --seed 7',
    );
  });
});
