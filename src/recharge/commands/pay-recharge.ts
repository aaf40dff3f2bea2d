import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
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
    const { theCase } = await this.recharges.get(rechargeRef, context.actor);
    const terms = { ...payment, today: todayInLondon(this.clock), acting: actingOf(context.actor) };
    // The reference goes out with the statement. A name that is found tells something of the person, so it is looked for last.
    const texts = [{ pointer: '/paymentReference', text: payment.paymentReference }];
    const lookLast = async () => refuseIdentity(this.identity, theCase, texts, context);
    return this.recharges.transact(rechargeRef, payRecharge(terms), context, ifRevision, lookLast);
  }
}
