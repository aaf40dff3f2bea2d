import type { Actor } from '../../kernel/event.js';

/** Who asks, and how the command is tied to what caused it. Comes from the edge, never from a request's body. */
export interface CommandContext {
  readonly actor: Actor;
  /** A UUID. The same command sent again has the same id, so it can be recognised for ever. */
  readonly commandId: string;
  /** Runs through everything that one request of a user sets off. */
  readonly correlationId: string;
  /** The request, or the event that a reactor reacted to. */
  readonly causationId: string;
}
