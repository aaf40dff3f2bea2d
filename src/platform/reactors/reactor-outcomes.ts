import type { EntityManager } from 'typeorm';

/** What came of one event that a reactor reacted to. */
export type ReactorOutcome =
  | { readonly outcome: 'done' }
  /** The business said no to what the reactor wanted, for a reason that a later try would not change. */
  | { readonly outcome: 'refused'; readonly reason: string };

export const reactorOutcomes = {
  /** Writes down the outcome. When the reaction was repeated after a crash, the first outcome stays. */
  async record(
    manager: EntityManager,
    reactor: string,
    eventId: string,
    result: ReactorOutcome,
  ): Promise<void> {
    await manager.query(
      `INSERT INTO reactor_outcome (reactor, event_id, outcome, reason) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [reactor, eventId, result.outcome, result.outcome === 'refused' ? result.reason : null],
    );
  },
};
