import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ImportsModule } from '../platform/imports/imports.module.js';
import { AgreementModule } from '../agreement/index.js';
import { AccountController } from './api/account.controller.js';
import { AssignmentController } from './api/assignment.controller.js';
import { AssessmentController } from './api/assessment.controller.js';
import { ChangedCircumstancesController } from './api/changed-circumstances.controller.js';
import { EndingController } from './api/ending.controller.js';
import { CaseProblems } from './api/case-problems.js';
import { FundingController } from './api/funding.controller.js';
import { ImportsController } from './api/imports/imports.controller.js';
import { TransferBackController } from './api/transfer-back.controller.js';
import { TransferCasesController } from './api/transfer-cases.controller.js';
import { AcknowledgeAlertHandler } from './commands/acknowledge-alert.js';
import { AssignCaseHandler, UnassignCaseHandler } from './commands/assign-case.js';
import { AgreeLiabilityDateHandler } from './commands/agree-liability-date.js';
import { AgreeInterimPayerHandler } from './commands/agree-interim-payer.js';
import { ChangeAreaHandler } from './commands/change-area.js';
import { AgreedOptions } from './commands/agreed-options.js';
import { AgreementAtLiability } from './commands/agreement-at-liability.js';
import { CaseRegisters } from './commands/case-registers.js';
import { ChangeAgreementHandler } from './commands/change-agreement.js';
import { ChooseBudgetFormHandler } from './commands/choose-budget-form.js';
import { ClassifyDelayHandler } from './commands/classify-delay.js';
import { CloseAccountHandler } from './commands/close-account.js';
import { CompleteTransferHandler } from './commands/complete-transfer.js';
import { DeclineChcHandler } from './commands/decline-chc.js';
import { DecideEligibilityHandler } from './commands/decide-eligibility.js';
import { ExtendBridgingHandler } from './commands/extend-bridging.js';
import { ImportPaymentsHandler } from './commands/import-payments.js';
import { OpenBridgingHandler } from './commands/open-bridging.js';
import { OverturnEligibilityHandler } from './commands/overturn-eligibility.js';
import { RaiseAlertHandler } from './commands/raise-alert.js';
import { ReclaimBalanceHandler } from './commands/reclaim-balance.js';
import { MergedCases } from './commands/merged-cases.js';
import { ReopenCaseHandler } from './commands/reopen-case.js';
import { RecordChecklistHandler } from './commands/record-checklist.js';
import { RecordContributionReceiptHandler } from './commands/record-contribution-receipt.js';
import { RecordDeathHandler } from './commands/record-death.js';
import { RetractDeathHandler } from './commands/retract-death.js';
import { RecordEligibilityLossHandler } from './commands/record-eligibility-loss.js';
import { RecordFastTrackHandler } from './commands/record-fast-track.js';
import { RecordOneOffHandler } from './commands/record-one-off.js';
import { RecordPaymentHandler } from './commands/record-payment.js';
import { ReviseDecisionHandler } from './commands/revise-decision.js';
import { SetAwardRateHandler } from './commands/set-award-rate.js';
import { RecordSuspensionHandler } from './commands/record-suspension.js';
import { SetJointPackageHandler } from './commands/set-joint-package.js';
import { SetContributionHandler } from './commands/set-contribution.js';
import { SetCouncilBudgetHandler } from './commands/set-council-budget.js';
import { SetPhbRateHandler } from './commands/set-phb-rate.js';
import { StartCouncilCoverHandler } from './commands/start-council-cover.js';
import { StartPhbCoverHandler } from './commands/start-phb-cover.js';
import { StateOpeningBalanceHandler } from './commands/state-opening-balance.js';
import { StopDirectPaymentHandler } from './commands/stop-direct-payment.js';
import { TransferCases } from './commands/transfer-cases.js';
import { WithdrawTransferHandler } from './commands/withdraw.js';
import { CaseSummaries } from './projections/case-summary/case-summary.query.js';
import { FundingTimelines } from './projections/funding-timeline/funding-timeline.query.js';

/** The move itself: from the alert over eligibility and bridging to the personal health budget. */
@Module({
  imports: [CqrsModule, AgreementModule, ImportsModule],
  controllers: [
    TransferCasesController,
    AssessmentController,
    AssignmentController,
    FundingController,
    AccountController,
    TransferBackController,
    EndingController,
    ChangedCircumstancesController,
    ImportsController,
  ],
  providers: [
    CaseProblems,
    TransferCases,
    CaseRegisters,
    AgreementAtLiability,
    AgreedOptions,
    CaseSummaries,
    FundingTimelines,
    RaiseAlertHandler,
    AcknowledgeAlertHandler,
    AssignCaseHandler,
    UnassignCaseHandler,
    RecordChecklistHandler,
    RecordFastTrackHandler,
    DecideEligibilityHandler,
    ReviseDecisionHandler,
    ClassifyDelayHandler,
    AgreeLiabilityDateHandler,
    OpenBridgingHandler,
    ExtendBridgingHandler,
    SetAwardRateHandler,
    SetContributionHandler,
    RecordPaymentHandler,
    ImportPaymentsHandler,
    RecordContributionReceiptHandler,
    RecordOneOffHandler,
    StateOpeningBalanceHandler,
    CloseAccountHandler,
    ReclaimBalanceHandler,
    RecordEligibilityLossHandler,
    OverturnEligibilityHandler,
    SetCouncilBudgetHandler,
    SetPhbRateHandler,
    StartCouncilCoverHandler,
    StartPhbCoverHandler,
    StopDirectPaymentHandler,
    SetJointPackageHandler,
    RecordSuspensionHandler,
    ChangeAreaHandler,
    AgreeInterimPayerHandler,
    RecordDeathHandler,
    RetractDeathHandler,
    DeclineChcHandler,
    ChangeAgreementHandler,
    ChooseBudgetFormHandler,
    CompleteTransferHandler,
    ReopenCaseHandler,
    MergedCases,
    WithdrawTransferHandler,
  ],
  exports: [TransferCases, MergedCases],
})
export class TransferCaseModule {}
