import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** The least and the most of a number, both included. */
export class LimitsAnswer {
  @ApiProperty({ example: 1 })
  readonly least!: number;

  @ApiProperty({ example: 52 })
  readonly most!: number;
}

/** What may be named, with commas between. */
export class SelectionAnswer {
  @ApiProperty({
    type: [String],
    description: 'In the order in which they are named.',
    example: ['R1', 'R2'],
  })
  readonly members!: readonly string[];

  @ApiProperty({ type: [String], description: 'What no agreement can leave out.', example: ['R1'] })
  readonly always!: readonly string[];
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

  @ApiPropertyOptional({ type: [String], description: 'The values to choose from; only for a choice.' })
  readonly choices?: readonly string[];

  @ApiPropertyOptional({ type: LimitsAnswer, description: 'Only for a number.' })
  readonly limits?: LimitsAnswer;

  @ApiPropertyOptional({
    type: SelectionAnswer,
    description: 'Only for an option that names some of a list.',
  })
  readonly selection?: SelectionAnswer;

  @ApiPropertyOptional({ description: 'The most characters; only for words of your own.', example: 100 })
  readonly longest?: number;
}
