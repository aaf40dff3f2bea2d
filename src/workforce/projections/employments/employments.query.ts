import { Injectable } from '@nestjs/common';
import { DataSource, MoreThan } from 'typeorm';
import { organisationDirectory } from '../../../agreement/index.js';
import type { Actor } from '../../../kernel/event.js';
import { readAs } from '../../../platform/persistence/read-as.js';
import { rowsIn, type SubjectHistory } from '../../../platform/projections/projection.js';
import { byEmployment } from '../by-employment.js';
import { employmentsProjection } from './project.js';
import { EmploymentRow } from './employment.entity.js';

export type { EmploymentRow };

/** The jobs that a history gives, in the order of their ids. */
export function employmentsIn(history: SubjectHistory): readonly EmploymentRow[] {
  return byEmployment(rowsIn(employmentsProjection, EmploymentRow, history));
}

/** The jobs of PAs, for the organisations that have or had a part in their case. */
@Injectable()
export class EmploymentsQuery {
  constructor(private readonly database: DataSource) {}

  /** Up to `limit` employments of a case in the order of their ids, from the one after `afterId`. */
  async ofCase(
    { organisation }: Pick<Actor, 'organisation'>,
    caseRef: string,
    limit: number,
    afterId = '',
  ): Promise<readonly EmploymentRow[]> {
    return readAs(this.database, organisationDirectory.withPredecessors(organisation), (rows) =>
      rows.getRepository(EmploymentRow).find({
        where: { subject: caseRef, employmentId: MoreThan(afterId) },
        order: { employmentId: 'asc' },
        take: limit,
      }),
    );
  }

  /** The employment with this id; nothing until the read model has heard of it. */
  async find(
    { organisation }: Pick<Actor, 'organisation'>,
    employmentId: string,
  ): Promise<EmploymentRow | null> {
    return readAs(this.database, organisationDirectory.withPredecessors(organisation), (rows) =>
      rows.getRepository(EmploymentRow).findOneBy({ employmentId }),
    );
  }
}
