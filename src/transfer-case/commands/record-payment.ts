import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import { recordPayment } from '../domain/record-payment/record-payment.decision.js';
import { CaseCommand, CaseHandler } from './case-command.js';
import { withPayer, type GivenPayment } from './payer.js';

/** Records a payment of the caller's own body. */
export class RecordPayment extends CaseCommand<GivenPayment> {}

@CommandHandler(RecordPayment)
export class RecordPaymentHandler
  extends CaseHandler
  implements ICommandHandler<RecordPayment, Committed<CaseRecord>>
{
  async execute({ caseRef, terms, context, ifRevision }: RecordPayment): Promise<Committed<CaseRecord>> {
    const { state } = await this.cases.get(caseRef, context.actor);
    const payment = { ...withPayer(terms, state, context.actor), today: this.today };
    return this.cases.decide(caseRef, recordPayment(payment), context, ifRevision);
  }
}
