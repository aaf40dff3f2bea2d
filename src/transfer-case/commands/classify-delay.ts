import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import { classifyDelay, type ClassifyDelayTerms } from '../domain/classify-delay/classify-delay.decision.js';
import { CaseCommand, type Given } from './case-command.js';
import { LiabilityHandler } from './liability-handler.js';

/** Says whether a late decision was justified. */
export class ClassifyDelay extends CaseCommand<Given<ClassifyDelayTerms>> {}

@CommandHandler(ClassifyDelay)
export class ClassifyDelayHandler
  extends LiabilityHandler
  implements ICommandHandler<ClassifyDelay, Committed<CaseRecord>>
{
  execute({ caseRef, terms, context, ifRevision }: ClassifyDelay): Promise<Committed<CaseRecord>> {
    return this.decide(caseRef, classifyDelay({ ...terms, today: this.today }), context, ifRevision);
  }
}
