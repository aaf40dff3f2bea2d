import { Module } from '@nestjs/common';
import { RechargeModule } from '../recharge/index.js';
import { TransferCaseModule } from '../transfer-case/index.js';
import { RestrictedScheduleController } from './api/restricted-schedule.controller.js';

/** What of people belongs to documents, and so needs the contexts that make them. */
@Module({
  imports: [TransferCaseModule, RechargeModule],
  controllers: [RestrictedScheduleController],
})
export class RestrictedScheduleModule {}
