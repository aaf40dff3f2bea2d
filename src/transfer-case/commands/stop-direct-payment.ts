import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import {
  stopDirectPayment,
  type StopDirectPaymentTerms,
} from '../domain/stop-direct-payment/stop-direct-payment.decision.js';
import { CaseCommand, CaseHandler } from './case-command.js';

/** Says which day the direct payment covers last. */
export class StopDirectPayment extends CaseCommand<StopDirectPaymentTerms> {}

@CommandHandler(StopDirectPayment)
export class StopDirectPaymentHandler
  extends CaseHandler
  implements ICommandHandler<StopDirectPayment, Committed<CaseRecord>>
{
  execute({ caseRef, terms, context, ifRevision }: StopDirectPayment): Promise<Committed<CaseRecord>> {
    return this.cases.decide(caseRef, stopDirectPayment(terms), context, ifRevision);
  }
}
