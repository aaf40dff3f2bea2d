import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { organisationDirectory } from '../../agreement/index.js';
import { FieldRefused } from '../../kernel/refusal.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
import type { Employment } from '../domain/employment.js';
import {
  recordFundingPeriod,
  type FundingFacts,
} from '../domain/record-funding-period/record-funding-period.decision.js';
import { isOtherFunder } from '../domain/rules/funding-weights.js';
import { Employments, type Target } from './employments.js';

/** Records who funded the employment in a period. */
export class RecordFundingPeriod {
  constructor(
    readonly target: Target,
    readonly facts: FundingFacts,
    readonly context: CommandContext,
  ) {}
}

@CommandHandler(RecordFundingPeriod)
export class RecordFundingPeriodHandler implements ICommandHandler<
  RecordFundingPeriod,
  Committed<Employment>
> {
  constructor(private readonly employments: Employments) {}

  async execute({ target, facts, context }: RecordFundingPeriod): Promise<Committed<Employment>> {
    facts.shares.forEach(({ funder }, index) => refuseUnknownBody(`/shares/${index}/funder`, funder));
    return this.employments.transact(target, recordFundingPeriod(facts), context);
  }
}

/** A mistyped code would take a share of the money. */
function refuseUnknownBody(pointer: string, code: string): void {
  if (!isOtherFunder(code) && organisationDirectory.find(code) === undefined) {
    throw new FieldRefused(pointer, 'unknown-organisation', `${code} is not a body that is loaded`);
  }
}
