import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { optionsOfCase } from '../../agreement/index.js';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import { pence } from '../../kernel/pence.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
import { creditRecharge, type CreditTerms } from '../domain/credit/credit.decision.js';
import type { Recharge } from '../domain/recharge.js';
import { ChargeTerms } from './charge-terms.js';
import { debtOf } from './nhs-body-charged.js';
import { actingOf, Recharges } from './recharges.js';

/** Asks that an issued recharge is taken back, or agrees to it as the second person; decided on the revision that the actor saw. */
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
    private readonly chargeTerms: ChargeTerms,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(command: CreditRecharge): Promise<Committed<Recharge>> {
    const { rechargeRef, reasonCode, ifRevision, context } = command;
    const { record, theCase } = await this.recharges.get(rechargeRef, context.actor);
    const { facts } = await this.chargeTerms.due(theCase, debtOf(record));
    const decision = creditRecharge({
      reasonCode,
      creditedOn: todayInLondon(this.clock),
      facts,
      agreedLimitPence: pence(optionsOfCase(theCase.agreement).approvalLimitPence),
      acting: actingOf(context.actor),
    });
    return this.recharges.transact(rechargeRef, decision, context, ifRevision);
  }
}
