import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import {
  stateOpeningBalance,
  type StateOpeningBalanceTerms,
} from '../domain/account/state-opening-balance.decision.js';
import { CaseCommand, CaseHandler, type Given } from './case-command.js';

/** Says what the account held as liability began. */
export class StateOpeningBalance extends CaseCommand<Given<StateOpeningBalanceTerms>> {}

@CommandHandler(StateOpeningBalance)
export class StateOpeningBalanceHandler
  extends CaseHandler
  implements ICommandHandler<StateOpeningBalance, Committed<CaseRecord>>
{
  execute({ caseRef, terms, context, ifRevision }: StateOpeningBalance): Promise<Committed<CaseRecord>> {
    return this.cases.decide(
      caseRef,
      stateOpeningBalance({ ...terms, today: this.today }),
      context,
      ifRevision,
    );
  }
}
