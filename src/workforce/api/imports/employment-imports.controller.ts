import { Controller, Post, Query, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { RequiresRole } from '../../../platform/access/access-rule.js';
import { CommandContextOf } from '../../../platform/access/current-actor.js';
import type { CommandContext } from '../../../platform/event-store/command-context.js';
import { readCsv } from '../../../platform/imports/csv-rows.js';
import { uploadedText } from '../../../platform/imports/file-uploads.js';
import { ImportQueryDto, ImportsCsv } from '../../../platform/imports/import-route.js';
import type { EmploymentImportReport } from '../../commands/employment-import-report.js';
import { ImportEmployments } from '../../commands/import-employments.js';
import { EmploymentImportAnswer } from './employment-import.answer.js';
import { EMPLOYMENT_COLUMNS, employmentRow } from './employment-rows.js';

const EXAMPLE = `${EMPLOYMENT_COLUMNS.join(',')}
TC-7F3K92QD1M,PA-4471,employed,2016-04-01,30,12.00
TC-7F3K92QD1M,PA-4472,self-employed,01/09/2022,12.5,13.50
`;

/** Lists of PAs from other systems. */
@ApiTags('Imports')
@Controller('v1/imports')
export class EmploymentImportsController {
  constructor(private readonly commands: CommandBus) {}

  @Post('employments')
  @ImportsCsv(EXAMPLE)
  @RequiresRole('direct-payment-worker', 'council-finance')
  @ApiOperation({
    summary: 'Import the PAs of cases from a CSV file',
    description:
      'Either every row is taken or nothing is stored. A PA who is there already with the same facts is left as it is. Try a file with dryRun=true first.',
  })
  @ApiOkResponse({ type: EmploymentImportAnswer })
  async importEmployments(
    @Req() request: FastifyRequest,
    @Query() query: ImportQueryDto,
    @CommandContextOf() context: CommandContext,
  ): Promise<Readonly<EmploymentImportAnswer>> {
    const dryRun = query.dryRun === 'true';
    const rows = await readCsv(uploadedText(request), EMPLOYMENT_COLUMNS, employmentRow);
    const command = new ImportEmployments(rows, dryRun, context);
    const report = await this.commands.execute<ImportEmployments, EmploymentImportReport>(command);
    return { dryRun, ...report };
  }
}
