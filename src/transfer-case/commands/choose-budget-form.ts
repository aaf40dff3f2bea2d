import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import {
  chooseBudgetForm,
  type ChooseBudgetFormTerms,
} from '../domain/choose-budget-form/choose-budget-form.decision.js';
import { CaseCommand, CaseHandler } from './case-command.js';

/** Records how the person wants the personal health budget to be held. */
export class ChooseBudgetForm extends CaseCommand<ChooseBudgetFormTerms> {}

@CommandHandler(ChooseBudgetForm)
export class ChooseBudgetFormHandler
  extends CaseHandler
  implements ICommandHandler<ChooseBudgetForm, Committed<CaseRecord>>
{
  execute({ caseRef, terms, context, ifRevision }: ChooseBudgetForm): Promise<Committed<CaseRecord>> {
    return this.cases.decide(caseRef, chooseBudgetForm(terms), context, ifRevision);
  }
}
