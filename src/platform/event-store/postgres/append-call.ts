import type { AppendOutcome, EventToStore } from '../event-store.js';
import type { Append } from './append-queue.js';
import {
  byteaArray,
  integerArray,
  integerValue,
  textArray,
  uuidArray,
  uuidValue,
} from '../../persistence/binary-values.js';
import type { RawStatement } from './raw-rows-query.js';
import { RowReader } from './row-reader.js';

/**
 * Calls the quickest function that can carry out these appends: all store and answer the same, with one row for each append, in
 * their order.
 */
export function appendCall(batch: readonly Append[]): RawStatement {
  const events = batch.flatMap((append) => append.events);
  const hasOneEach = events.length === batch.length;
  if (hasOneEach && batch.length === 1) return appendOne(batch[0]!, events[0]!);
  if (hasOneEach && new Set(batch.map(({ stream }) => stream)).size === batch.length) {
    return {
      name: 'append-one-each',
      text: answerOf('append_one_each($1, $2, $3, $4, $5, $6, $7)'),
      values: [...streamsOf(batch), ...partsOf(events)],
    };
  }
  return {
    name: 'append-batch',
    text: answerOf('append_batch($1, $2, $3, $4, $5, $6, $7, $8)', 'NULL::timestamptz'),
    values: [
      ...streamsOf(batch),
      integerArray(batch.map((append) => append.events.length)),
      ...partsOf(events),
    ],
  };
}

function appendOne({ stream, expectedRevision }: Append, event: EventToStore): RawStatement {
  const { eventId, type, schemaVersion, data, metadata } = event;
  return {
    name: 'append-one',
    text: answerOf('append_one($1, $2, $3, $4, $5, $6, $7)'),
    values: [
      stream,
      integerValue(expectedRevision),
      uuidValue(eventId),
      type,
      integerValue(schemaVersion),
      data,
      metadata,
    ],
  };
}

const answerOf = (call: string, instant = 'at_instant'): string =>
  `SELECT outcome, at_revision, coalesce(at_position, 0), ${instant} FROM event_store.${call}`;

const streamsOf = (batch: readonly Append[]): readonly Buffer[] => [
  textArray(batch.map(({ stream }) => stream)),
  integerArray(batch.map(({ expectedRevision }) => expectedRevision)),
];

const partsOf = (events: readonly EventToStore[]): readonly Buffer[] => [
  uuidArray(events.map(({ eventId }) => eventId)),
  textArray(events.map(({ type }) => type)),
  integerArray(events.map(({ schemaVersion }) => schemaVersion)),
  byteaArray(events.map(({ data }) => data)),
  byteaArray(events.map(({ metadata }) => metadata)),
];

/** Reads one row of the answer. */
export function outcomeOf(row: Buffer): AppendOutcome {
  const values = new RowReader(row);
  const outcome = values.text() as 'appended' | 'repeated' | 'wrong-revision' | 'event-id-reused';
  const revision = values.integer();
  const position = values.bigint();
  const recordedAt = values.optionalInstant();
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
        ...(recordedAt !== undefined && { recordedAt }),
      };
  }
}
