import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Clock } from '../../kernel/clock.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import {
  startPhbCover,
  type StartPhbCoverTerms,
} from '../domain/start-phb-cover/start-phb-cover.decision.js';
import { AgreementAtLiability } from './agreement-at-liability.js';
import { CaseCommand, CaseHandler } from './case-command.js';
import { TransferCases } from './transfer-cases.js';

/** The NHS body confirms from which day the budget covers the person. */
export class StartPhbCover extends CaseCommand<Omit<StartPhbCoverTerms, 'agreement'>> {}

@CommandHandler(StartPhbCover)
export class StartPhbCoverHandler
  extends CaseHandler
  implements ICommandHandler<StartPhbCover, Committed<CaseRecord>>
{
  constructor(
    cases: TransferCases,
    @Inject(CLOCK) clock: Clock,
    private readonly agreement: AgreementAtLiability,
  ) {
    super(cases, clock);
  }

  async execute({ caseRef, terms, context, ifRevision }: StartPhbCover): Promise<Committed<CaseRecord>> {
    const { state, revision } = await this.cases.get(caseRef, context.actor);
    const inForce = await this.agreement.of(state);
    const start = startPhbCover({ ...terms, agreement: inForce?.agreement });
    // The agreement was looked up for the liability of this version, so another version has to be looked up again.
    return this.cases.decide(caseRef, start, context, ifRevision ?? revision);
  }
}
