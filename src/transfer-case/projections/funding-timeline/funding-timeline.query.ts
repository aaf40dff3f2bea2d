import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { FUNDING_KINDS } from '../../domain/rules/funding-rules.js';
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

  /** The periods of a case in date order. Whoever asks has been let in already. */
  async of(caseRef: string): Promise<readonly FundingPeriodRow[]> {
    return this.database
      .getRepository(FundingPeriodRow)
      .find({ where: { caseRef }, order: { ordinal: 'asc' } });
  }
}
