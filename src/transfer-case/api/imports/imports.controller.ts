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
import { AcceptsFile, uploadedText } from '../../../platform/imports/file-uploads.js';
import { csvRows } from '../../../platform/imports/csv-rows.js';
import { ImportPayments } from '../../commands/import-payments.js';
import type { ImportReport, PaymentRow } from '../../commands/payment-import-report.js';
import { importAnswer, ImportAnswer } from './import.answer.js';
import { PAYMENT_COLUMNS, paymentRow } from './payment-rows.js';

const EXAMPLE = `${PAYMENT_COLUMNS.join(',')}
TC-7F3K92QD1M,DP-0001,2024-04-15,2024-04-15,2024-05-12,2048.76
TC-7F3K92QD1M,DP-0002,13/05/2024,13/05/2024,09/06/2024,2048.76
`;

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

/** Lists from other systems. */
@ApiTags('Imports')
@Controller('v1/imports')
export class ImportsController {
  constructor(private readonly commands: CommandBus) {}

  @Post('payments')
  @HttpCode(200)
  @AcceptsFile()
  @RequiresRole('council-finance')
  @ApiOperation({
    summary: 'Import payments of your council from a CSV file',
    description:
      'Either every row is taken or nothing is stored. A payment that is there already with the same facts is left as it is. Try a file with dryRun=true first.',
  })
  @ApiConsumes('text/csv', 'multipart/form-data')
  @ApiBody({ schema: { type: 'string', example: EXAMPLE } })
  @ApiOkResponse({ type: ImportAnswer })
  async importPayments(
    @Req() request: FastifyRequest,
    @Query() query: ImportQueryDto,
    @CommandContextOf() context: CommandContext,
  ): Promise<Readonly<ImportAnswer>> {
    const dryRun = query.dryRun === 'true';
    const rows: PaymentRow[] = [];
    for await (const row of csvRows(uploadedText(request), PAYMENT_COLUMNS)) rows.push(paymentRow(row));
    const command = new ImportPayments(rows, dryRun, context);
    return importAnswer(await this.commands.execute<ImportPayments, ImportReport>(command), dryRun);
  }
}
