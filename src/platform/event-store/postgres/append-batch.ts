import type { AppendOutcome } from '../event-store.js';
import type { Append } from './append-queue.js';
import { byteaArray, integerArray, textArray, uuidArray } from './binary-arrays.js';

export const APPEND_BATCH = {
  name: 'append-batch',
  text: 'SELECT outcome, at_revision, at_position FROM event_store.append_batch($1, $2, $3, $4, $5, $6, $7, $8)',
};

/** One row for each append, in their order. */
export interface OutcomeRow {
  readonly outcome: 'appended' | 'repeated' | 'wrong-revision' | 'event-id-reused';
  readonly at_revision: number;
  readonly at_position: string;
}

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

export function outcomeOf({ outcome, at_revision, at_position }: OutcomeRow): AppendOutcome {
  switch (outcome) {
    case 'wrong-revision':
      return { outcome, actualRevision: at_revision };
    case 'event-id-reused':
      return { outcome };
    case 'appended':
    case 'repeated': {
      const position = BigInt(at_position);
      return {
        outcome: 'appended',
        revision: at_revision,
        position: { commit: position, prepare: position },
        repeated: outcome === 'repeated',
      };
    }
  }
}
