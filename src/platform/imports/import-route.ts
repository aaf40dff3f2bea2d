import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { MAX_ROWS } from './csv-rows.js';
import { AcceptsFile, MAX_FILE_BYTES } from './file-uploads.js';

const DESCRIPTION = `Text in UTF-8 with a header, of at most ${MAX_ROWS} rows and ${MAX_FILE_BYTES} bytes.`;

/** For a route that takes a CSV file, and answers 200 with what became of its rows. */
export const ImportsCsv = (example: string): MethodDecorator =>
  applyDecorators(
    HttpCode(200),
    AcceptsFile(),
    ApiConsumes('text/csv', 'multipart/form-data'),
    ApiBody({ schema: { type: 'string', example }, description: DESCRIPTION }),
  );

/** Whether to store anything. */
export class ImportQueryDto {
  @ApiPropertyOptional({
    enum: ['true', 'false'],
    default: 'false',
    description: 'true to see what would happen.',
  })
  @IsOptional()
  @IsIn(['true', 'false'])
  readonly dryRun: 'true' | 'false' = 'false';
}
