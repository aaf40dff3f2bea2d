import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import { withdraw, type WithdrawTerms } from '../domain/withdraw/withdraw.decision.js';
import { CaseCommand, CaseHandler, type Given } from './case-command.js';

/** Ends a move that will not happen. */
export class WithdrawTransfer extends CaseCommand<Given<WithdrawTerms>> {}

@CommandHandler(WithdrawTransfer)
export class WithdrawTransferHandler
  extends CaseHandler
  implements ICommandHandler<WithdrawTransfer, Committed<CaseRecord>>
{
  execute({ caseRef, terms, context, ifRevision }: WithdrawTransfer): Promise<Committed<CaseRecord>> {
    return this.cases.decide(caseRef, withdraw({ ...terms, today: this.today }), context, ifRevision);
  }
}
