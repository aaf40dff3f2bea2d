import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { PlainDate } from '../../kernel/plain-date.js';
import { PageQuery } from '../../platform/http/paging/page-query.dto.js';
import { OptionalDay } from '../../platform/http/wire/fields.js';

export const HISTORY_ORDERS = ['recordedAt', '-recordedAt'] as const;

/** Which events of a case to list. */
export class HistoryQueryDto extends PageQuery {
  @ApiPropertyOptional({ description: 'Only events of this type.', example: 'transfer-case.alert-raised' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly type?: string;

  @ApiPropertyOptional({ description: 'Only events that this person recorded, by sign-in id.' })
  @IsOptional()
  @IsString()
  @MaxLength(255)
  readonly actor?: string;

  @OptionalDay('The first day of recording, in London.', '2024-05-01')
  readonly from?: PlainDate;

  @OptionalDay('The last day of recording, in London.', '2024-05-31')
  readonly lastDay?: PlainDate;

  @ApiPropertyOptional({
    description: 'Newest last, or with a minus newest first.',
    enum: HISTORY_ORDERS,
    default: 'recordedAt',
  })
  @IsOptional()
  @IsIn(HISTORY_ORDERS)
  readonly sort: (typeof HISTORY_ORDERS)[number] = 'recordedAt';
}
