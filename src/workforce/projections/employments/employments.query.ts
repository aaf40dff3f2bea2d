import { Injectable } from '@nestjs/common';
import { DataSource, MoreThan } from 'typeorm';
import { rowsIn, type SubjectHistory } from '../../../platform/projections/projection.js';
import { byEmployment } from '../by-employment.js';
import { employmentsProjection } from './project.js';
import { EmploymentRow } from './employment.entity.js';

export type { EmploymentRow };

/** The jobs that a history gives, in the order of their ids. */
export function employmentsIn(history: SubjectHistory): readonly EmploymentRow[] {
  return byEmployment(rowsIn(employmentsProjection, EmploymentRow, history));
}

/** The jobs of PAs. Whether the actor may see a case is for the caller to ask first. */
@Injectable()
export class EmploymentsQuery {
  constructor(private readonly database: DataSource) {}

  /** Up to `limit` employments of a case in the order of their ids, from the one after `afterId`. */
  async ofCase(caseRef: string, limit: number, afterId = ''): Promise<readonly EmploymentRow[]> {
    return this.database.getRepository(EmploymentRow).find({
      where: { subject: caseRef, employmentId: MoreThan(afterId) },
      order: { employmentId: 'asc' },
      take: limit,
    });
  }

  /** The employment with this id; nothing until the read model has heard of it. */
  async find(employmentId: string): Promise<EmploymentRow | null> {
    return this.database.getRepository(EmploymentRow).findOneBy({ employmentId });
  }
}
