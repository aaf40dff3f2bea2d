import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import {
  startCouncilCover,
  type StartCouncilCoverTerms,
} from '../domain/transfer-back/start-council-cover.decision.js';
import { CaseCommand, CaseHandler } from './case-command.js';

/** Says from which day the council covers the person again. */
export class StartCouncilCover extends CaseCommand<StartCouncilCoverTerms> {}

@CommandHandler(StartCouncilCover)
export class StartCouncilCoverHandler
  extends CaseHandler
  implements ICommandHandler<StartCouncilCover, Committed<CaseRecord>>
{
  execute({ caseRef, terms, context, ifRevision }: StartCouncilCover): Promise<Committed<CaseRecord>> {
    return this.cases.decide(caseRef, startCouncilCover(terms), context, ifRevision);
  }
}
