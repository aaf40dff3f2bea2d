import type { IncomingMessage } from 'node:http';

/**
 * Something that is known of a request for as long as the request is there. It stands in the request under a symbol that nobody
 * else has, so that nothing sent from outside can claim it.
 *
 * A `WeakMap` would say the same, but its values outlive the small collections of garbage: with each of them the request, its
 * response and the page in it waited for a large one, which stops everybody.
 */
export class FactOfRequest<Fact> {
  private readonly key = Symbol('fact of a request');

  /** Nothing where it was not kept. */
  of(request: IncomingMessage): Fact | undefined {
    return (request as KeptIn<Fact>)[this.key];
  }

  keep(request: IncomingMessage, fact: Fact): void {
    (request as KeptIn<Fact>)[this.key] = fact;
  }
}

type KeptIn<Fact> = IncomingMessage & Record<symbol, Fact | undefined>;
