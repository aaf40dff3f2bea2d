import { expect } from '@jest/globals';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { DomainEvent } from '../../src/kernel/event.js';
import type {
  SubjectHistory,
  SubjectProjection,
  TableRows,
} from '../../src/platform/projections/projection.js';
import { rowsOf } from '../../src/platform/projections/subject-rows.js';
import { recordedAcrossStreams, type InStream, type RecordedOptions } from './recorded.js';

/** What has been recorded about one subject. */
export interface ProjectionScenario {
  /** What happened next, in one of the subject's streams. */
  given(stream: string, ...events: readonly DomainEvent[]): ProjectionScenario;
  /** The subject has exactly these rows in a table, in any order, with all of their columns. */
  thenRows<Row extends ObjectLiteral>(table: EntityTarget<Row>, expected: readonly Row[]): ProjectionScenario;
}

/**
 * Specifies a read model without a database:
 *
 *     projectionScenario(bridgingRecharges, { subject: 'TC-1' })
 *       .given('transfer-case-TC-1', alertRaised).given('recharge-RC-1', issued).thenRows(BridgingRecharge, [{ … }]);
 *
 * It also fails when projecting a second time gives other rows, or the projection changes the history that it is given.
 */
export function projectionScenario(
  projection: SubjectProjection,
  options: RecordedOptions & { readonly subject: string },
): ProjectionScenario {
  return withEvents(projection, options, []);
}

function withEvents(
  projection: SubjectProjection,
  options: RecordedOptions & { readonly subject: string },
  events: readonly InStream<DomainEvent>[],
): ProjectionScenario {
  const scenario: ProjectionScenario = {
    given: (stream, ...more) =>
      withEvents(projection, options, [...events, ...more.map((event) => ({ stream, event }))]),
    thenRows: (table, expected) => {
      const history = frozen({
        subject: options.subject,
        events: recordedAcrossStreams(
          events.filter(({ event }) => isRead(projection, event)),
          options,
        ),
      });
      const rows = rowsIn(table, rowsOf(projection, history));
      expect(rows).toHaveLength(expected.length);
      expect(rows).toEqual(expect.arrayContaining(expected.map((row) => ({ ...row }))));
      expect(rowsIn(table, rowsOf(projection, history))).toEqual(rows);
      return scenario;
    },
  };
  return scenario;
}

function isRead({ reads }: SubjectProjection, { type }: DomainEvent): boolean {
  return reads.some((prefix) => type.startsWith(prefix));
}

function rowsIn(table: EntityTarget<ObjectLiteral>, tables: readonly TableRows[]): readonly object[] {
  return tables.filter((each) => each.table === table).flatMap(({ rows }) => rows.map((row) => ({ ...row })));
}

/** A history in which any assignment throws. */
function frozen(history: SubjectHistory): SubjectHistory {
  const copy = structuredClone(history);
  freezeDeeply(copy);
  return copy;
}

function freezeDeeply(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  Object.values(value).forEach(freezeDeeply);
  Object.freeze(value);
}
