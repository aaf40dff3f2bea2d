import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import {
  acknowledgeAlert,
  type AcknowledgeAlertTerms,
} from '../domain/acknowledge-alert/acknowledge-alert.decision.js';
import { CaseCommand, CaseHandler, type Given } from './case-command.js';

/** The NHS body acknowledges an alert and names its person for the case. */
export class AcknowledgeAlert extends CaseCommand<Given<AcknowledgeAlertTerms>> {}

@CommandHandler(AcknowledgeAlert)
export class AcknowledgeAlertHandler
  extends CaseHandler
  implements ICommandHandler<AcknowledgeAlert, Committed<CaseRecord>>
{
  execute({ caseRef, terms, context, ifRevision }: AcknowledgeAlert): Promise<Committed<CaseRecord>> {
    return this.cases.decide(caseRef, acknowledgeAlert({ ...terms, today: this.today }), context, ifRevision);
  }
}
