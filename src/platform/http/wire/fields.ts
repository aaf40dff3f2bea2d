import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { IsPlainDate } from './is-plain-date.js';
import { MoneyDto } from './money.dto.js';

const LONGEST_CODE = 64;

/** A civil day that has to be given. */
export function Day(description: string, example: string): PropertyDecorator {
  return applyDecorators(ApiProperty({ type: String, format: 'date', description, example }), IsPlainDate());
}

/** A civil day that may be left out. */
export function OptionalDay(description: string, example: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: String, format: 'date', description, example }),
    IsOptional(),
    IsPlainDate(),
  );
}

/** A reference or code that has to be given; which signs it may have, the rules of the context say. */
export function Code(description: string, example: string): PropertyDecorator {
  return applyDecorators(ApiProperty({ description, example }), IsString(), MaxLength(LONGEST_CODE));
}

/** A reference or code that may be left out. */
export function OptionalCode(description: string, example: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ description, example }),
    IsOptional(),
    IsString(),
    MaxLength(LONGEST_CODE),
  );
}

/** Money that has to be given. */
export function MoneyField(description: string): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: MoneyDto, description }),
    IsDefined(),
    ValidateNested(),
    Type(() => MoneyDto),
  );
}

/** Money that may be left out. */
export function OptionalMoneyField(description: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: MoneyDto, description }),
    IsOptional(),
    ValidateNested(),
    Type(() => MoneyDto),
  );
}
