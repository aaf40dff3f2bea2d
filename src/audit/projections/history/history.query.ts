import { Injectable } from '@nestjs/common';
import {
  And,
  DataSource,
  LessThan,
  LessThanOrEqual,
  MoreThan,
  MoreThanOrEqual,
  type FindOperator,
} from 'typeorm';
import { organisationDirectory } from '../../../agreement/index.js';
import type { Actor } from '../../../kernel/event.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { readAs } from '../../../platform/persistence/read-as.js';
import { rowsIn, type SubjectHistory } from '../../../platform/projections/projection.js';
import { historyProjection } from './project.js';
import { HistoryRow } from './history.entity.js';

export { historyProjection };
export type { HistoryRow };

export interface HistoryFilter {
  readonly type?: string;
  /** The sign-in id of who recorded it. */
  readonly actorId?: string;
  /** The first and the last day in London on which it was recorded, both included. */
  readonly recordedFrom?: PlainDate;
  readonly recordedLastDay?: PlainDate;
}

export interface HistoryPage {
  readonly newestFirst: boolean;
  readonly limit: number;
  /** The ordinal of the last event of the page before. */
  readonly after?: number;
}

/** The history of a case, as the read model has it, for an organisation that has or had a part in the case. */
@Injectable()
export class HistoryQuery {
  constructor(private readonly database: DataSource) {}

  /** Events of the case in the order in which they became known, or the other way round. */
  async ofCase(
    { organisation }: Pick<Actor, 'organisation'>,
    caseRef: string,
    filter: HistoryFilter,
    { newestFirst, limit, after }: HistoryPage,
  ): Promise<readonly HistoryRow[]> {
    const { type, actorId } = filter;
    const recordedOn = recordedWithin(filter);
    return readAs(this.database, organisationDirectory.withPredecessors(organisation), (rows) =>
      rows.getRepository(HistoryRow).find({
        where: {
          subject: caseRef,
          ...(type !== undefined && { type }),
          ...(actorId !== undefined && { actorId }),
          ...(recordedOn !== undefined && { recordedOn }),
          ...(after !== undefined && { ordinal: newestFirst ? LessThan(after) : MoreThan(after) }),
        },
        order: { ordinal: newestFirst ? 'desc' : 'asc' },
        take: limit,
      }),
    );
  }
}

function recordedWithin({
  recordedFrom,
  recordedLastDay,
}: HistoryFilter): FindOperator<PlainDate> | undefined {
  const bounds = [
    ...(recordedFrom === undefined ? [] : [MoreThanOrEqual(recordedFrom)]),
    ...(recordedLastDay === undefined ? [] : [LessThanOrEqual(recordedLastDay)]),
  ];
  return bounds.length === 0 ? undefined : And(...bounds);
}

/** What happened, as a history tells it, oldest first. */
export function historyIn(history: SubjectHistory): readonly HistoryRow[] {
  return rowsIn(historyProjection, HistoryRow, history);
}
