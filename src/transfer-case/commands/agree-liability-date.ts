import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import {
  agreeLiabilityDate,
  type AgreeLiabilityDateTerms,
} from '../domain/agree-liability-date/agree-liability-date.decision.js';
import { CaseCommand, type Given } from './case-command.js';
import { LiabilityHandler } from './liability-handler.js';

/** Records from when the parties agreed that the NHS body is liable. */
export class AgreeLiabilityDate extends CaseCommand<Given<AgreeLiabilityDateTerms>> {}

@CommandHandler(AgreeLiabilityDate)
export class AgreeLiabilityDateHandler
  extends LiabilityHandler
  implements ICommandHandler<AgreeLiabilityDate, Committed<CaseRecord>>
{
  execute({ caseRef, terms, context, ifRevision }: AgreeLiabilityDate): Promise<Committed<CaseRecord>> {
    return this.decide(caseRef, agreeLiabilityDate({ ...terms, today: this.today }), context, ifRevision);
  }
}
