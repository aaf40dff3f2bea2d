import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
import { actsForDebtor } from '../domain/acting.js';
import { payRecharge, type PayTerms } from '../domain/pay/pay.decision.js';
import type { Recharge } from '../domain/recharge.js';
import { IDENTITY_CHECK, refuseIdentity, type IdentityCheck } from './identity-check.js';
import { actingOf, Recharges } from './recharges.js';

/** Records a payment of accepted lines, decided on the revision that the actor saw. */
export class PayRecharge {
  constructor(
    readonly rechargeRef: string,
    readonly payment: Pick<PayTerms, 'paymentReference' | 'paidOn' | 'amountPence'>,
    readonly ifRevision: number,
    readonly context: CommandContext,
  ) {}
}

@CommandHandler(PayRecharge)
export class PayRechargeHandler implements ICommandHandler<PayRecharge, Committed<Recharge>> {
  constructor(
    private readonly recharges: Recharges,
    @Inject(IDENTITY_CHECK) private readonly identity: IdentityCheck,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ rechargeRef, payment, ifRevision, context }: PayRecharge): Promise<Committed<Recharge>> {
    const acting = actingOf(context.actor);
    const { record, theCase } = await this.recharges.get(rechargeRef, context.actor);
    // The reference goes out with the statement. Only to whoever may pay now: a name that is found tells something of the person.
    if (record.stage === 'issued') {
      actsForDebtor(record, acting);
      const texts = [{ pointer: '/paymentReference', text: payment.paymentReference }];
      await refuseIdentity(this.identity, theCase, texts, context);
    }
    const today = todayInLondon(this.clock);
    const decision = payRecharge({ ...payment, today, acting });
    return this.recharges.transact(rechargeRef, decision, context, ifRevision);
  }
}
