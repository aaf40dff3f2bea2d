import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { organisationDirectory } from '../../../agreement/index.js';
import type { Actor } from '../../../kernel/event.js';
import { readAs } from '../../../platform/persistence/read-as.js';
import { rowsIn, type SubjectHistory } from '../../../platform/projections/projection.js';
import { byEmployment } from '../by-employment.js';
import { accruedLeaveProjection } from './project.js';
import { AccruedLeaveRow } from './accrued-leave.entity.js';

export { accruedLeaveProjection };
export type { AccruedLeaveRow };

/** What a history gives, in the order of the employments' ids. */
export function leaveIn(history: SubjectHistory): readonly AccruedLeaveRow[] {
  return byEmployment(rowsIn(accruedLeaveProjection, AccruedLeaveRow, history));
}

/** The leave that PAs brought along, for the organisations that have or had a part in their case. */
@Injectable()
export class LeaveQuery {
  constructor(private readonly database: DataSource) {}

  /** All of a case, in the order of the employments' ids. A person has few PAs. */
  async ofCase(
    { organisation }: Pick<Actor, 'organisation'>,
    caseRef: string,
  ): Promise<readonly AccruedLeaveRow[]> {
    return readAs(this.database, organisationDirectory.withPredecessors(organisation), (rows) =>
      rows
        .getRepository(AccruedLeaveRow)
        .find({ where: { subject: caseRef }, order: { employmentId: 'asc' } }),
    );
  }
}
