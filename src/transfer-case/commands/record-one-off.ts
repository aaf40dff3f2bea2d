import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { organisationDirectory } from '../../agreement/index.js';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import { recordOneOff, type RecordOneOffTerms } from '../domain/record-one-off/record-one-off.decision.js';
import { CaseCommand, CaseHandler, type Given } from './case-command.js';
import { byTheCase } from './transfer-cases.js';

/** A one-off payment as the caller names it: who paid is the council as it was on the day. */
export type GivenOneOff = Omit<Given<RecordOneOffTerms>, 'payer'>;

/** Records a one-off payment of the council. */
export class RecordOneOff extends CaseCommand<GivenOneOff> {}

@CommandHandler(RecordOneOff)
export class RecordOneOffHandler
  extends CaseHandler
  implements ICommandHandler<RecordOneOff, Committed<CaseRecord>>
{
  async execute({ caseRef, terms, context, ifRevision }: RecordOneOff): Promise<Committed<CaseRecord>> {
    const { today } = this;
    const oneOff = byTheCase(({ council }) => {
      const payer = organisationDirectory.bodyOn(council, terms.incurredOn)?.code ?? council;
      return recordOneOff({ ...terms, payer, today });
    });
    return this.cases.decide(caseRef, oneOff, context, ifRevision);
  }
}
