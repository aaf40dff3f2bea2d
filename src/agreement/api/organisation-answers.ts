import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { PlainDate } from '../../kernel/plain-date.js';
import {
  ORGANISATION_KINDS,
  type OrganisationKind,
} from '../projections/organisations/organisations.query.js';

/** The days on which a body exists in law. */
export class LegalDaysAnswer {
  @ApiProperty({ type: String, format: 'date', example: '2022-07-01' })
  readonly from!: PlainDate;

  @ApiPropertyOptional({
    type: String,
    format: 'date',
    description: 'Absent while it goes on.',
    example: '2026-03-31',
  })
  readonly lastDay?: PlainDate;
}

/** A council or NHS body. */
export class OrganisationAnswer {
  @ApiProperty({ description: 'ODS code of an NHS body, GSS code of a council.', example: 'QM7' })
  readonly code!: string;

  @ApiProperty({ example: 'NHS Hertfordshire and West Essex ICB' })
  readonly name!: string;

  @ApiProperty({ enum: ORGANISATION_KINDS })
  readonly kind!: OrganisationKind;

  @ApiPropertyOptional({ example: 'E54000025' })
  readonly gss?: string;

  @ApiProperty({ type: LegalDaysAnswer })
  readonly legal!: LegalDaysAnswer;
}

/** A body that took over. */
export class SuccessorAnswer {
  @ApiPropertyOptional({ description: 'Absent while the code has not been loaded.', example: 'QM7' })
  readonly code?: string;

  @ApiProperty({ example: 'NHS Hertfordshire and West Essex ICB' })
  readonly name!: string;

  @ApiPropertyOptional({ description: 'Absent when it took over everything.', example: 'west Essex' })
  readonly area?: string;
}

/** How a body ended. */
export class SuccessionAnswer {
  @ApiProperty({ example: '06N' })
  readonly from!: string;

  @ApiProperty({ type: String, format: 'date', example: '2022-07-01' })
  readonly effectiveOn!: PlainDate;

  @ApiProperty({ type: [SuccessorAnswer] })
  readonly to!: readonly SuccessorAnswer[];

  @ApiProperty({ description: 'What it rests on.' })
  readonly document!: string;
}

/** Who pays on a day, or why that cannot be told yet. */
export class PayableByAnswerDto {
  @ApiProperty({ enum: ['known', 'pending'] })
  readonly status!: string;

  @ApiPropertyOptional({ example: 'QM7' })
  readonly code?: string;

  @ApiPropertyOptional({ example: 'NHS Hertfordshire and West Essex ICB' })
  readonly name?: string;

  @ApiPropertyOptional({ description: 'What is missing, why, and who can supply it.' })
  readonly missing?: object;
}

/** A council or NHS body, with those before and after it. */
export class OrganisationDetailsAnswer extends OrganisationAnswer {
  @ApiPropertyOptional({ type: SuccessionAnswer })
  readonly succeededBy?: SuccessionAnswer;

  @ApiProperty({ type: [SuccessionAnswer] })
  readonly tookOverFrom!: readonly SuccessionAnswer[];

  @ApiPropertyOptional({ type: PayableByAnswerDto, description: 'Only when a day was asked for.' })
  readonly payableBy?: PayableByAnswerDto;
}
