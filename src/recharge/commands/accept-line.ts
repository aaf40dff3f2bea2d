import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
import { acceptLine } from '../domain/accept-line/accept-line.decision.js';
import type { Recharge } from '../domain/recharge.js';
import { actingOf, Recharges } from './recharges.js';

/** Accepts one line of an issued recharge, decided on the revision that the actor saw. */
export class AcceptLine {
  constructor(
    readonly rechargeRef: string,
    readonly line: number,
    readonly ifRevision: number,
    readonly context: CommandContext,
  ) {}
}

@CommandHandler(AcceptLine)
export class AcceptLineHandler implements ICommandHandler<AcceptLine, Committed<Recharge>> {
  constructor(
    private readonly recharges: Recharges,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ rechargeRef, line, ifRevision, context }: AcceptLine): Promise<Committed<Recharge>> {
    const acting = actingOf(context.actor);
    const today = todayInLondon(this.clock);
    const decision = acceptLine({ line, acceptedOn: today, acting });
    return this.recharges.transact(rechargeRef, decision, context, ifRevision);
  }
}
