import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Refusal } from '../../kernel/refusal.js';
import type { Committed } from '../../platform/event-store/streams.js';
import {
  CaseCommand,
  MergedCases,
  TransferCases,
  type CaseRecord,
  type GivenMerger,
} from '../../transfer-case/index.js';
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

/** Merges a duplicate case, or one of the wrong person, into the case that goes on. */
export class MergeCase extends CaseCommand<GivenMerger> {}

@CommandHandler(MergeCase)
export class MergeCaseHandler implements ICommandHandler<MergeCase, Committed<CaseRecord>> {
  constructor(
    private readonly cases: TransferCases,
    private readonly mergedCases: MergedCases,
    private readonly recharges: Recharges,
  ) {}

  /** @throws RechargeStands while a recharge of the case was neither credited nor withdrawn, and what the merging refuses. */
  async execute(command: MergeCase): Promise<Committed<CaseRecord>> {
    const { state: theCase } = await this.cases.getToActOn(command.caseRef, command.context.actor);
    const standing = await this.standing(theCase);
    if (standing.length > 0) throw new RechargeStands(standing);
    return this.mergedCases.merge(command);
  }

  private async standing(theCase: CaseRecord): Promise<readonly string[]> {
    const found = await Promise.all(
      allSeriesOf(theCase).map((series) => versionsOf(this.recharges, theCase.caseRef, series)),
    );
    return found
      .flat()
      .filter(stands)
      .map(({ rechargeRef }) => rechargeRef);
  }
}
