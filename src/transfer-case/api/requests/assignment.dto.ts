import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { OptionalCode } from '../../../platform/http/wire/fields.js';
import { ASSIGNMENT_REASONS } from '../../commands/vocabulary.js';

type AssignmentReason = (typeof ASSIGNMENT_REASONS)[number];

/** Who works the case for your body. */
export class AssignmentDto {
  @OptionalCode('The sign-in id of who works the case from today on; yourself when absent.', 'b0c4e1')
  readonly assignee?: string;

  @ApiPropertyOptional({
    enum: ASSIGNMENT_REASONS,
    description: 'Needed where somebody else of your body works the case; left out where nobody does.',
    example: 'absence',
  })
  @IsOptional()
  @IsIn(ASSIGNMENT_REASONS)
  readonly reason?: AssignmentReason;
}

/** Nobody of your body works the case for now. */
export class AssignmentEndDto {
  @ApiProperty({ enum: ASSIGNMENT_REASONS, example: 'left-the-team' })
  @IsIn(ASSIGNMENT_REASONS)
  readonly reason!: AssignmentReason;
}
