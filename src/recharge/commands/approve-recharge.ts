import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
import { approveRecharge } from '../domain/approve/approve.decision.js';
import type { Recharge } from '../domain/recharge.js';
import { actingOf, Recharges } from './recharges.js';

/** Releases the sum of a draft for issue, decided on the revision that the actor saw. */
export class ApproveRecharge {
  constructor(
    readonly rechargeRef: string,

    readonly ifRevision: number,
    readonly context: CommandContext,
  ) {}
}

@CommandHandler(ApproveRecharge)
export class ApproveRechargeHandler implements ICommandHandler<ApproveRecharge, Committed<Recharge>> {
  constructor(
    private readonly recharges: Recharges,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ rechargeRef, ifRevision, context }: ApproveRecharge): Promise<Committed<Recharge>> {
    const acting = actingOf(context.actor);
    const today = todayInLondon(this.clock);
    const decision = approveRecharge({ approvedOn: today, acting });
    return this.recharges.transact(rechargeRef, decision, context, ifRevision);
  }
}
