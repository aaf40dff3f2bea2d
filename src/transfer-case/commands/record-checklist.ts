import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import {
  recordChecklist,
  type RecordChecklistTerms,
} from '../domain/record-checklist/record-checklist.decision.js';
import { CaseCommand, type Given } from './case-command.js';
import { LiabilityHandler } from './liability-handler.js';

/** Records when the completed checklist reached the NHS body. */
export class RecordChecklist extends CaseCommand<Given<RecordChecklistTerms>> {}

@CommandHandler(RecordChecklist)
export class RecordChecklistHandler
  extends LiabilityHandler
  implements ICommandHandler<RecordChecklist, Committed<CaseRecord>>
{
  execute({ caseRef, terms, context, ifRevision }: RecordChecklist): Promise<Committed<CaseRecord>> {
    return this.decide(caseRef, recordChecklist({ ...terms, today: this.today }), context, ifRevision);
  }
}
