import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import {
  reviseDecision,
  type ReviseDecisionTerms,
} from '../domain/revise-decision/revise-decision.decision.js';
import { CaseCommand, type Given } from './case-command.js';
import { LiabilityHandler } from './liability-handler.js';

/** Records that a decision was revised after a challenge. */
export class ReviseDecision extends CaseCommand<Given<ReviseDecisionTerms>> {}

@CommandHandler(ReviseDecision)
export class ReviseDecisionHandler
  extends LiabilityHandler
  implements ICommandHandler<ReviseDecision, Committed<CaseRecord>>
{
  execute({ caseRef, terms, context, ifRevision }: ReviseDecision): Promise<Committed<CaseRecord>> {
    return this.decide(caseRef, reviseDecision({ ...terms, today: this.today }), context, ifRevision);
  }
}
