import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
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

/** The leave that PAs brought along. Whether the actor may see a case is for the caller to ask first. */
@Injectable()
export class LeaveQuery {
  constructor(private readonly database: DataSource) {}

  /** All of a case, in the order of the employments' ids. A person has few PAs. */
  async ofCase(caseRef: string): Promise<readonly AccruedLeaveRow[]> {
    return this.database
      .getRepository(AccruedLeaveRow)
      .find({ where: { subject: caseRef }, order: { employmentId: 'asc' } });
  }
}
