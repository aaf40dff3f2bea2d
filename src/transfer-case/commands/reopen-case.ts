import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import { personOf } from '../../kernel/recorded-facts.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import { reopenCase, type ReopenCaseTerms } from '../domain/reopen-case/reopen-case.decision.js';
import { CaseCommand, type Given } from './case-command.js';
import { CaseRegisters } from './case-registers.js';
import { TransferCases } from './transfer-cases.js';

/** Asks that a case is reopened that was complete or withdrawn, or agrees to it as the second person. */
export class ReopenCase extends CaseCommand<Omit<Given<ReopenCaseTerms>, 'by'>> {}

@CommandHandler(ReopenCase)
export class ReopenCaseHandler implements ICommandHandler<ReopenCase, Committed<CaseRecord>> {
  constructor(
    private readonly cases: TransferCases,
    private readonly registers: CaseRegisters,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DuplicateCase when the person has another live case by now, and whatever the decision refuses. */
  async execute({ caseRef, terms, context, ifRevision }: ReopenCase): Promise<Committed<CaseRecord>> {
    const reopen = reopenCase({ ...terms, by: personOf(context.actor), today: todayInLondon(this.clock) });
    const { state } = await this.cases.getToActOn(caseRef, context.actor);
    // A reopening that is only asked for, or would be refused, must not take the person's reference.
    const isReopened = reopen(state).some(({ type }) => type === 'transfer-case.case-reopened');
    if (isReopened) await this.registers.claim(state, context);
    return this.cases.decide(caseRef, reopen, context, ifRevision);
  }
}
