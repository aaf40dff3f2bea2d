import { applyDecorators, type Type as Class } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsOptional, ValidateNested } from 'class-validator';

/** Ten years of weekly payments; no calculation needs more of anything. */
const MOST = 520;

/** An object that may be left out. */
export function OptionalPart(type: Class<object>, description: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type, description }),
    IsOptional(),
    ValidateNested(),
    Type(() => type),
  );
}

/** A list of objects that may be left out. */
export function OptionalList(type: Class<object>, description: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ type: [type], description }),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(MOST),
    ValidateNested({ each: true }),
    Type(() => type),
  );
}
