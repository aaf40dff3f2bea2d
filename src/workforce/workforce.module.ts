import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ImportsModule } from '../platform/imports/imports.module.js';
import { TransferCaseModule } from '../transfer-case/index.js';
import { LeaveCalculationController } from './api/calculations/leave-calculation.controller.js';
import { EmploymentCommandsController } from './api/employment-commands.controller.js';
import { EmploymentsController } from './api/employments.controller.js';
import { EmploymentImportsController } from './api/imports/employment-imports.controller.js';
import { ExposureController } from './api/exposure.controller.js';
import { FiguresController } from './api/figures.controller.js';
import { RedundancyCalculatorsController } from './api/calculations/redundancy-calculators.controller.js';
import { RedundancyCommandsController } from './api/redundancy-commands.controller.js';
import { WorkforceProblems } from './api/workforce-problems.js';
import { AssessRedundancyHandler } from './commands/assess-redundancy.js';
import { ChangeTermsHandler } from './commands/change-terms.js';
import { Employments } from './commands/employments.js';
import { EndEmploymentHandler } from './commands/end-employment.js';
import { ImportEmploymentsHandler } from './commands/import-employments.js';
import { RecordFundingPeriodHandler } from './commands/record-funding-period.js';
import { RecordLeaveStatementHandler } from './commands/record-leave-statement.js';
import { ShareRedundancyHandler } from './commands/share-redundancy.js';
import { StartEmploymentHandler } from './commands/start-employment.js';
import { StateContinuousServiceHandler } from './commands/state-continuous-service.js';
import { UpdateInsuranceClaimHandler } from './commands/update-insurance-claim.js';
import { LeaveQuery } from './projections/accrued-leave/leave.query.js';
import { EmploymentsQuery } from './projections/employments/employments.query.js';
import { ExposureQuery } from './projections/exposure/exposure.query.js';
import { RedundanciesQuery } from './projections/redundancy-cost-split/redundancies.query.js';
import { WhenAlertRaisedStartEmployments } from './reactors/when-alert-raised-start-employments.js';

/** The PAs who come along: their jobs, who funded which day, leave and redundancy. */
@Module({
  imports: [CqrsModule, ImportsModule, TransferCaseModule],
  controllers: [
    EmploymentsController,
    EmploymentCommandsController,
    RedundancyCommandsController,
    RedundancyCalculatorsController,
    FiguresController,
    ExposureController,
    LeaveCalculationController,
    EmploymentImportsController,
  ],
  providers: [
    Employments,
    EmploymentsQuery,
    RedundanciesQuery,
    LeaveQuery,
    ExposureQuery,
    StartEmploymentHandler,
    ChangeTermsHandler,
    RecordFundingPeriodHandler,
    RecordLeaveStatementHandler,
    EndEmploymentHandler,
    StateContinuousServiceHandler,
    UpdateInsuranceClaimHandler,
    AssessRedundancyHandler,
    ShareRedundancyHandler,
    ImportEmploymentsHandler,
    WorkforceProblems,
    WhenAlertRaisedStartEmployments,
  ],
  exports: [Employments, EmploymentsQuery, RedundanciesQuery, LeaveQuery, WhenAlertRaisedStartEmployments],
})
export class WorkforceModule {}
