import type { AppendOutcome } from '../event-store.js';
import type { Append } from './append-queue.js';
import { RowReader } from './row-reader.js';
import { byteaArray, integerArray, textArray, uuidArray } from './binary-arrays.js';

export const APPEND_BATCH = {
  name: 'append-batch',
  text: `SELECT outcome, at_revision, coalesce(at_position, 0)
         FROM event_store.append_batch($1, $2, $3, $4, $5, $6, $7, $8)`,
};

/** The parameters of `append_batch`: three lists with an item for each append, then five with one for each event. */
export function batchParameters(batch: readonly Append[]): readonly Buffer[] {
  const events = batch.flatMap((append) => append.events);
  return [
    textArray(batch.map(({ stream }) => stream)),
    integerArray(batch.map(({ expectedRevision }) => expectedRevision)),
    integerArray(batch.map((append) => append.events.length)),
    uuidArray(events.map(({ eventId }) => eventId)),
    textArray(events.map(({ type }) => type)),
    integerArray(events.map(({ schemaVersion }) => schemaVersion)),
    byteaArray(events.map(({ data }) => data)),
    byteaArray(events.map(({ metadata }) => metadata)),
  ];
}

/** Reads one row of the answer: there is one for each append, in their order. */
export function outcomeOf(row: Buffer): AppendOutcome {
  const values = new RowReader(row);
  const outcome = values.text() as 'appended' | 'repeated' | 'wrong-revision' | 'event-id-reused';
  const revision = values.integer();
  const position = values.bigint();
  switch (outcome) {
    case 'wrong-revision':
      return { outcome, actualRevision: revision };
    case 'event-id-reused':
      return { outcome };
    case 'appended':
    case 'repeated':
      return {
        outcome: 'appended',
        revision,
        position: { commit: position, prepare: position },
        repeated: outcome === 'repeated',
      };
  }
}
