import { ApiProperty } from '@nestjs/swagger';
import type { Basis } from '../../../kernel/basis.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { BASIS } from '../../../platform/http/wire/figure.answer.js';
import { Day } from '../../../platform/http/wire/fields.js';

/** What statutory notice is worked out from. */
export class NoticeDto {
  @Day('The first day of continuous employment.', '2016-04-01')
  readonly startedOn!: PlainDate;

  @Day('The day on which the PA learns of the notice.', '2024-03-05')
  readonly givenOn!: PlainDate;
}

/** The least notice that an employer must give. */
export class NoticeAnswer {
  @ApiProperty({ example: 7 })
  readonly weeks!: number;

  @ApiProperty({ description: 'Complete years of service on the day that notice is given.', example: 7 })
  readonly completeYears!: number;

  @ApiProperty({
    type: String,
    format: 'date',
    description: 'The last day of the notice if it is given on that day.',
    example: '2024-04-23',
  })
  readonly earliestExpiry!: PlainDate;

  @ApiProperty(BASIS)
  readonly basis!: Basis;
}
