import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn } from 'class-validator';
import { RETENTION_CLASSES, type RetentionClass } from '../commands/vocabulary.js';
import type { DuePerson, RetentionPolicy } from '../records/retention-policies.js';

/** How your organisation keeps people's details. */
export class RetentionPolicyDto {
  @ApiProperty({
    enum: RETENTION_CLASSES,
    description: 'How long at least. Where the agreement of a case says longer, that holds for its person.',
    example: 'eight-years-after-care',
  })
  @IsIn(RETENTION_CLASSES)
  readonly retentionClass!: RetentionClass;

  @ApiProperty({
    description: 'Whether a list is made each day of whose details fall due. Nothing is removed by it.',
    example: true,
  })
  @IsBoolean()
  readonly listing!: boolean;
}

export class RetentionPolicyAnswer {
  @ApiProperty({ enum: RETENTION_CLASSES, example: 'eight-years-after-care' })
  readonly retentionClass!: RetentionClass;

  @ApiProperty({ example: true })
  readonly listing!: boolean;

  @ApiPropertyOptional({
    format: 'date-time',
    description: 'When the list was made last; absent while there is none.',
    example: '2034-06-01T03:00:00.000Z',
  })
  readonly listedAt?: string;
}

/** Somebody whose details need be kept no longer. A removal is requested by one person and approved by another. */
export class DuePersonAnswer implements DuePerson {
  @ApiProperty({ example: 'PN-7F3K92QD1M' })
  readonly personId!: string;

  @ApiProperty({ enum: RETENTION_CLASSES, description: 'The class that kept them longest.' })
  readonly retentionClass!: RetentionClass;

  @ApiProperty({
    type: String,
    format: 'date',
    description:
      'When the details were last put right, or a fact of a case that names the person was recorded.',
    example: '2026-02-28',
  })
  readonly lastUsedOn!: string;

  @ApiProperty({ type: String, format: 'date', example: '2034-02-28' })
  readonly fallsDueOn!: string;

  @ApiProperty({ description: 'A legal hold stands against the removal.', example: false })
  readonly legalHold!: boolean;

  @ApiProperty({
    description: 'The day on which the care ended, which no case knows, has to be stated with the request.',
    example: true,
  })
  readonly endOfCareNeeded!: boolean;
}

export function policyAnswer({
  retentionClass,
  listing,
  listedAt,
}: RetentionPolicy): Readonly<RetentionPolicyAnswer> {
  return { retentionClass, listing, ...(listedAt !== null && { listedAt: listedAt.toISOString() }) };
}
