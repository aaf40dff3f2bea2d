import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import { setAwardRate } from '../domain/set-award-rate/set-award-rate.decision.js';
import type { WeeklySumTerms } from '../domain/set-award-rate/weekly-sum.js';
import { CaseCommand, CaseHandler } from './case-command.js';

/** Sets the gross weekly direct payment from a day on. */
export class SetAwardRate extends CaseCommand<WeeklySumTerms> {}

@CommandHandler(SetAwardRate)
export class SetAwardRateHandler
  extends CaseHandler
  implements ICommandHandler<SetAwardRate, Committed<CaseRecord>>
{
  execute({ caseRef, terms, context, ifRevision }: SetAwardRate): Promise<Committed<CaseRecord>> {
    return this.cases.decide(caseRef, setAwardRate(terms), context, ifRevision);
  }
}
