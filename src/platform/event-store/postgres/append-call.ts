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

/** Calls the quickest function that can carry out these appends: all store the same, and `outcomesOf` reads the answer of each. */
export function appendCall(batch: readonly Append[]): RawStatement {
  const events = batch.flatMap((append) => append.events);
  const hasOneEach = events.length === batch.length;
  if (hasOneEach && batch.length === 1) return appendOne(batch[0]!, events[0]!);
  if (hasOneEach && new Set(batch.map(({ stream }) => stream)).size === batch.length) {
    return {
      name: 'append-all-or-each',
      text: answerOf('append_all_or_each($1, $2, $3, $4, $5, $6, $7)'),
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
  `SELECT outcome, coalesce(at_revision, 0), coalesce(at_position, 0), ${instant} FROM event_store.${call}`;

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

/**
 * What became of each append, in their order: the answer has a row for each, or one row for all.
 *
 * @throws Error when the database answers more or fewer.
 */
export function outcomesOf(batch: readonly Append[], rows: readonly Buffer[]): readonly AppendOutcome[] {
  const answers = rows.map(answerIn);
  const [first] = answers;
  if (first?.outcome === 'all-appended') {
    return batch.map(({ expectedRevision }, index) =>
      appended(expectedRevision + 1, first.position + BigInt(index), first.recordedAt),
    );
  }
  if (answers.length !== batch.length) {
    throw new Error(`${answers.length} of ${batch.length} appends were answered`);
  }
  return answers.map(outcomeOf);
}

interface Answer {
  readonly outcome: 'appended' | 'repeated' | 'wrong-revision' | 'event-id-reused' | 'all-appended';
  readonly revision: number;
  readonly position: bigint;
  readonly recordedAt: string | undefined;
}

function answerIn(row: Buffer): Answer {
  const values = new RowReader(row);
  return {
    outcome: values.text() as Answer['outcome'],
    revision: values.integer(),
    position: values.bigint(),
    recordedAt: values.optionalInstant(),
  };
}

function outcomeOf({ outcome, revision, position, recordedAt }: Answer): AppendOutcome {
  switch (outcome) {
    case 'wrong-revision':
      return { outcome, actualRevision: revision };
    case 'event-id-reused':
      return { outcome };
    case 'appended':
    case 'repeated':
      return appended(revision, position, recordedAt, outcome === 'repeated');
    case 'all-appended':
      throw new Error('All appends were answered by one of several rows');
  }
}

const appended = (
  revision: number,
  position: bigint,
  recordedAt: string | undefined,
  repeated = false,
): AppendOutcome => ({
  outcome: 'appended',
  revision,
  position: { commit: position, prepare: position },
  repeated,
  ...(recordedAt !== undefined && { recordedAt }),
});
