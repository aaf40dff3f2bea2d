import { Refusal } from '../../kernel/refusal.js';

/** Nothing had been recorded of it by the moment that is asked about, or none of it was true by the day. */
export class NotThereThen extends Refusal {
  override readonly name = 'NotThereThen';
  readonly code = 'not-there-then';
  readonly kind = 'not-found';
}

/** The product has not yet looked through all that was recorded by the moment that is asked about. */
export class StreamsNotFoundYet extends Error {
  override readonly name = 'StreamsNotFoundYet';

  constructor() {
    super('What was recorded by then is still being looked through');
  }
}
