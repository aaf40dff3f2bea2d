import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsIn, IsOptional, ValidateNested } from 'class-validator';
import type { PlainDate } from '../../../src/kernel/plain-date.js';
import { PageQuery } from '../../../src/platform/http/paging/page-query.dto.js';
import { IsExactNumber } from '../../../src/platform/http/wire/is-exact-number.js';
import { IsPlainDate } from '../../../src/platform/http/wire/is-plain-date.js';
import { MoneyDto } from '../../../src/platform/http/wire/money.dto.js';

export class LineDto {
  @ApiProperty({ type: MoneyDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => MoneyDto)
  readonly money!: MoneyDto;
}

export class AddThingDto {
  @ApiProperty({ type: String, format: 'date', example: '2024-03-27' })
  @IsPlainDate()
  readonly startsOn!: PlainDate;

  @ApiProperty({ type: MoneyDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => MoneyDto)
  readonly weeklyAmount!: MoneyDto;

  @ApiPropertyOptional({ example: '30.25' })
  @IsOptional()
  @IsExactNumber()
  readonly hours?: string;

  @ApiPropertyOptional({ type: [LineDto] })
  @IsOptional()
  @ValidateNested({ each: true })
  @Type(() => LineDto)
  readonly lines?: readonly LineDto[];
}

export class ChangeThingDto {
  @ApiProperty({ type: MoneyDto })
  @IsDefined()
  @ValidateNested()
  @Type(() => MoneyDto)
  readonly weeklyAmount!: MoneyDto;
}

export class ThingsQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ['small', 'large'] })
  @IsOptional()
  @IsIn(['small', 'large'])
  readonly size?: 'small' | 'large';
}
