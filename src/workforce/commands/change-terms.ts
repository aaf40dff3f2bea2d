import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
import { changeTerms, type TermsChange } from '../domain/change-terms/change-terms.decision.js';
import type { Employment } from '../domain/employment.js';
import { Employments, type Target } from './employments.js';

/** Records hours and pay from a day on. */
export class ChangeTerms {
  constructor(
    readonly target: Target,
    readonly change: TermsChange,
    readonly context: CommandContext,
  ) {}
}

@CommandHandler(ChangeTerms)
export class ChangeTermsHandler implements ICommandHandler<ChangeTerms, Committed<Employment>> {
  constructor(private readonly employments: Employments) {}

  execute({ target, change, context }: ChangeTerms): Promise<Committed<Employment>> {
    return this.employments.transact(target, changeTerms(change), context);
  }
}
