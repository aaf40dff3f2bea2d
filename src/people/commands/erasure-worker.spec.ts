import { describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { ErasureWorker } from './erasure-worker.js';
import type { Erasures } from './erasures.js';
import type { RetentionListing } from './retention-listing.js';

describe('the worker of removals', () => {
  it('makes the lists of what falls due, whatever stops the removals', async () => {
    const told = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    let listed = (): void => undefined;
    const done = new Promise<void>((resolve) => (listed = resolve));
    const carryOutDue = async () => {
      throw new Error('The requests cannot be read');
    };
    const listWanted = async () => {
      listed();
      return 1;
    };
    const worker = new ErasureWorker(
      { carryOutDue } as unknown as Erasures,
      { listWanted } as unknown as RetentionListing,
    );
    worker.start();
    await done;
    await worker.beforeApplicationShutdown();
    expect(told).toHaveBeenCalledWith({
      message: 'removals cannot be carried out',
      because: 'The requests cannot be read',
    });
  });
});
