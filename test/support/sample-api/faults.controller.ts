import { Controller, Post, Param } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { InvalidValue } from '../../../src/kernel/invalid-value.js';
import { FieldRefused, Refusal, type RefusalKind } from '../../../src/kernel/refusal.js';
import { RequiresRole } from '../../../src/platform/access/access-rule.js';
import { EventStoreBusy, EventStoreUnavailable } from '../../../src/platform/event-store/event-store.js';
import { CommandIdReused } from '../../../src/platform/event-store/streams.js';
import { WithoutIdempotencyKey } from '../../../src/platform/http/idempotency/without-idempotency-key.js';

class SampleRefusal extends Refusal {
  readonly code = 'sample-not-ready';
  override readonly facts = { stage: 'alerted', status: 200, nextSteps: ['confirm-eligibility'] };

  constructor(readonly kind: RefusalKind) {
    super('The sample is not ready.');
  }
}

const faults: Readonly<Record<string, () => Error>> = {
  conflict: () => new SampleRefusal('conflict'),
  invalid: () => new SampleRefusal('invalid'),
  forbidden: () => new SampleRefusal('forbidden'),
  'not-found': () => new SampleRefusal('not-found'),
  field: () => new FieldRefused('/decidedOn', 'in-the-future', 'The day is in the future'),
  value: () => new InvalidValue('"x" is not money'),
  'command-id': () => new CommandIdReused('This command id was used before for something else'),
  busy: () => new EventStoreBusy('1000 appends wait'),
  store: () => new EventStoreUnavailable('no answer from 10.0.0.7'),
  database: () => Object.assign(new Error('connect ECONNREFUSED 10.0.0.7:5432'), { code: 'ECONNREFUSED' }),
  view: () =>
    new QueryFailedError(
      'SELECT secret FROM read_model.thing',
      [],
      Object.assign(new Error('relation "read_model.thing" does not exist'), { code: '42P01' }),
    ),
  unexpected: () => new Error('password=hunter2 in select * from secret'),
  'foreign-status': () => Object.assign(new Error('what another server said'), { statusCode: 404 }),
};

/** Throws what it is asked to throw. */
@Controller('v1/faults')
export class FaultsController {
  @Post(':kind')
  @RequiresRole('direct-payment-worker')
  @WithoutIdempotencyKey()
  fail(@Param('kind') kind: string): never {
    throw faults[kind]?.() ?? new Error('There is no such fault');
  }
}
