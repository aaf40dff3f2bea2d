import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import { retractDeath, type RetractDeathTerms } from '../domain/record-death/retract-death.decision.js';
import { CaseCommand, CaseHandler, type Given } from './case-command.js';

/** Takes back a death that was recorded in error. */
export class RetractDeath extends CaseCommand<Given<RetractDeathTerms>> {}

@CommandHandler(RetractDeath)
export class RetractDeathHandler
  extends CaseHandler
  implements ICommandHandler<RetractDeath, Committed<CaseRecord>>
{
  execute({ caseRef, terms, context, ifRevision }: RetractDeath): Promise<Committed<CaseRecord>> {
    return this.cases.decide(caseRef, retractDeath({ ...terms, today: this.today }), context, ifRevision);
  }
}
