import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import {
  setJointPackage,
  type JointPackageTerms,
} from '../domain/set-joint-package/set-joint-package.decision.js';
import { CaseCommand, CaseHandler } from './case-command.js';

/** Sets how the cost of each day falls on the two bodies from a day on. */
export class SetJointPackage extends CaseCommand<JointPackageTerms> {}

@CommandHandler(SetJointPackage)
export class SetJointPackageHandler
  extends CaseHandler
  implements ICommandHandler<SetJointPackage, Committed<CaseRecord>>
{
  execute({ caseRef, terms, context, ifRevision }: SetJointPackage): Promise<Committed<CaseRecord>> {
    return this.cases.decide(caseRef, setJointPackage(terms), context, ifRevision);
  }
}
