import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import {
  agreeInterimPayer,
  type InterimPayerTerms,
} from '../domain/change-area/agree-interim-payer.decision.js';
import { CaseCommand, CaseHandler } from './case-command.js';
import { namedBody } from './named-body.js';

/** Names the NHS body that pays while the bodies dispute who is responsible. */
export class AgreeInterimPayer extends CaseCommand<
  Omit<InterimPayerTerms, 'interimPayer'> & { readonly interimPayer: string }
> {}

@CommandHandler(AgreeInterimPayer)
export class AgreeInterimPayerHandler
  extends CaseHandler
  implements ICommandHandler<AgreeInterimPayer, Committed<CaseRecord>>
{
  execute({ caseRef, terms, context, ifRevision }: AgreeInterimPayer): Promise<Committed<CaseRecord>> {
    const interimPayer = namedBody(terms.interimPayer, terms.from);
    return this.cases.decide(caseRef, agreeInterimPayer({ ...terms, interimPayer }), context, ifRevision);
  }
}
