import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { organisationDirectory } from '../../../agreement/index.js';
import type { Actor } from '../../../kernel/event.js';
import { FUNDING_KINDS } from '../../domain/rules/funding-rules.js';
import { readAs } from '../../../platform/persistence/read-as.js';
import { rowsIn, type SubjectHistory } from '../../../platform/projections/projection.js';
import { FundingPeriodRow } from './funding-period.entity.js';
import { fundingTimelineProjection } from './project.js';

export { FUNDING_KINDS, fundingTimelineProjection };
export type { FundingPeriodRow };

/** The periods that a history gives, in date order. */
export function fundingPeriodsIn(history: SubjectHistory): readonly FundingPeriodRow[] {
  return rowsIn(fundingTimelineProjection, FundingPeriodRow, history);
}

/** Who funded a case on which days. */
@Injectable()
export class FundingTimelines {
  constructor(private readonly database: DataSource) {}

  /** The periods of a case in date order, for an organisation that has or had a part in it. */
  async of(
    { organisation }: Pick<Actor, 'organisation'>,
    caseRef: string,
  ): Promise<readonly FundingPeriodRow[]> {
    return readAs(this.database, organisationDirectory.withPredecessors(organisation), (rows) =>
      rows.getRepository(FundingPeriodRow).find({ where: { caseRef }, order: { ordinal: 'asc' } }),
    );
  }
}
