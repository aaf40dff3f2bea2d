import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import { closeAccount, type CloseAccountTerms } from '../domain/account/close-account.decision.js';
import { CaseCommand, CaseHandler, type Given } from './case-command.js';

/** Closes the account of the direct payment. */
export class CloseAccount extends CaseCommand<Given<CloseAccountTerms>> {}

@CommandHandler(CloseAccount)
export class CloseAccountHandler
  extends CaseHandler
  implements ICommandHandler<CloseAccount, Committed<CaseRecord>>
{
  execute({ caseRef, terms, context, ifRevision }: CloseAccount): Promise<Committed<CaseRecord>> {
    return this.cases.decide(caseRef, closeAccount({ ...terms, today: this.today }), context, ifRevision);
  }
}
