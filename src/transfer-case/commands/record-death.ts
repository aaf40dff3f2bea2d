import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import { recordDeath, type RecordDeathTerms } from '../domain/record-death/record-death.decision.js';
import { CaseCommand, CaseHandler, type Given } from './case-command.js';

/** Records the day on which the person died. */
export class RecordDeath extends CaseCommand<Given<RecordDeathTerms>> {}

@CommandHandler(RecordDeath)
export class RecordDeathHandler
  extends CaseHandler
  implements ICommandHandler<RecordDeath, Committed<CaseRecord>>
{
  execute({ caseRef, terms, context, ifRevision }: RecordDeath): Promise<Committed<CaseRecord>> {
    return this.cases.decide(caseRef, recordDeath({ ...terms, today: this.today }), context, ifRevision);
  }
}
