import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** The least and the most of a number, both included. */
export class LimitsAnswer {
  @ApiProperty({ example: 1 })
  readonly least!: number;

  @ApiProperty({ example: 52 })
  readonly most!: number;
}

/** One option of an agreement, described for the person who chooses. */
export class OptionDescriptionAnswer {
  @ApiProperty({ example: 'bridgingReviewWeeks' })
  readonly option!: string;

  @ApiProperty({ description: 'What the option decides, in a sentence.' })
  readonly explanation!: string;

  @ApiProperty({
    description: 'What an agreement takes that does not name it.',
    oneOf: [{ type: 'string' }, { type: 'integer' }],
    example: 8,
  })
  readonly default!: string | number;

  @ApiPropertyOptional({ type: [String], description: 'The values to choose from; absent for a number.' })
  readonly choices?: readonly string[];

  @ApiPropertyOptional({ type: LimitsAnswer, description: 'Absent for a choice.' })
  readonly limits?: LimitsAnswer;
}
