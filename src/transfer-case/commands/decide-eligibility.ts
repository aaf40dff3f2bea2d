import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import {
  decideEligibility,
  type DecideEligibilityTerms,
} from '../domain/decide-eligibility/decide-eligibility.decision.js';
import { CaseCommand, type Given } from './case-command.js';
import { LiabilityHandler } from './liability-handler.js';

/** Records what the NHS body decided. */
export class DecideEligibility extends CaseCommand<Given<DecideEligibilityTerms>> {}

@CommandHandler(DecideEligibility)
export class DecideEligibilityHandler
  extends LiabilityHandler
  implements ICommandHandler<DecideEligibility, Committed<CaseRecord>>
{
  execute({ caseRef, terms, context, ifRevision }: DecideEligibility): Promise<Committed<CaseRecord>> {
    return this.decide(caseRef, decideEligibility({ ...terms, today: this.today }), context, ifRevision);
  }
}
