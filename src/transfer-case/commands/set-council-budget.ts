import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import type { WeeklySumTerms } from '../domain/set-award-rate/weekly-sum.js';
import { setCouncilBudget } from '../domain/transfer-back/set-council-budget.decision.js';
import { CaseCommand, CaseHandler } from './case-command.js';

/** Sets what the council assesses the person's budget at from a day on. */
export class SetCouncilBudget extends CaseCommand<WeeklySumTerms> {}

@CommandHandler(SetCouncilBudget)
export class SetCouncilBudgetHandler
  extends CaseHandler
  implements ICommandHandler<SetCouncilBudget, Committed<CaseRecord>>
{
  execute({ caseRef, terms, context, ifRevision }: SetCouncilBudget): Promise<Committed<CaseRecord>> {
    return this.cases.decide(caseRef, setCouncilBudget(terms), context, ifRevision);
  }
}
