import type { EntityManager } from 'typeorm';
import { derivedId } from '../event-store/derived-id.js';
import type { OutwardEffect } from './outward-effect.js';

/** An effect that waits, or that is no longer tried. */
export interface OutboxEntry {
  readonly id: string;
  readonly reactor: string;
  readonly eventId: string;
  readonly effect: string;
  readonly payload: object;
  readonly status: 'waiting' | 'dead';
  readonly attempts: number;
  /** What went wrong at the last try. */
  readonly lastFault: string | null;
  /** Instants in UTC. */
  readonly createdAt: string;
  readonly nextTryAt: string;
}

interface Row {
  readonly id: string;
  readonly reactor: string;
  readonly event_id: string;
  readonly effect: string;
  readonly payload: object;
  readonly status: 'waiting' | 'dead';
  readonly attempts: number;
  readonly last_fault: string | null;
  readonly created_at: Date;
  readonly next_try_at: Date;
}

/** After so many tries an effect is no longer tried by itself: about a day and a half. */
export const MAX_ATTEMPTS = 40;
const LISTED = 1_000;

/** The effects that are to be carried out outside of the product. */
export const outbox = {
  /** Puts in what a reactor wants done because of an event. What is in already stays as it is. */
  async put(
    manager: EntityManager,
    reactor: string,
    eventId: string,
    effects: readonly OutwardEffect[],
  ): Promise<void> {
    for (const [index, { effect, payload }] of effects.entries()) {
      await manager.query(
        `INSERT INTO outbox (id, reactor, event_id, effect, payload) VALUES ($1, $2, $3, $4, $5::json)
         ON CONFLICT DO NOTHING`,
        [derivedId('effect', reactor, eventId, index), reactor, eventId, effect, JSON.stringify(payload)],
      );
    }
  },

  /** Takes the effect that has been due for longest and that nobody else has taken, until the transaction ends. */
  async take(manager: EntityManager): Promise<OutboxEntry | undefined> {
    const rows = await manager.query<Row[]>(
      `SELECT * FROM outbox WHERE status = 'waiting' AND next_try_at <= now()
       ORDER BY next_try_at, created_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`,
    );
    return rows.map(entryOf)[0];
  },

  async delivered(manager: EntityManager, id: string): Promise<void> {
    await manager.query(
      `UPDATE outbox SET status = 'delivered', attempts = attempts + 1, delivered_at = now(), last_fault = NULL
       WHERE id = $1`,
      [id],
    );
  },

  /** Tries again five seconds from now, ten, twenty and so on up to an hour; no longer after MAX_ATTEMPTS. */
  async failed(manager: EntityManager, id: string, fault: string): Promise<void> {
    await manager.query(
      `UPDATE outbox SET attempts = attempts + 1, last_fault = $2,
         status = CASE WHEN attempts + 1 >= $3 THEN 'dead' ELSE status END,
         next_try_at = clock_timestamp() + least(interval '5 seconds' * power(2, least(attempts, 20)), interval '1 hour')
       WHERE id = $1`,
      [id, fault, MAX_ATTEMPTS],
    );
  },

  /** What has not been delivered, oldest first: the first thousand. */
  async undelivered(manager: EntityManager): Promise<readonly OutboxEntry[]> {
    const rows = await manager.query<Row[]>(
      `SELECT * FROM outbox WHERE status <> 'delivered' ORDER BY status, created_at, id LIMIT $1`,
      [LISTED],
    );
    return rows.map(entryOf);
  },

  /** Lets dead effects be tried again, those that are named or all. Returns their ids. */
  async replay(manager: EntityManager, ids?: readonly string[]): Promise<readonly string[]> {
    const [rows] = await manager.query<[{ id: string }[], number]>(
      `UPDATE outbox SET status = 'waiting', attempts = 0, next_try_at = now()
       WHERE status = 'dead' AND ($1::uuid[] IS NULL OR id = ANY($1)) RETURNING id`,
      [ids ?? null],
    );
    return rows.map(({ id }) => id);
  },

  async counts(manager: EntityManager): Promise<{ readonly waiting: number; readonly dead: number }> {
    const [row] = await manager.query<{ waiting: string; dead: string }[]>(
      `SELECT count(*) FILTER (WHERE status = 'waiting') AS waiting, count(*) FILTER (WHERE status = 'dead') AS dead
       FROM outbox WHERE status <> 'delivered'`,
    );
    return { waiting: Number(row?.waiting ?? 0), dead: Number(row?.dead ?? 0) };
  },
};

function entryOf(row: Row): OutboxEntry {
  return {
    id: row.id,
    reactor: row.reactor,
    eventId: row.event_id,
    effect: row.effect,
    payload: row.payload,
    status: row.status,
    attempts: row.attempts,
    lastFault: row.last_fault,
    createdAt: row.created_at.toISOString(),
    nextTryAt: row.next_try_at.toISOString(),
  };
}
