import { Module } from '@nestjs/common';
import { TransferCaseModule } from '../transfer-case/index.js';
import { HistoryController } from './api/history.controller.js';
import { ReplayController } from './api/replay/replay.controller.js';
import { StoredEventsController } from './api/stored-events.controller.js';
import { HistoryQuery } from './projections/history/history.query.js';

/** The history of each case, for everybody who has a part in it. */
@Module({
  imports: [TransferCaseModule],
  controllers: [HistoryController, ReplayController, StoredEventsController],
  providers: [HistoryQuery],
})
export class AuditModule {}
