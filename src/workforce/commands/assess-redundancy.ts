import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
import {
  assessRedundancy,
  type AssessmentTerms,
} from '../domain/assess-redundancy/assess-redundancy.decision.js';
import type { Employment } from '../domain/employment.js';
import { Employments, type Target } from './employments.js';

/** Works out the statutory payment. The date of birth is used for the age bands and is not recorded. */
export class AssessRedundancy {
  constructor(
    readonly target: Target,
    readonly terms: AssessmentTerms,
    readonly context: CommandContext,
  ) {}
}

@CommandHandler(AssessRedundancy)
export class AssessRedundancyHandler implements ICommandHandler<AssessRedundancy, Committed<Employment>> {
  constructor(private readonly employments: Employments) {}

  execute({ target, terms, context }: AssessRedundancy): Promise<Committed<Employment>> {
    return this.employments.transact(target, assessRedundancy(terms), context);
  }
}
