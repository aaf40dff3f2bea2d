import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
import { TransferCases } from '../../transfer-case/index.js';
import type { Employment } from '../domain/employment.js';
import {
  startEmployment,
  type EmploymentFacts,
} from '../domain/start-employment/start-employment.decision.js';
import { employmentIdOf } from './employment-id.js';
import { Employments } from './employments.js';

/** Records a PA of a case. The id of the employment follows from the case and the PA. */
export class StartEmployment {
  constructor(
    readonly facts: Omit<EmploymentFacts, 'employmentId'>,
    readonly context: CommandContext,
  ) {}
}

@CommandHandler(StartEmployment)
export class StartEmploymentHandler implements ICommandHandler<StartEmployment, Committed<Employment>> {
  constructor(
    private readonly employments: Employments,
    private readonly cases: TransferCases,
  ) {}

  async execute({ facts, context }: StartEmployment): Promise<Committed<Employment>> {
    const { caseRef, assistantRef } = facts;
    await this.cases.getToAddTo(caseRef, context.actor);
    const employmentId = employmentIdOf(caseRef, assistantRef);
    const decide = startEmployment({ ...facts, employmentId });
    return this.employments.streams.transact(employmentId, decide, context, { subject: caseRef });
  }
}
