import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import { completeTransfer } from '../domain/complete-transfer/complete-transfer.decision.js';
import type { CompletionItem } from '../domain/transfer-case.events.js';
import { CaseCommand, CaseHandler } from './case-command.js';

export interface CompletionTerms {
  readonly completedOn: PlainDate;
  /** The items that are true, or waived for a reason by whoever asks. */
  readonly items: readonly { readonly item: CompletionItem['item']; readonly waivedFor?: string }[];
}

/** Says that the move is done. */
export class CompleteTransfer extends CaseCommand<CompletionTerms> {}

@CommandHandler(CompleteTransfer)
export class CompleteTransferHandler
  extends CaseHandler
  implements ICommandHandler<CompleteTransfer, Committed<CaseRecord>>
{
  execute({ caseRef, terms, context, ifRevision }: CompleteTransfer): Promise<Committed<CaseRecord>> {
    const items = terms.items.map(({ item, waivedFor }) => ({
      item,
      ...(waivedFor !== undefined && { waived: { by: context.actor.id, reason: waivedFor } }),
    }));
    const complete = completeTransfer({ completedOn: terms.completedOn, items, today: this.today });
    return this.cases.decide(caseRef, complete, context, ifRevision);
  }
}
