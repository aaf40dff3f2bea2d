import { Module } from '@nestjs/common';
import { TransferCaseModule } from '../transfer-case/index.js';
import { HistoryController } from './api/history.controller.js';
import { HistoryQuery } from './projections/history/history.query.js';

/** The history of each case, for everybody who has a part in it. */
@Module({
  imports: [TransferCaseModule],
  controllers: [HistoryController],
  providers: [HistoryQuery],
})
export class AuditModule {}
