import { ApiProperty } from '@nestjs/swagger';
import { lastDayOf, type Period } from '../../../kernel/period.js';
import type { PlainDate } from '../../../kernel/plain-date.js';

/** Days from the first to the last, both included, as offices write them. */
export class DaysAnswer {
  @ApiProperty({ type: String, format: 'date', example: '2024-05-01' })
  readonly from!: PlainDate;

  @ApiProperty({ type: String, format: 'date', example: '2024-06-25' })
  readonly lastDay!: PlainDate;
}

/** A period as the API shows it; it must not be empty. */
export function daysAnswer(period: Period): Readonly<DaysAnswer> {
  return { from: period.from, lastDay: lastDayOf(period) };
}
