import { Controller, HttpCode, Post, Query, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  ApiBody,
  ApiConsumes,
  ApiOkResponse,
  ApiOperation,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { RequiresRole } from '../../../platform/access/access-rule.js';
import { CommandContextOf } from '../../../platform/access/current-actor.js';
import type { CommandContext } from '../../../platform/event-store/command-context.js';
import { csvRows } from '../../../platform/imports/csv-rows.js';
import { AcceptsFile, uploadedText } from '../../../platform/imports/file-uploads.js';
import type { EmploymentImportReport, EmploymentImportRow } from '../../commands/employment-import-report.js';
import { ImportEmployments } from '../../commands/import-employments.js';
import { employmentImportAnswer, EmploymentImportAnswer } from './employment-import-answers.js';
import { EMPLOYMENT_COLUMNS, employmentRow } from './employment-rows.js';

const EXAMPLE = `${EMPLOYMENT_COLUMNS.join(',')}
TC-7F3K92QD1M,PA-4471,employed,2016-04-01,30,12.00
TC-7F3K92QD1M,PA-4472,self-employed,01/09/2022,12.5,13.50
`;

/** Whether to store anything. */
export class EmploymentImportQueryDto {
  @ApiPropertyOptional({
    enum: ['true', 'false'],
    default: 'false',
    description: 'true to see what would happen.',
  })
  @IsOptional()
  @IsIn(['true', 'false'])
  readonly dryRun: 'true' | 'false' = 'false';
}

/** Lists of PAs from other systems. */
@ApiTags('Imports')
@Controller('v1/imports')
export class EmploymentImportsController {
  constructor(private readonly commands: CommandBus) {}

  @Post('employments')
  @HttpCode(200)
  @AcceptsFile()
  @RequiresRole('direct-payment-worker', 'council-finance')
  @ApiOperation({
    summary: 'Import the PAs of cases from a CSV file',
    description:
      'Either every row is taken or nothing is stored. A PA who is there already with the same facts is left as it is. Try a file with dryRun=true first.',
  })
  @ApiConsumes('text/csv', 'multipart/form-data')
  @ApiBody({ schema: { type: 'string', example: EXAMPLE } })
  @ApiOkResponse({ type: EmploymentImportAnswer })
  async importEmployments(
    @Req() request: FastifyRequest,
    @Query() query: EmploymentImportQueryDto,
    @CommandContextOf() context: CommandContext,
  ): Promise<Readonly<EmploymentImportAnswer>> {
    const dryRun = query.dryRun === 'true';
    const rows: EmploymentImportRow[] = [];
    for await (const row of csvRows(uploadedText(request), EMPLOYMENT_COLUMNS)) rows.push(employmentRow(row));
    const command = new ImportEmployments(rows, dryRun, context);
    const report = await this.commands.execute<ImportEmployments, EmploymentImportReport>(command);
    return employmentImportAnswer(report, dryRun);
  }
}
