import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, Matches } from 'class-validator';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { Moment } from '../../../platform/http/wire/clocks.js';
import { OptionalDay } from '../../../platform/http/wire/fields.js';

/** Which step of a case to show. */
export class ReplayQueryDto {
  @ApiPropertyOptional({
    description:
      'The position of an event of the case, as the list of its events gives it. The last one unless given.',
    example: '1042',
  })
  @IsOptional()
  @Matches(/^\d{1,19}(?:\/\d{1,19})?$/, { message: 'position must be that of an event, such as 1042' })
  readonly position?: string;
}

/** Between which looks at a case to tell the difference. */
export class DifferenceQueryDto {
  @Moment('What had been recorded by this moment, on the one side.', '2024-06-15T09:00:00Z')
  readonly from!: string;

  @Moment('What had been recorded by this moment, on the other side. It must have passed.', '2024-09-30')
  readonly to!: string;

  @OptionalDay('On the one side only what was true by this day.', '2024-06-01')
  readonly fromAsAt?: PlainDate;

  @OptionalDay('On the other side only what was true by this day.', '2024-09-01')
  readonly toAsAt?: PlainDate;
}
