import { Module } from '@nestjs/common';
import { AgreementModule } from '../agreement/index.js';
import { TransferCaseModule } from '../transfer-case/index.js';
import { SimulationProblems } from './api/simulation-problems.js';
import { SimulationsController } from './api/simulations.controller.js';
import { Simulations } from './commands/simulations.js';

/** What cases would come to under another agreement than theirs. It has no events and no tables. */
@Module({
  imports: [AgreementModule, TransferCaseModule],
  controllers: [SimulationsController],
  providers: [SimulationProblems, Simulations],
})
export class SimulationModule {}
