import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
import { endEmployment, type EndOfEmployment } from '../domain/end-employment/end-employment.decision.js';
import type { Employment } from '../domain/employment.js';
import { Employments, type Target } from './employments.js';

/** Records that the job ended. */
export class EndEmployment {
  constructor(
    readonly target: Target,
    readonly end: EndOfEmployment,
    readonly context: CommandContext,
  ) {}
}

@CommandHandler(EndEmployment)
export class EndEmploymentHandler implements ICommandHandler<EndEmployment, Committed<Employment>> {
  constructor(private readonly employments: Employments) {}

  execute({ target, end, context }: EndEmployment): Promise<Committed<Employment>> {
    return this.employments.transact(target, endEmployment(end), context);
  }
}
