import { Inject, Injectable } from '@nestjs/common';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import { FieldRefused } from '../../kernel/refusal.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseRecord } from '../domain/case-record.js';
import { mergeCase, type MergeCaseTerms } from '../domain/merge-case/merge-case.decision.js';
import type { CaseCommand, Given } from './case-command.js';
import { CaseRegisters } from './case-registers.js';
import { CaseNotFound, TransferCases } from './transfer-cases.js';

/** The terms that a caller gives, with the case that goes on by its reference. */
export type GivenMerger = Omit<Given<MergeCaseTerms>, 'into'> & { readonly into: string };

/** Merges a case into the one that goes on. What hangs on the case is for the caller to look at first. */
@Injectable()
export class MergedCases {
  constructor(
    private readonly cases: TransferCases,
    private readonly registers: CaseRegisters,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws FieldRefused when the case that goes on is not known to the caller, and whatever the decision refuses. */
  async merge({
    caseRef,
    terms,
    context,
    ifRevision,
  }: CaseCommand<GivenMerger>): Promise<Committed<CaseRecord>> {
    const into = await this.cases.get(terms.into, context.actor).catch((refusal: unknown) => {
      throw refusal instanceof CaseNotFound
        ? new FieldRefused('/into', 'does-not-go-on', `There is no case ${terms.into} that you may see`)
        : refusal;
    });
    const merge = mergeCase({ ...terms, into: into.state, today: todayInLondon(this.clock) });
    const committed = await this.cases.decide(caseRef, merge, context, ifRevision);
    await this.registers.release(committed.state, context);
    return committed;
  }
}
