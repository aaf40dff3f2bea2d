import { Inject, Injectable } from '@nestjs/common';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import type { Actor } from '../../kernel/event.js';
import { FieldRefused } from '../../kernel/refusal.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import { StaleRevision, type Committed, type Loaded } from '../../platform/event-store/streams.js';
import type { CaseDecision } from '../domain/case-decision.js';
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
    const merge = await this.decisionOf(terms, context.actor);
    const committed = await this.cases.decide(caseRef, merge, context, ifRevision);
    await this.registers.release(committed.state, context);
    return committed;
  }

  /**
   * Looks whether the merging would be refused as the case stands, so that nothing is claimed for it in vain.
   *
   * @throws StaleRevision when the caller saw another version, and whatever `merge` throws.
   */
  async judge(
    { terms, context, ifRevision }: CaseCommand<GivenMerger>,
    { state, revision }: Loaded<CaseRecord>,
  ): Promise<void> {
    if (ifRevision !== undefined && ifRevision !== revision) throw new StaleRevision(ifRevision, revision);
    const merge = await this.decisionOf(terms, context.actor);
    merge(state);
  }

  private async decisionOf({ into, ...terms }: GivenMerger, actor: Actor): Promise<CaseDecision> {
    const goesOn = await this.cases.get(into, actor).catch((refusal: unknown) => {
      throw refusal instanceof CaseNotFound
        ? new FieldRefused('/into', 'does-not-go-on', `There is no case ${into} that you may see`)
        : refusal;
    });
    return mergeCase({ ...terms, into: goesOn.state, today: todayInLondon(this.clock) });
  }
}
