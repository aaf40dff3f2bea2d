import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { TriedWhen } from '../http/idempotency/trial-run.js';
import { MAX_ROWS } from './csv-rows.js';
import { AcceptsFile, MAX_FILE_BYTES } from './file-uploads.js';

const DESCRIPTION = `Text in UTF-8 with a header, of at most ${MAX_ROWS} rows and ${MAX_FILE_BYTES} bytes.`;

/** Told before the query has been checked: whatever is not exactly this is refused, or stores something. */
const isDryRun = ({ query }: Pick<FastifyRequest, 'query'>): boolean =>
  (query as Readonly<Record<string, unknown>>)['dryRun'] === 'true';

/** For a route that takes a CSV file, and answers 200 with what became of its rows. */
export const ImportsCsv = (example: string): MethodDecorator =>
  applyDecorators(
    HttpCode(200),
    AcceptsFile(),
    TriedWhen(isDryRun),
    ApiConsumes('text/csv', 'multipart/form-data'),
    ApiBody({ schema: { type: 'string', example }, description: DESCRIPTION }),
  );

/** Whether to store anything. */
export class ImportQueryDto {
  @ApiPropertyOptional({
    enum: ['true', 'false'],
    default: 'false',
    description:
      'true to see what would happen now: nothing is stored, and no answer is kept under the Idempotency-Key.',
  })
  @IsOptional()
  @IsIn(['true', 'false'])
  readonly dryRun: 'true' | 'false' = 'false';
}
