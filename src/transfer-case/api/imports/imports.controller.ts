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
import { ImportPayments } from '../../commands/import-payments.js';
import type { PaymentImportReport } from '../../commands/payment-import-report.js';
import { paymentImportAnswer, PaymentImportAnswer } from './payment-import.answer.js';
import { PAYMENT_COLUMNS, paymentRow } from './payment-rows.js';

const EXAMPLE = `${PAYMENT_COLUMNS.join(',')}
TC-7F3K92QD1M,DP-0001,2024-04-15,2024-04-15,2024-05-12,2048.76
TC-7F3K92QD1M,DP-0002,13/05/2024,13/05/2024,09/06/2024,2048.76
`;

/** Lists from other systems. */
@ApiTags('Imports')
@Controller('v1/imports')
export class ImportsController {
  constructor(private readonly commands: CommandBus) {}

  @Post('payments')
  @ImportsCsv(EXAMPLE)
  @RequiresRole('council-finance')
  @ApiOperation({
    summary: 'Import payments of your council from a CSV file',
    description:
      'Either every row is taken or nothing is stored. A payment that is there already with the same facts is left as it is. Try a file with dryRun=true first.',
  })
  @ApiOkResponse({ type: PaymentImportAnswer })
  async importPayments(
    @Req() request: FastifyRequest,
    @Query() query: ImportQueryDto,
    @CommandContextOf() context: CommandContext,
  ): Promise<Readonly<PaymentImportAnswer>> {
    const dryRun = query.dryRun === 'true';
    const rows = await readCsv(uploadedText(request), PAYMENT_COLUMNS, paymentRow);
    const command = new ImportPayments(rows, dryRun, context);
    const report = await this.commands.execute<ImportPayments, PaymentImportReport>(command);
    return paymentImportAnswer(report, dryRun);
  }
}
