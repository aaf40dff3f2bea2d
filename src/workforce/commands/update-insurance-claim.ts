import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { PlainDate } from '../../kernel/plain-date.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
import type { Employment } from '../domain/employment.js';
import { updateInsuranceClaim } from '../domain/update-insurance-claim/update-insurance-claim.decision.js';
import type { InsuranceClaim } from '../domain/workforce.events.js';
import { Employments, type Target } from './employments.js';

/** Records where the claim on the employer's insurance stands. */
export class UpdateInsuranceClaim {
  constructor(
    readonly target: Target,
    readonly claim: InsuranceClaim,
    readonly updatedOn: PlainDate,
    readonly context: CommandContext,
  ) {}
}

@CommandHandler(UpdateInsuranceClaim)
export class UpdateInsuranceClaimHandler implements ICommandHandler<
  UpdateInsuranceClaim,
  Committed<Employment>
> {
  constructor(private readonly employments: Employments) {}

  execute({ target, claim, updatedOn, context }: UpdateInsuranceClaim): Promise<Committed<Employment>> {
    return this.employments.transact(target, updateInsuranceClaim(claim, updatedOn), context);
  }
}
