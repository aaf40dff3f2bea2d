import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import { changeArea, type ChangeAreaTerms } from '../domain/change-area/change-area.decision.js';
import { CaseCommand, CaseHandler } from './case-command.js';
import { namedBody } from './named-body.js';

/** Names the NHS body that is responsible from a day on, by its ODS code. */
export class ChangeArea extends CaseCommand<
  Omit<ChangeAreaTerms, 'nhsBody'> & { readonly nhsBody: string }
> {}

@CommandHandler(ChangeArea)
export class ChangeAreaHandler
  extends CaseHandler
  implements ICommandHandler<ChangeArea, Committed<CaseRecord>>
{
  execute({ caseRef, terms, context, ifRevision }: ChangeArea): Promise<Committed<CaseRecord>> {
    const nhsBody = namedBody(terms.nhsBody, terms.from);
    return this.cases.decide(caseRef, changeArea({ ...terms, nhsBody }), context, ifRevision);
  }
}
