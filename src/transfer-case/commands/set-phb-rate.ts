import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import type { WeeklySumTerms } from '../domain/set-award-rate/weekly-sum.js';
import { setPhbRate } from '../domain/transfer-back/set-phb-rate.decision.js';
import { CaseCommand, CaseHandler } from './case-command.js';

/** Sets what the personal health budget pays from a day on. */
export class SetPhbRate extends CaseCommand<WeeklySumTerms> {}

@CommandHandler(SetPhbRate)
export class SetPhbRateHandler
  extends CaseHandler
  implements ICommandHandler<SetPhbRate, Committed<CaseRecord>>
{
  execute({ caseRef, terms, context, ifRevision }: SetPhbRate): Promise<Committed<CaseRecord>> {
    return this.cases.decide(caseRef, setPhbRate(terms), context, ifRevision);
  }
}
