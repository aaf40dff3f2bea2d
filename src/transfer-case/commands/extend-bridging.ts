import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { optionsOfCase } from '../../agreement/index.js';
import { personOf } from '../../kernel/recorded-facts.js';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import {
  extendBridging,
  type ExtendBridgingTerms,
} from '../domain/extend-bridging/extend-bridging.decision.js';
import { CaseCommand, CaseHandler, type Given } from './case-command.js';
import { byTheCase, sideOf } from './transfer-cases.js';

/** Moves the bridging review on. The approver is whoever asks. */
export class ExtendBridging extends CaseCommand<
  Omit<Given<ExtendBridgingTerms>, 'approver' | 'agreed' | 'side'>
> {}

@CommandHandler(ExtendBridging)
export class ExtendBridgingHandler
  extends CaseHandler
  implements ICommandHandler<ExtendBridging, Committed<CaseRecord>>
{
  execute({ caseRef, terms, context, ifRevision }: ExtendBridging): Promise<Committed<CaseRecord>> {
    const approved = { ...terms, approver: personOf(context.actor), today: this.today };
    const decide = byTheCase((record) =>
      extendBridging({
        ...approved,
        agreed: optionsOfCase(record.agreement),
        side: sideOf(record, context.actor) === 'council' ? 'council' : 'nhs-body',
      }),
    );
    return this.cases.decide(caseRef, decide, context, ifRevision);
  }
}
