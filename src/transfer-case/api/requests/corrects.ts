import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';

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
