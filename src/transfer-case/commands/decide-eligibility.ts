import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import {
  decideEligibility,
  type DecideEligibilityTerms,
} from '../domain/decide-eligibility/decide-eligibility.decision.js';
import { CaseCommand, CaseHandler, type Given } from './case-command.js';

/** Records what the NHS body decided. */
export class DecideEligibility extends CaseCommand<Given<DecideEligibilityTerms>> {}

@CommandHandler(DecideEligibility)
export class DecideEligibilityHandler
  extends CaseHandler
  implements ICommandHandler<DecideEligibility, Committed<CaseRecord>>
{
  execute({ caseRef, terms, context, ifRevision }: DecideEligibility): Promise<Committed<CaseRecord>> {
    return this.cases.decide(
      caseRef,
      decideEligibility({ ...terms, today: this.today }),
      context,
      ifRevision,
    );
  }
}
