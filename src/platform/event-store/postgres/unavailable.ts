import pg from 'pg';
import { EventStoreUnavailable } from '../event-store.js';

// Classes of SQLSTATE (PostgreSQL manual, appendix A) that say nothing about the statement, only that it could not be
// carried out now: connection, transaction state (a server that only reads, after a failover), rolled back by a conflict, out of disk
// or memory, lock not available, shutting down or cancelled, system error.
const NOT_NOW = new Set(['08', '25', '40', '53', '55', '57', '58']);

/**
 * Turns the fault of a query into what the port promises: what may pass by itself, or came with no answer at all, is
 * EventStoreUnavailable; a fault in our own statement stays what it is.
 */
export function asStoreFault(fault: unknown): unknown {
  if (fault instanceof pg.DatabaseError && !NOT_NOW.has(fault.code?.slice(0, 2) ?? '')) return fault;
  const reason = fault instanceof Error ? fault.message : String(fault);
  return new EventStoreUnavailable(`The event store does not answer: ${reason}`, { cause: fault });
}

/** True when the database refused a row because its value is taken under this constraint. */
export function violates(fault: unknown, constraint: string): boolean {
  return fault instanceof pg.DatabaseError && fault.code === '23505' && fault.constraint === constraint;
}
