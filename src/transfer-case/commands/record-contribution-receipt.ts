import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import {
  recordContributionReceipt,
  type RecordContributionReceiptTerms,
} from '../domain/record-contribution-receipt/record-contribution-receipt.decision.js';
import { CaseCommand, CaseHandler, type Given } from './case-command.js';

/** Records a contribution that the person really paid. */
export class RecordContributionReceipt extends CaseCommand<Given<RecordContributionReceiptTerms>> {}

@CommandHandler(RecordContributionReceipt)
export class RecordContributionReceiptHandler
  extends CaseHandler
  implements ICommandHandler<RecordContributionReceipt, Committed<CaseRecord>>
{
  execute({
    caseRef,
    terms,
    context,
    ifRevision,
  }: RecordContributionReceipt): Promise<Committed<CaseRecord>> {
    return this.cases.decide(
      caseRef,
      recordContributionReceipt({ ...terms, today: this.today }),
      context,
      ifRevision,
    );
  }
}
