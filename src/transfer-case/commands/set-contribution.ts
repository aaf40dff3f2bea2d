import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import { setContribution } from '../domain/set-contribution/set-contribution.decision.js';
import type { WeeklySumTerms } from '../domain/set-award-rate/weekly-sum.js';
import { CaseCommand, CaseHandler } from './case-command.js';

/** Sets what the person pays towards the direct payment each week. */
export class SetContribution extends CaseCommand<WeeklySumTerms> {}

@CommandHandler(SetContribution)
export class SetContributionHandler
  extends CaseHandler
  implements ICommandHandler<SetContribution, Committed<CaseRecord>>
{
  execute({ caseRef, terms, context, ifRevision }: SetContribution): Promise<Committed<CaseRecord>> {
    return this.cases.decide(caseRef, setContribution(terms), context, ifRevision);
  }
}
