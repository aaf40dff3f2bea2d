import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import { recordPayment } from '../domain/record-payment/record-payment.decision.js';
import { CaseCommand, CaseHandler } from './case-command.js';
import { withPayer, type GivenPayment } from './payer.js';
import { byTheCase } from './transfer-cases.js';

/** Records a payment of the caller's own body. */
export class RecordPayment extends CaseCommand<GivenPayment> {}

@CommandHandler(RecordPayment)
export class RecordPaymentHandler
  extends CaseHandler
  implements ICommandHandler<RecordPayment, Committed<CaseRecord>>
{
  async execute({ caseRef, terms, context, ifRevision }: RecordPayment): Promise<Committed<CaseRecord>> {
    const { today } = this;
    const payment = byTheCase((record) =>
      recordPayment({ ...withPayer(terms, record, context.actor), today }),
    );
    return this.cases.decide(caseRef, payment, context, ifRevision);
  }
}
