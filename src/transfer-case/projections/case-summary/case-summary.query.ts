import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { organisationDirectory } from '../../../agreement/index.js';
import type { Actor } from '../../../kernel/event.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { readAs } from '../../../platform/persistence/read-as.js';
import { eventsOf, rowsIn, type SubjectHistory } from '../../../platform/projections/projection.js';
import type { CaseRecord, Stage } from '../../domain/case-record.js';
import type { Deadline } from '../../domain/rules/deadlines.js';
import { WAITING_ON, type WaitingOn } from '../../domain/waiting-on.js';
import { foldTransferCase } from '../../domain/transfer-case.js';
import type { TransferCaseEvent } from '../../domain/transfer-case.events.js';
import { CaseSummaryRow } from './case-summary.entity.js';
import { caseSummaryProjection } from './project.js';

export { caseSummaryProjection, WAITING_ON };
export type { CaseSummaryRow, Deadline, WaitingOn };

export interface CaseFilter {
  readonly stage?: Stage;
  readonly waitingOn?: WaitingOn;
  /** Only cases whose next open deadline falls before this day. */
  readonly dueBefore?: PlainDate;
}

/** Where a page of the list ended. */
export interface CasePlace {
  /** Empty for a case without an open deadline, which stands behind all others. */
  readonly dueOn: string;
  readonly caseRef: string;
}

/** A case as its history gives it, with its row of the work lists; nothing before the alert. */
export function caseIn(
  history: SubjectHistory,
): { readonly record: CaseRecord; readonly listed: CaseSummaryRow } | undefined {
  const record = foldTransferCase(eventsOf<TransferCaseEvent>(history, 'transfer-case.'));
  const [listed] = rowsIn(caseSummaryProjection, CaseSummaryRow, history);
  return record.stage === 'none' || listed === undefined ? undefined : { record, listed };
}

/** The cases of an organisation and of those that it took over from. */
@Injectable()
export class CaseSummaries {
  constructor(private readonly database: DataSource) {}

  /** Up to `limit` cases, the one that falls due first standing first, from the one after `after`. */
  async list(
    { organisation }: Actor,
    { stage, waitingOn, dueBefore }: CaseFilter,
    limit: number,
    after?: CasePlace,
  ): Promise<readonly CaseSummaryRow[]> {
    const own = organisationDirectory.withPredecessors(organisation);
    return readAs(this.database, own, (rows) => {
      const query = rows
        .getRepository(CaseSummaryRow)
        .createQueryBuilder('row')
        .where(
          '(row.council in (:...own) or row.nhsBody in (:...own) or row.laterNhsBodies && array[:...own])',
          { own },
        )
        .orderBy('row.nextDueOn', 'ASC', 'NULLS LAST')
        .addOrderBy('row.caseRef', 'ASC')
        .limit(limit);
      if (stage !== undefined) query.andWhere('row.stage = :stage', { stage });
      if (waitingOn !== undefined) query.andWhere('row.waitingOn = :waitingOn', { waitingOn });
      if (dueBefore !== undefined) query.andWhere('row.nextDueOn < :dueBefore', { dueBefore });
      if (after !== undefined) {
        query.andWhere(
          `(coalesce(row.nextDueOn, 'infinity'::date), row.caseRef) > (:dueOn::date, :afterRef)`,
          { dueOn: after.dueOn === '' ? 'infinity' : after.dueOn, afterRef: after.caseRef },
        );
      }
      return query.getMany();
    });
  }

  /** The case as the lists show it; nothing until the read model has heard of it, and of the actor's part in it. */
  async find({ organisation }: Pick<Actor, 'organisation'>, caseRef: string): Promise<CaseSummaryRow | null> {
    return readAs(this.database, organisationDirectory.withPredecessors(organisation), (rows) =>
      rows.getRepository(CaseSummaryRow).findOneBy({ caseRef }),
    );
  }
}
