import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import { reclaimBalance, type ReclaimBalanceTerms } from '../domain/account/reclaim-balance.decision.js';
import { CaseCommand, CaseHandler, type Given } from './case-command.js';

/** Says what the council took back from the account. */
export class ReclaimBalance extends CaseCommand<Given<ReclaimBalanceTerms>> {}

@CommandHandler(ReclaimBalance)
export class ReclaimBalanceHandler
  extends CaseHandler
  implements ICommandHandler<ReclaimBalance, Committed<CaseRecord>>
{
  execute({ caseRef, terms, context, ifRevision }: ReclaimBalance): Promise<Committed<CaseRecord>> {
    return this.cases.decide(caseRef, reclaimBalance({ ...terms, today: this.today }), context, ifRevision);
  }
}
