import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
import { queryLine, type QueryLineTerms } from '../domain/query-line/query-line.decision.js';
import type { Recharge } from '../domain/recharge.js';
import { actingOf, Recharges } from './recharges.js';

/** Queries one line of an issued recharge, decided on the revision that the actor saw. */
export class QueryLine {
  constructor(
    readonly rechargeRef: string,
    readonly line: number,
    readonly reasonCode: QueryLineTerms['reasonCode'],
    readonly ifRevision: number,
    readonly context: CommandContext,
  ) {}
}

@CommandHandler(QueryLine)
export class QueryLineHandler implements ICommandHandler<QueryLine, Committed<Recharge>> {
  constructor(
    private readonly recharges: Recharges,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ rechargeRef, line, reasonCode, ifRevision, context }: QueryLine): Promise<Committed<Recharge>> {
    const acting = actingOf(context.actor);
    const today = todayInLondon(this.clock);
    const decision = queryLine({ line, reasonCode, queriedOn: today, acting });
    return this.recharges.transact(rechargeRef, decision, context, ifRevision);
  }
}
