import { CreateEventStore1790000000000 } from './1790000000000-event-store.js';
import { CreateProjectionCheckpoints1790000001000 } from './1790000001000-projection-checkpoints.js';
import { CreateReactorCheckpoints1790000002000 } from './1790000002000-reactor-checkpoints.js';
import { CreateIdempotencyKeys1790000101000 } from './1790000101000-idempotency-keys.js';
import { CreateStaffDirectory1790000102000 } from './1790000102000-staff-directory.js';
import { CreateAgreements1790000201000 } from './1790000201000-agreements.js';
import { CreateHistory1790000202000 } from './1790000202000-history.js';
import { CreateCaseSummary1790000301000 } from './1790000301000-case-summary.js';
import { AddLaterNhsBodies1790000303000 } from './1790000303000-later-nhs-bodies.js';
import { CreateFundingTimeline1790000302000 } from './1790000302000-funding-timeline.js';
import { CreateBridgingRecharge1790000401000 } from './1790000401000-bridging-recharge.js';
import { AddBridgingReclaim1790000403000 } from './1790000403000-bridging-reclaim.js';
import { AddBridgingShares1790000404000 } from './1790000404000-bridging-shares.js';
import { AddBridgingDebtors1790000405000 } from './1790000405000-bridging-debtors.js';
import { AddBridgingOneOffs1790000406000 } from './1790000406000-bridging-one-offs.js';
import { AddLeaveHeldBack1790000407000 } from './1790000407000-leave-held-back.js';
import { AddBridgingTransferBack1790000408000 } from './1790000408000-bridging-transfer-back.js';
import { AddRechargeDirection1790000409000 } from './1790000409000-recharge-direction.js';
import { AddRechargeSuccessorChoice1790000410000 } from './1790000410000-recharge-successor-choice.js';
import { CreateRecharges1790000402000 } from './1790000402000-recharges.js';
import { CreateEmployments1790000451000 } from './1790000451000-employments.js';
import { CreateRedundancyCostSplit1790000452000 } from './1790000452000-redundancy-cost-split.js';
import { CreateAccruedLeave1790000453000 } from './1790000453000-accrued-leave.js';
import { CreateProjectionRebuild1790000501000 } from './1790000501000-projection-rebuild.js';
import { AddLeaveConsequences1790000502000 } from './1790000502000-leave-consequences.js';
import { CreateOutbox1790000503000 } from './1790000503000-outbox.js';
import { CreateRedundancyReferrals1790000601000 } from './1790000601000-redundancy-referrals.js';
import { CreateExposure1790000603000 } from './1790000603000-exposure.js';
import { CreateContinuousService1790000602000 } from './1790000602000-continuous-service.js';
import { CreateDocumentAccounts1790000801000 } from './1790000801000-document-accounts.js';
import { CreateEventStoreRole1790000701000 } from './1790000701000-event-store-role.js';
import { CreateSessions1790001101000 } from './1790001101000-sessions.js';
import { CreateSettledBefore1790000902000 } from './1790000902000-settled-before.js';
import { CreateReactorParked1790000901000 } from './1790000901000-reactor-parked.js';
import { CreatePeople1790001002000 } from './1790001002000-people.js';
import { CreateAccessLog1790001003000 } from './1790001003000-access-log.js';
import { CreateErasureRequests1790001102000 } from './1790001102000-erasure-requests.js';
import { AddHistoryCorrections1790001201000 } from './1790001201000-history-corrections.js';
import { CreateDatabaseRoles1790001301000 } from './1790001301000-database-roles.js';
import {
  AddAccruedLeaveRights1790001312000,
  AddAgreementRights1790001302000,
  AddBridgingRechargeRights1790001306000,
  AddCaseSummaryRights1790001304000,
  AddDocumentAccountRights1790001308000,
  AddEmploymentRights1790001309000,
  AddExposureRights1790001311000,
  AddFundingPeriodRights1790001305000,
  AddHistoryRights1790001303000,
  AddRechargeRights1790001307000,
  AddRedundancyRights1790001310000,
} from './1790001302000-row-rights.js';
import { CreateAlertDrafts1790002501000 } from './1790002501000-alert-drafts.js';
import { AddErasureRequesters1790002601000 } from './1790002601000-erasure-requesters.js';
import { QuickerAppends1790002701000 } from './1790002701000-quicker-appends.js';
import { KeepIdempotencyKeysInPlace1790002702000 } from './1790002702000-idempotency-keys-in-place.js';
import { AppendAllOrEach1790002703000 } from './1790002703000-append-all-or-each.js';
import { AddRebuildFoldedFrom1790002801000 } from './1790002801000-rebuild-folded-from.js';
import { FillSeenBy1790001313000 } from './1790001313000-seen-by.js';
import { AddRechargeDuties1790001402000 } from './1790001402000-recharge-duties.js';
import { AddRechargeWaitingOn1790001405000 } from './1790001405000-recharge-waiting-on.js';
import {
  AddStaffRowRights1790001502000,
  CreateStaffRights1790001501000,
} from './1790001501000-staff-rights.js';
import { CreateRetention1790002402000 } from './1790002402000-retention.js';
import { AddHistoryGrants1790002501000 } from './1790002501000-history-grants.js';
import { AddCaseworker1790002601000 } from './1790002601000-caseworker.js';
import { AddHistoryRecord1790002602000 } from './1790002602000-history-record.js';
import type { MigrationClass } from './migration-class.js';

// To add a read model: write `<epoch-ms>-<what>.ts` with a class `Create<What><epoch-ms>` that has `up` and `down`, import it
// here, and list it in `readModelMigrations` under the name of its projection (`SubjectProjection.name`). Nothing else.
// TypeORM runs migrations in the order of the number in the class name, so a new one takes a larger number than all others.
// A migration that has been released is never edited: a later change to the table is another migration under the same name.

/** The migrations that make the tables of each read model, by the name of its projection. A rebuild can run them again. */
export const readModelMigrations: Readonly<Record<string, readonly MigrationClass[]>> = {
  agreements: [CreateAgreements1790000201000, AddAgreementRights1790001302000],
  'staff-rights': [CreateStaffRights1790001501000, AddStaffRowRights1790001502000],
  history: [
    CreateHistory1790000202000,
    AddHistoryCorrections1790001201000,
    AddHistoryRights1790001303000,
    AddHistoryGrants1790002501000,
    AddHistoryRecord1790002602000,
  ],
  'case-summary': [
    CreateCaseSummary1790000301000,
    AddLaterNhsBodies1790000303000,
    AddCaseSummaryRights1790001304000,
    AddCaseworker1790002601000,
  ],
  'funding-timeline': [CreateFundingTimeline1790000302000, AddFundingPeriodRights1790001305000],
  'bridging-recharge': [
    CreateBridgingRecharge1790000401000,
    AddBridgingReclaim1790000403000,
    AddBridgingShares1790000404000,
    AddBridgingDebtors1790000405000,
    AddBridgingOneOffs1790000406000,
    AddLeaveHeldBack1790000407000,
    AddBridgingTransferBack1790000408000,
    AddBridgingRechargeRights1790001306000,
  ],
  recharges: [
    CreateRecharges1790000402000,
    AddRechargeDirection1790000409000,
    AddRechargeSuccessorChoice1790000410000,
    AddRechargeRights1790001307000,
    AddRechargeDuties1790001402000,
    AddRechargeWaitingOn1790001405000,
  ],
  'document-accounts': [CreateDocumentAccounts1790000801000, AddDocumentAccountRights1790001308000],
  employments: [
    CreateEmployments1790000451000,
    CreateContinuousService1790000602000,
    AddEmploymentRights1790001309000,
  ],
  'redundancy-cost-split': [
    CreateRedundancyCostSplit1790000452000,
    CreateRedundancyReferrals1790000601000,
    AddRedundancyRights1790001310000,
  ],
  exposure: [CreateExposure1790000603000, AddExposureRights1790001311000],
  'accrued-leave': [
    CreateAccruedLeave1790000453000,
    AddLeaveConsequences1790000502000,
    AddAccruedLeaveRights1790001312000,
  ],
};

/** Every migration. */
export const migrations: readonly MigrationClass[] = [
  CreateEventStore1790000000000,
  CreateProjectionCheckpoints1790000001000,
  CreateReactorCheckpoints1790000002000,
  CreateIdempotencyKeys1790000101000,
  CreateStaffDirectory1790000102000,
  ...Object.values(readModelMigrations).flat(),
  CreateProjectionRebuild1790000501000,
  CreateOutbox1790000503000,
  CreateEventStoreRole1790000701000,
  CreateReactorParked1790000901000,
  CreateSettledBefore1790000902000,
  CreatePeople1790001002000,
  CreateAccessLog1790001003000,
  CreateSessions1790001101000,
  CreateErasureRequests1790001102000,
  CreateDatabaseRoles1790001301000,
  FillSeenBy1790001313000,
  CreateRetention1790002402000,
  CreateAlertDrafts1790002501000,
  AddErasureRequesters1790002601000,
  QuickerAppends1790002701000,
  KeepIdempotencyKeysInPlace1790002702000,
  AppendAllOrEach1790002703000,
  AddRebuildFoldedFrom1790002801000,
];
