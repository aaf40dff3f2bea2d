import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { TransferCaseModule } from '../transfer-case/index.js';
import { AgedDebtController } from './api/aged-debt.controller.js';
import { BridgingCalculationController } from './api/calculations/bridging-calculation.controller.js';
import { LiabilitiesController } from './api/liabilities.controller.js';
import { MergerController } from './api/merger.controller.js';
import { RechargeProblems } from './api/recharge-problems.js';
import { RechargeCommandsController } from './api/recharge-commands.controller.js';
import { RechargesOfCaseController } from './api/recharges-of-case.controller.js';
import { RechargesController } from './api/recharges.controller.js';
import { StatementsController } from './api/statements.controller.js';
import { AcceptLineHandler } from './commands/accept-line.js';
import { ApproveRechargeHandler } from './commands/approve-recharge.js';
import { CalculateRechargeHandler } from './commands/calculate-recharge.js';
import { CaseLeave } from './commands/case-leave.js';
import { ChargeRegisters } from './commands/charge-registers.js';
import { ChargeTerms } from './commands/charge-terms.js';
import { CreditRechargeHandler } from './commands/credit-recharge.js';
import { IssueRechargeHandler } from './commands/issue-recharge.js';
import { MergeCaseHandler } from './commands/merge-case.js';
import { PayRechargeHandler } from './commands/pay-recharge.js';
import { QueryLineHandler } from './commands/query-line.js';
import { RecalculateRechargeHandler } from './commands/recalculate-recharge.js';
import { Recharges } from './commands/recharges.js';
import { WithdrawRechargeHandler } from './commands/withdraw-recharge.js';
import { BridgingRechargeQuery } from './projections/bridging-recharge/bridging-recharge.query.js';
import { RechargesQuery } from './projections/recharges/recharges.query.js';
import { StatementQuery } from './projections/statement/statement.query.js';

/** Charges between the bodies: worked out, approved, issued, queried or accepted by line, paid and credited. */
@Module({
  imports: [CqrsModule, TransferCaseModule],
  controllers: [
    BridgingCalculationController,
    LiabilitiesController,
    RechargesController,
    RechargesOfCaseController,
    RechargeCommandsController,
    MergerController,
    StatementsController,
    AgedDebtController,
  ],
  providers: [
    RechargeProblems,
    Recharges,
    CaseLeave,
    ChargeRegisters,
    ChargeTerms,
    BridgingRechargeQuery,
    RechargesQuery,
    StatementQuery,
    CalculateRechargeHandler,
    RecalculateRechargeHandler,
    ApproveRechargeHandler,
    IssueRechargeHandler,
    MergeCaseHandler,
    QueryLineHandler,
    AcceptLineHandler,
    PayRechargeHandler,
    CreditRechargeHandler,
    WithdrawRechargeHandler,
  ],
  exports: [Recharges, BridgingRechargeQuery, RechargesQuery],
})
export class RechargeModule {}
