import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import {
  overturnEligibility,
  type OverturnEligibilityTerms,
} from '../domain/transfer-back/overturn-eligibility.decision.js';
import { CaseCommand, CaseHandler, type Given } from './case-command.js';

/** Records that the decision of eligibility was overturned. */
export class OverturnEligibility extends CaseCommand<Given<OverturnEligibilityTerms>> {}

@CommandHandler(OverturnEligibility)
export class OverturnEligibilityHandler
  extends CaseHandler
  implements ICommandHandler<OverturnEligibility, Committed<CaseRecord>>
{
  execute({ caseRef, terms, context, ifRevision }: OverturnEligibility): Promise<Committed<CaseRecord>> {
    return this.cases.decide(
      caseRef,
      overturnEligibility({ ...terms, today: this.today }),
      context,
      ifRevision,
    );
  }
}
