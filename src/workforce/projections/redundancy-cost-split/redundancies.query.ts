import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RedundancyCostRow, type ShareShown, type SplitDetails } from './redundancy-cost.entity.js';
import { byEmployment } from '../by-employment.js';
import { organisationDirectory } from '../../../agreement/index.js';
import type { Actor } from '../../../kernel/event.js';
import { readAs } from '../../../platform/persistence/read-as.js';
import { rowsIn, type SubjectHistory } from '../../../platform/projections/projection.js';
import { redundancyCostSplitProjection } from './project.js';
import { RedundancyShareRow } from './redundancy-share.entity.js';

export { redundancyCostSplitProjection };
export type { RedundancyCostRow, RedundancyShareRow, ShareShown, SplitDetails };

/** The redundancy of one PA with each funder's share. */
export interface RedundancyWithShares {
  readonly cost: RedundancyCostRow;
  readonly shares: readonly RedundancyShareRow[];
}

/** What a history gives, in the order of the employments' ids. */
export function redundanciesIn(history: SubjectHistory): readonly RedundancyWithShares[] {
  const shares = rowsIn(redundancyCostSplitProjection, RedundancyShareRow, history);
  return byEmployment(rowsIn(redundancyCostSplitProjection, RedundancyCostRow, history)).map((cost) => ({
    cost,
    shares: shares.filter(({ employmentId }) => employmentId === cost.employmentId),
  }));
}

/** What redundancies cost, for the organisations that have or had a part in the case. */
@Injectable()
export class RedundanciesQuery {
  constructor(private readonly database: DataSource) {}

  /** All of a case, in the order of the employments' ids. A person has few PAs. */
  async ofCase(
    { organisation }: Pick<Actor, 'organisation'>,
    caseRef: string,
  ): Promise<readonly RedundancyWithShares[]> {
    // The two reads see one moment, so that the shares sum to the residual beside them.
    return readAs(this.database, organisationDirectory.withPredecessors(organisation), async (rows) => {
      const where = { subject: caseRef };
      const costs = await rows
        .getRepository(RedundancyCostRow)
        .find({ where, order: { employmentId: 'asc' } });
      const shares = await rows.getRepository(RedundancyShareRow).find({ where, order: { place: 'asc' } });
      return costs.map((cost) => ({
        cost,
        shares: shares.filter(({ employmentId }) => employmentId === cost.employmentId),
      }));
    });
  }
}
