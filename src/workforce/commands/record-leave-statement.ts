import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
import { settledLiabilityStart } from '../domain/case-setting.js';
import type { Employment } from '../domain/employment.js';
import { recordLeaveStatement } from '../domain/record-leave-statement/record-leave-statement.decision.js';
import type { LeaveStatement } from '../domain/leave-statement.js';
import { Employments, type Target } from './employments.js';

/** Records payroll's statement of the PA's leave, for the day of liability that the case has now. */
export class RecordLeaveStatement {
  constructor(
    readonly target: Target,
    readonly statement: LeaveStatement,
    readonly statedOn: PlainDate,
    readonly context: CommandContext,
  ) {}
}

@CommandHandler(RecordLeaveStatement)
export class RecordLeaveStatementHandler implements ICommandHandler<
  RecordLeaveStatement,
  Committed<Employment>
> {
  constructor(private readonly employments: Employments) {}

  async execute({
    target,
    statement,
    statedOn,
    context,
  }: RecordLeaveStatement): Promise<Committed<Employment>> {
    const employment = await this.employments.get(target.employmentId, context.actor);
    const { liability } = await this.employments.settingOf(employment, context.actor);
    const liableFrom = settledLiabilityStart(liability);
    return this.employments.transact(target, recordLeaveStatement(statement, statedOn, liableFrom), context);
  }
}
