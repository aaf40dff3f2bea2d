import type { Actor, Correction } from '../../kernel/event.js';

/**
 * Who asks, how the command is tied to what caused it, and why it puts something right. Comes from the edge; of a request's
 * body only the correction, by `correcting`.
 */
export interface CommandContext {
  readonly actor: Actor;
  /** A UUID. The same command sent again has the same id, so it can be recognised for ever. */
  readonly commandId: string;
  /** Runs through everything that one request of a user sets off. */
  readonly correlationId: string;
  /** The request, or the event that a reactor reacted to. */
  readonly causationId: string;
  /** Only of a command that puts something right, and then always. It is stored beside each of its events. */
  readonly correction?: Correction;
}
