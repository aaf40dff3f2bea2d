import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Clock } from '../../kernel/clock.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import {
  setJointPackage,
  type JointPackageTerms,
} from '../domain/set-joint-package/set-joint-package.decision.js';
import { AgreedOptions } from './agreed-options.js';
import { CaseCommand, CaseHandler } from './case-command.js';
import { TransferCases } from './transfer-cases.js';

/** Sets how the cost of each day falls on the two bodies from a day on. */
export class SetJointPackage extends CaseCommand<Omit<JointPackageTerms, 'dividedBy'>> {}

@CommandHandler(SetJointPackage)
export class SetJointPackageHandler
  extends CaseHandler
  implements ICommandHandler<SetJointPackage, Committed<CaseRecord>>
{
  constructor(
    cases: TransferCases,
    @Inject(CLOCK) clock: Clock,
    private readonly agreed: AgreedOptions,
  ) {
    super(cases, clock);
  }

  async execute({ caseRef, terms, context, ifRevision }: SetJointPackage): Promise<Committed<CaseRecord>> {
    const { state, revision } = await this.cases.get(caseRef, context.actor);
    const { jointShareKind: dividedBy } = await this.agreed.on(state, terms.from);
    // The agreement was looked up for this version, which may be bound to another one meanwhile.
    return this.cases.decide(
      caseRef,
      setJointPackage({ ...terms, dividedBy }),
      context,
      ifRevision ?? revision,
    );
  }
}
