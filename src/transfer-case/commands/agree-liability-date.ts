import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import {
  agreeLiabilityDate,
  type AgreeLiabilityDateTerms,
} from '../domain/agree-liability-date/agree-liability-date.decision.js';
import { CaseCommand, CaseHandler, type Given } from './case-command.js';

/** Records from when the parties agreed that the NHS body is liable. */
export class AgreeLiabilityDate extends CaseCommand<Given<AgreeLiabilityDateTerms>> {}

@CommandHandler(AgreeLiabilityDate)
export class AgreeLiabilityDateHandler
  extends CaseHandler
  implements ICommandHandler<AgreeLiabilityDate, Committed<CaseRecord>>
{
  execute({ caseRef, terms, context, ifRevision }: AgreeLiabilityDate): Promise<Committed<CaseRecord>> {
    return this.cases.decide(
      caseRef,
      agreeLiabilityDate({ ...terms, today: this.today }),
      context,
      ifRevision,
    );
  }
}
