import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import {
  recordSuspension,
  type SuspensionTerms,
} from '../domain/record-suspension/record-suspension.decision.js';
import { CaseCommand, CaseHandler } from './case-command.js';

/** Records that care at home was interrupted, and what was paid meanwhile. */
export class RecordSuspension extends CaseCommand<SuspensionTerms> {}

@CommandHandler(RecordSuspension)
export class RecordSuspensionHandler
  extends CaseHandler
  implements ICommandHandler<RecordSuspension, Committed<CaseRecord>>
{
  execute({ caseRef, terms, context, ifRevision }: RecordSuspension): Promise<Committed<CaseRecord>> {
    return this.cases.decide(caseRef, recordSuspension(terms), context, ifRevision);
  }
}
