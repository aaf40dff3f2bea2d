import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Basis } from '../../../kernel/basis.js';
import { addDays, type PlainDate } from '../../../kernel/plain-date.js';
import { Clocked, type ClocksAnswer } from '../../../platform/http/wire/clocks.js';
import { BASIS, MissingFactAnswer } from '../../../platform/http/wire/figure.answer.js';
import {
  FUNDING_KINDS,
  type FundingPeriodRow,
} from '../../projections/funding-timeline/funding-timeline.query.js';

/** Days on which one body was liable and one paid. */
export class FundingPeriodAnswer {
  @ApiProperty({ type: String, format: 'date', example: '2024-04-10' })
  readonly from!: PlainDate;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    description: 'Absent while it goes on.',
    example: '2024-06-02',
  })
  readonly lastDay?: PlainDate;

  @ApiProperty({ enum: FUNDING_KINDS, example: 'bridging' })
  readonly kind!: string;

  @ApiPropertyOptional({ description: 'Absent while a fact is missing.', example: 'QM7' })
  readonly liableBody?: string;

  @ApiPropertyOptional({
    description: 'Absent when nobody paid, or a fact is missing.',
    example: 'E10000015',
  })
  readonly payingBody?: string;

  @ApiProperty({ type: [MissingFactAnswer] })
  readonly missing!: readonly Readonly<MissingFactAnswer>[];

  @ApiProperty(BASIS)
  readonly basis!: Basis;
}

/** Who funded a case on which days. */
export class FundingTimelineAnswer {
  @ApiProperty({ example: 'TC-7F3K92QD1M' })
  readonly caseRef!: string;

  @ApiProperty({ type: [FundingPeriodAnswer] })
  readonly periods!: readonly Readonly<FundingPeriodAnswer>[];

  @Clocked()
  readonly clocks?: Readonly<ClocksAnswer>;
}

export function fundingPeriodAnswer(row: FundingPeriodRow): Readonly<FundingPeriodAnswer> {
  const { fromDay, untilDay, kind, liableBody, payingBody, missing, basis } = row;
  return {
    from: fromDay,
    ...(untilDay !== null && { lastDay: addDays(untilDay, -1) }),
    kind,
    ...(liableBody !== null && { liableBody }),
    ...(payingBody !== null && { payingBody }),
    missing,
    basis,
  };
}
