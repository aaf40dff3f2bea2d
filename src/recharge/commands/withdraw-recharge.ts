import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
import { withdrawRecharge, type WithdrawTerms } from '../domain/withdraw/withdraw.decision.js';
import type { Recharge } from '../domain/recharge.js';
import { actingOf, Recharges } from './recharges.js';

/** Drops a recharge that was not issued, decided on the revision that the actor saw. */
export class WithdrawRecharge {
  constructor(
    readonly rechargeRef: string,
    readonly reasonCode: WithdrawTerms['reasonCode'],
    readonly ifRevision: number,
    readonly context: CommandContext,
  ) {}
}

@CommandHandler(WithdrawRecharge)
export class WithdrawRechargeHandler implements ICommandHandler<WithdrawRecharge, Committed<Recharge>> {
  constructor(
    private readonly recharges: Recharges,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ rechargeRef, reasonCode, ifRevision, context }: WithdrawRecharge): Promise<Committed<Recharge>> {
    const acting = actingOf(context.actor);
    const today = todayInLondon(this.clock);
    const decision = withdrawRecharge({ reasonCode, withdrawnOn: today, acting });
    return this.recharges.transact(rechargeRef, decision, context, ifRevision);
  }
}
