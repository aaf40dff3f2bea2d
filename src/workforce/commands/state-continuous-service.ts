import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
import type { Employment } from '../domain/employment.js';
import { stateContinuousService } from '../domain/state-continuous-service/state-continuous-service.decision.js';
import type { ContinuousService } from '../domain/workforce.events.js';
import { Employments, type Target } from './employments.js';

/** Records when continuous employment began, where that is not the first day of the job. */
export class StateContinuousService {
  constructor(
    readonly target: Target,
    readonly service: ContinuousService,
    readonly statedOn: PlainDate,
    readonly context: CommandContext,
  ) {}
}

@CommandHandler(StateContinuousService)
export class StateContinuousServiceHandler implements ICommandHandler<
  StateContinuousService,
  Committed<Employment>
> {
  constructor(private readonly employments: Employments) {}

  execute({ target, service, statedOn, context }: StateContinuousService): Promise<Committed<Employment>> {
    return this.employments.transact(target, stateContinuousService(service, statedOn), context);
  }
}
