import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import { reopenCase, type ReopenCaseTerms } from '../domain/reopen-case/reopen-case.decision.js';
import { CaseCommand, type Given } from './case-command.js';
import { CaseRegisters } from './case-registers.js';
import { TransferCases } from './transfer-cases.js';

/** Reopens a case that was complete or withdrawn. */
export class ReopenCase extends CaseCommand<Given<ReopenCaseTerms>> {}

@CommandHandler(ReopenCase)
export class ReopenCaseHandler implements ICommandHandler<ReopenCase, Committed<CaseRecord>> {
  constructor(
    private readonly cases: TransferCases,
    private readonly registers: CaseRegisters,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DuplicateCase when the person has another live case by now, and whatever the decision refuses. */
  async execute({ caseRef, terms, context, ifRevision }: ReopenCase): Promise<Committed<CaseRecord>> {
    const reopen = reopenCase({ ...terms, today: todayInLondon(this.clock) });
    const { state } = await this.cases.getToActOn(caseRef, context.actor);
    // A reopening that would be refused must not take the person's reference.
    if (reopen(state).length > 0) await this.registers.claim(state, context);
    return this.cases.decide(caseRef, reopen, context, ifRevision);
  }
}
