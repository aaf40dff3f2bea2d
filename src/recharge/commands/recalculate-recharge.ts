import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
import { recalculateRecharge } from '../domain/calculate/calculate.decision.js';
import type { Recharge, RechargeRecord } from '../domain/recharge.js';
import { ChargeTerms, type VersionTerms } from './charge-terms.js';
import { debtOf } from './nhs-body-charged.js';
import { Recharges } from './recharges.js';

/** Works a draft out anew, decided on the revision that the actor saw. */
export class RecalculateRecharge {
  constructor(
    readonly rechargeRef: string,
    readonly ifRevision: number,
    readonly context: CommandContext,
  ) {}
}

@CommandHandler(RecalculateRecharge)
export class RecalculateRechargeHandler implements ICommandHandler<RecalculateRecharge, Committed<Recharge>> {
  constructor(
    private readonly recharges: Recharges,
    private readonly chargeTerms: ChargeTerms,
  ) {}

  async execute({ rechargeRef, ifRevision, context }: RecalculateRecharge): Promise<Committed<Recharge>> {
    const { record, theCase } = await this.recharges.get(rechargeRef, context.actor);
    const version = sameVersion(record);
    const terms = await this.chargeTerms.gather(theCase, version, debtOf(record), context.actor);
    return this.recharges.transact(rechargeRef, recalculateRecharge(terms), context, ifRevision);
  }
}

/** What was paid before belongs to the version, whatever is worked out anew. */
function sameVersion({ rechargeRef, supersedes, debtor, paidBeforePence }: RechargeRecord): VersionTerms {
  return supersedes === undefined
    ? { rechargeRef }
    : { rechargeRef, supersedes: { rechargeRef: supersedes, debtor, paidPence: paidBeforePence } };
}
