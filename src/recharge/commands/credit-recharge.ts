import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
import { creditRecharge, type CreditTerms } from '../domain/credit/credit.decision.js';
import type { Recharge } from '../domain/recharge.js';
import { actingOf, Recharges } from './recharges.js';

/** Takes an issued recharge back, decided on the revision that the actor saw. */
export class CreditRecharge {
  constructor(
    readonly rechargeRef: string,
    readonly reasonCode: CreditTerms['reasonCode'],
    readonly ifRevision: number,
    readonly context: CommandContext,
  ) {}
}

@CommandHandler(CreditRecharge)
export class CreditRechargeHandler implements ICommandHandler<CreditRecharge, Committed<Recharge>> {
  constructor(
    private readonly recharges: Recharges,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ rechargeRef, reasonCode, ifRevision, context }: CreditRecharge): Promise<Committed<Recharge>> {
    const acting = actingOf(context.actor);
    const today = todayInLondon(this.clock);
    const decision = creditRecharge({ reasonCode, creditedOn: today, acting });
    return this.recharges.transact(rechargeRef, decision, context, ifRevision);
  }
}
