import { Injectable } from '@nestjs/common';
import { Hourly } from '../../clock/hourly.js';
import { IdempotencyKeys } from './idempotency-keys.js';

/** Removes old answers. */
@Injectable()
export class IdempotencyJanitor extends Hourly {
  constructor(private readonly keys: IdempotencyKeys) {
    super('Idempotency', 'Old Idempotency-Keys could not be removed');
  }

  protected async work(): Promise<void> {
    await this.keys.forgetOld();
  }
}
