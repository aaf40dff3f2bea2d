import { Global, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { COLLEAGUES_ON_RECORD } from '../platform/access/colleagues.js';
import { RIGHTS_ON_RECORD } from '../platform/access/rights.js';
import { ColleaguesController } from './api/colleagues.controller.js';
import { MeController } from './api/me.controller.js';
import { StaffProblems } from './api/staff-problems.js';
import { StaffController } from './api/staff.controller.js';
import { DecideRightHandler } from './commands/decide-right.js';
import { EndRightHandler } from './commands/end-right.js';
import { EndSessionsHandler } from './commands/end-sessions.js';
import { RecordAccountHandler } from './commands/record-account.js';
import { RecordSamePersonHandler } from './commands/record-same-person.js';
import { RequestRightHandler } from './commands/request-right.js';
import { RightsOnRecord } from './commands/rights-on-record.js';
import { StaffMembers } from './commands/staff-members.js';
import { WithdrawSamePersonHandler } from './commands/withdraw-same-person.js';
import { StaffRightsQuery } from './projections/staff-rights/staff-rights.query.js';

/** Who works with the product, and who may do what on which day. Everywhere, since the guard of every route asks. */
@Global()
@Module({
  imports: [CqrsModule],
  controllers: [MeController, ColleaguesController, StaffController],
  providers: [
    DecideRightHandler,
    EndRightHandler,
    EndSessionsHandler,
    RecordAccountHandler,
    RecordSamePersonHandler,
    RequestRightHandler,
    RightsOnRecord,
    { provide: RIGHTS_ON_RECORD, useExisting: RightsOnRecord },
    { provide: COLLEAGUES_ON_RECORD, useExisting: StaffRightsQuery },
    StaffMembers,
    StaffProblems,
    StaffRightsQuery,
    WithdrawSamePersonHandler,
  ],
  exports: [RIGHTS_ON_RECORD, COLLEAGUES_ON_RECORD],
})
export class StaffModule {}
