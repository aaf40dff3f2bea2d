import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import { declineChc, type DeclineChcTerms } from '../domain/decline-chc/decline-chc.decision.js';
import { CaseCommand, CaseHandler, type Given } from './case-command.js';

/** Records that the person does not want NHS Continuing Healthcare. */
export class DeclineChc extends CaseCommand<Given<DeclineChcTerms>> {}

@CommandHandler(DeclineChc)
export class DeclineChcHandler
  extends CaseHandler
  implements ICommandHandler<DeclineChc, Committed<CaseRecord>>
{
  execute({ caseRef, terms, context, ifRevision }: DeclineChc): Promise<Committed<CaseRecord>> {
    return this.cases.decide(caseRef, declineChc({ ...terms, today: this.today }), context, ifRevision);
  }
}
