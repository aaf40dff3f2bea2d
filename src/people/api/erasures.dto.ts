import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn } from 'class-validator';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Code, OptionalDay } from '../../platform/http/wire/fields.js';
import type { ErasurePreview } from '../commands/erasures.js';
import {
  ERASURE_AUTHORITIES,
  FIELD_CLASSES,
  type ErasureAuthority,
  type FieldClass,
} from '../commands/vocabulary.js';
import { ERASURE_STATES, type ErasureRequest } from '../records/erasure-requests.js';

/** What a removal rests on. */
export class ErasureGroundsDto {
  @ApiProperty({ enum: ERASURE_AUTHORITIES, example: 'end-of-retention' })
  @IsIn(ERASURE_AUTHORITIES)
  readonly authority!: ErasureAuthority;

  @OptionalDay('The day on which the care ended; needed for the end of retention.', '2026-02-28')
  readonly careEndedOn?: PlainDate;
}

/** A request for the removal of a person's details. */
export class ErasureRequestDto extends ErasureGroundsDto {
  @Code('A code of why, which names nobody.', 'retention-review')
  readonly reason!: string;
}

/** A legal hold, or its end. */
export class LegalHoldDto {
  @ApiProperty({ description: 'While true, the details are not removed.', example: true })
  @IsBoolean()
  readonly held!: boolean;
}

export class ReasonAgainstAnswer {
  @ApiProperty({ example: 'within-retention' })
  readonly code!: string;

  @ApiProperty({ example: 'The details are kept until 28 February 2034 at least' })
  readonly detail!: string;
}

/** What a removal would do. Nothing is done. */
export class ErasurePreviewAnswer implements ErasurePreview {
  @ApiProperty({ example: 'PN-7F3K92QD1M' })
  readonly personId!: string;

  @ApiProperty({ enum: FIELD_CLASSES, isArray: true, example: ['name', 'birth-date'] })
  readonly goesDark!: readonly FieldClass[];

  @ApiProperty({ description: 'How many versions of the details can be read no more.', example: 2 })
  readonly versions!: number;

  @ApiProperty({
    type: [String],
    description: 'Cases that name the person. They keep their figures, and an id behind which nobody is.',
    example: ['TC-7F3K92QD1M'],
  })
  readonly cases!: readonly string[];

  @ApiProperty({ example: false })
  readonly legalHold!: boolean;

  @ApiProperty({ type: [ReasonAgainstAnswer], description: 'Empty when nothing stands against it.' })
  readonly reasonsAgainst!: ErasurePreview['reasonsAgainst'];
}

/** A request for the removal of a person's details, and where it stands. */
export class ErasureRequestAnswer {
  @ApiProperty({ example: 'ER-3C9T5W8ZKH' })
  readonly requestId!: string;

  @ApiProperty({ example: 'PN-7F3K92QD1M' })
  readonly personId!: string;

  @ApiProperty({ enum: ERASURE_STATES, example: 'approved' })
  readonly state!: (typeof ERASURE_STATES)[number];

  @ApiProperty({ enum: ERASURE_AUTHORITIES, example: 'end-of-retention' })
  readonly authority!: ErasureAuthority;

  @ApiProperty({ example: 'retention-review' })
  readonly reason!: string;

  @ApiPropertyOptional({ type: String, format: 'date', example: '2026-02-28' })
  readonly careEndedOn?: PlainDate;

  @ApiProperty({ format: 'date-time', example: '2034-05-20T10:00:00.000Z' })
  readonly requestedAt!: string;

  @ApiProperty({ description: 'The sign-in id.', example: 'b0c4e1' })
  readonly requestedBy!: string;

  @ApiPropertyOptional({ format: 'date-time', example: '2034-05-21T10:00:00.000Z' })
  readonly approvedAt?: string;

  @ApiPropertyOptional({ description: 'The sign-in id of another person.', example: 'd7712f' })
  readonly approvedBy?: string;

  @ApiPropertyOptional({
    format: 'date-time',
    description:
      'From then on the details are removed, unless the request is withdrawn or a hold is put on them.',
    example: '2034-05-28T10:00:00.000Z',
  })
  readonly dueAt?: string;

  @ApiPropertyOptional({ format: 'date-time', example: '2034-05-28T10:00:31.000Z' })
  readonly carriedOutAt?: string;

  @ApiPropertyOptional({
    description: 'SHA-256 of the wrapped key that was destroyed: the proof of which one it was.',
    example: 'a3f1c2d4e5b60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90',
  })
  readonly destroyedKeyHash?: string;
}

/** Whether a legal hold stands. */
export class LegalHoldAnswer {
  @ApiProperty({ example: 'PN-7F3K92QD1M' })
  readonly personId!: string;

  @ApiProperty({ example: true })
  readonly held!: boolean;
}

/** @param keyHash of the key, for a request that was carried out */
export function erasureAnswer(request: ErasureRequest, keyHash?: string): Readonly<ErasureRequestAnswer> {
  const { requestId, personId, authority, reason, careEndedOn, requestedAt, requestedBy } = request;
  const { approvedAt, approvedBy, dueAt, carriedOutAt } = request;
  return {
    requestId,
    personId,
    state: stateOf(request),
    authority,
    reason,
    ...(careEndedOn !== null && { careEndedOn }),
    requestedAt: requestedAt.toISOString(),
    requestedBy,
    ...(approvedAt !== null && { approvedAt: approvedAt.toISOString() }),
    ...(approvedBy !== null && { approvedBy }),
    ...(dueAt !== null && { dueAt: dueAt.toISOString() }),
    ...(carriedOutAt !== null && { carriedOutAt: carriedOutAt.toISOString() }),
    ...(carriedOutAt !== null && keyHash !== undefined && { destroyedKeyHash: keyHash }),
  };
}

function stateOf({ withdrawnAt, carriedOutAt, approvedAt }: ErasureRequest): ErasureRequestAnswer['state'] {
  if (carriedOutAt !== null) return 'carried-out';
  if (withdrawnAt !== null) return 'withdrawn';
  return approvedAt === null ? 'requested' : 'approved';
}
