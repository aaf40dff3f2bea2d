import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { DomainEvent, Recorded } from '../../kernel/event.js';

/** Everything that was recorded about one subject (a case, or an agreement), over all its streams, in global order. */
export interface SubjectHistory {
  readonly subject: string;
  readonly events: readonly Recorded[];
}

/** The rows of one table that a subject has now. */
export interface TableRows<Row extends ObjectLiteral = ObjectLiteral> {
  readonly table: EntityTarget<Row>;
  readonly rows: readonly Row[];
  /** The bodies that may see these rows, as codes. Absent where rows of the table belong to no body in particular. */
  readonly seenBy?: readonly string[];
}

/**
 * A read model that is a pure function of one subject's whole history. The runner works out which subjects a batch of
 * events touches, folds each of them once, and replaces the subject's rows in the transaction that moves the checkpoint;
 * so a repeat changes nothing, and a rebuild gives the same bytes as having followed along.
 *
 * Every table has a `subject` column, and `seen_by` where rows say who may see them; nothing else may be relied on by the runner.
 */
export interface SubjectProjection {
  /** Never change it: it keys the checkpoint. */
  readonly name: string;
  /** The tables that hold the rows. */
  readonly tables: readonly EntityTarget<ObjectLiteral>[];
  /** The prefixes of the event types that can change a row, such as `transfer-case.`; other events are not decoded. */
  readonly reads: readonly string[];
  project(history: SubjectHistory): readonly TableRows[];
  /** What rows follow from besides events and code, such as a list of bodies, as one text: other text, other rows. */
  readonly goesBy?: () => string;
}

/** The rows of one table that a history gives now, in the order in which the projection gives them. */
export function rowsIn<Row extends ObjectLiteral>(
  projection: SubjectProjection,
  table: EntityTarget<Row>,
  history: SubjectHistory,
): readonly Row[] {
  const own = projection.project(history).filter((each) => each.table === table);
  return own.flatMap(({ rows }) => rows as readonly Row[]);
}

/** Only the events of one context, by the prefix of their types. The catalogue has checked their shape already. */
export function eventsOf<Event extends DomainEvent>(
  history: SubjectHistory,
  prefix: `${string}.`,
): readonly Recorded<Event>[] {
  return history.events.filter((recorded): recorded is Recorded<Event> =>
    recorded.event.type.startsWith(prefix),
  );
}
