import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import {
  recordEligibilityLoss,
  type RecordEligibilityLossTerms,
} from '../domain/transfer-back/record-eligibility-loss.decision.js';
import { CaseCommand, CaseHandler, type Given } from './case-command.js';

/** Records that the person is not eligible any more. */
export class RecordEligibilityLoss extends CaseCommand<Given<RecordEligibilityLossTerms>> {}

@CommandHandler(RecordEligibilityLoss)
export class RecordEligibilityLossHandler
  extends CaseHandler
  implements ICommandHandler<RecordEligibilityLoss, Committed<CaseRecord>>
{
  execute({ caseRef, terms, context, ifRevision }: RecordEligibilityLoss): Promise<Committed<CaseRecord>> {
    return this.cases.decide(
      caseRef,
      recordEligibilityLoss({ ...terms, today: this.today }),
      context,
      ifRevision,
    );
  }
}
