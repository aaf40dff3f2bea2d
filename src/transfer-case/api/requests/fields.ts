import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsDefined, IsOptional, IsString, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { IsPlainDate } from '../../../platform/http/wire/is-plain-date.js';
import { MoneyDto } from '../../../platform/http/wire/money.dto.js';

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

/** A reference or code that has to be given; which signs it may have, the rules of the case say. */
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

/** The id of the event that said it wrongly. */
export function Corrects(): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({
      format: 'uuid',
      description: 'The id of the event that this one puts right, as the case shows it.',
      example: '5a1d2c3e-7b64-8f20-9a31-4c5d6e7f8091',
    }),
    IsOptional(),
    IsUUID(),
  );
}
