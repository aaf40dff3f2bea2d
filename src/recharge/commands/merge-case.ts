import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Refusal } from '../../kernel/refusal.js';
import { StaleRevision, type Committed } from '../../platform/event-store/streams.js';
import {
  CaseCommand,
  MergedCases,
  TransferCases,
  type CaseRecord,
  type GivenMerger,
} from '../../transfer-case/index.js';
import { ChargeRegisters } from './charge-registers.js';
import { allSeriesOf } from './recharge-ref.js';
import { Recharges } from './recharges.js';
import { stands, versionsOf } from './versions.js';

/** Recharges of a case that is to be merged were neither credited nor withdrawn. */
export class RechargeStands extends Refusal {
  override readonly name = 'RechargeStands';
  readonly code = 'recharge-stands';
  readonly kind = 'conflict';
  override readonly facts: { readonly rechargeRefs: readonly string[] };

  constructor(rechargeRefs: readonly string[]) {
    super(
      `Nothing is owed on a case that is merged: credit what was issued, or withdraw what was not, of ${rechargeRefs.join(' and ')} first`,
    );
    this.facts = { rechargeRefs };
  }
}

// A recharge that is claimed in between is looked at anew; whoever meets more of them than that is refused.
const MAX_TRIES = 4;

/** Merges a duplicate case, or one of the wrong person, into the case that goes on. */
export class MergeCase extends CaseCommand<GivenMerger> {}

@CommandHandler(MergeCase)
export class MergeCaseHandler implements ICommandHandler<MergeCase, Committed<CaseRecord>> {
  constructor(
    private readonly cases: TransferCases,
    private readonly mergedCases: MergedCases,
    private readonly recharges: Recharges,
    private readonly registers: ChargeRegisters,
  ) {}

  /**
   * @throws RechargeStands while a recharge of the case was neither credited nor withdrawn, or is just being made.
   * @throws CaseBeingMerged while another command merges the case, and what the merging refuses.
   */
  async execute(command: MergeCase): Promise<Committed<CaseRecord>> {
    const { caseRef, context } = command;
    const found = await this.cases.getToActOn(caseRef, context.actor);
    if (found.state.merger === undefined) {
      await this.mergedCases.judge(command, found);
      await this.claim(found.state, command);
    }
    try {
      return await this.mergedCases.merge(command);
    } catch (refusal) {
      const { state } = await this.cases.getToActOn(caseRef, context.actor);
      if (state.merger === undefined) await this.registers.releaseMerger(caseRef, context);
      throw refusal;
    }
  }

  /** Looks for recharges that stand and claims the case on the same revision, so that none is made in between. */
  private async claim(theCase: CaseRecord, { caseRef, terms, context }: MergeCase): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      const register = await this.registers.load(caseRef);
      const standing = await this.standing(theCase, this.registers.pending(register.state));
      if (standing.length > 0) throw new RechargeStands(standing);
      try {
        return await this.registers.claimMerger(caseRef, terms.into, register, context);
      } catch (fault) {
        if (!(fault instanceof StaleRevision) || attempt === MAX_TRIES) throw fault;
      }
    }
  }

  private async standing(theCase: CaseRecord, pending: readonly string[]): Promise<readonly string[]> {
    const { caseRef } = theCase;
    const found = await Promise.all(
      allSeriesOf(theCase).map((series) => versionsOf(this.recharges, caseRef, series)),
    );
    const versions = found.flat();
    const made = new Set(versions.map(({ rechargeRef }) => rechargeRef));
    return [
      ...versions.filter(stands).map(({ rechargeRef }) => rechargeRef),
      ...pending.filter((rechargeRef) => !made.has(rechargeRef)),
    ];
  }
}
