import type { Recorded } from '../../../kernel/event.js';
import { londonDateOf } from '../../../kernel/plain-date.js';
import {
  eventsOf,
  type SubjectHistory,
  type SubjectProjection,
  type TableRows,
} from '../../../platform/projections/projection.js';
import { bodiesToldBy, type TransferCaseEvent } from '../../../transfer-case/index.js';
import { HistoryRow } from './history.entity.js';
import { puttingRight } from './putting-right.js';
import { sentenceOf } from './sentence-of.js';

function project(history: SubjectHistory): readonly TableRows[] {
  const { subject, events } = history;
  const rows = events.map((recorded, index) => rowOf(subject, recorded, index + 1, events));
  const seenBy = bodiesToldBy(eventsOf<TransferCaseEvent>(history, 'transfer-case.'));
  return [{ table: HistoryRow, rows, seenBy }];
}

function rowOf(
  subject: string,
  recorded: Recorded,
  ordinal: number,
  history: readonly Recorded[],
): Readonly<HistoryRow> {
  const { event, eventId, position, revision, recordedAt, recordedBy, correction } = recorded;
  return {
    subject,
    ordinal,
    eventId,
    position,
    streamKind: kindOf(recorded.stream),
    recordRef: recorded.stream.slice(kindOf(recorded.stream).length + 1) || null,
    revision,
    type: event.type,
    sentence: `${sentenceOf(recorded)}${puttingRight(recorded, history)}`,
    data: event.data,
    correction: correction ?? null,
    occurredOn: event.occurredOn,
    recordedAt,
    recordedOn: londonDateOf(new Date(recordedAt)),
    actorId: recordedBy.id,
    organisation: recordedBy.organisation,
    role: recordedBy.role,
    grantRef: recordedBy.grant ?? null,
    limitPence: recordedBy.limitPence ?? null,
  };
}

/** `recharge-RC-7F3K92QD1M` is a `recharge`: a category is in small letters, and a reference begins with a capital. */
function kindOf(stream: string): string {
  return /^[a-z-]+(?=-[A-Z0-9])/.exec(stream)?.[0] ?? stream;
}

/** What happened in each case, in the order in which it became known. */
export const historyProjection: SubjectProjection = {
  name: 'history',
  tables: [HistoryRow],
  reads: ['transfer-case.', 'workforce.', 'recharge.'],
  project,
};
