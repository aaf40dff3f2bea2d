import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
import { recalculateRecharge } from '../domain/calculate/calculate.decision.js';
import type { Recharge } from '../domain/recharge.js';
import { ChargeTerms } from './charge-terms.js';
import { debtOf } from './nhs-body-charged.js';
import { seriesOf } from './recharge-ref.js';
import { Recharges } from './recharges.js';
import { versionAfter, versionsOf } from './versions.js';

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
    const debt = debtOf(record);
    const versions = await versionsOf(this.recharges, record.caseRef, seriesOf(theCase, debt));
    const place = versions.findIndex((each) => each.rechargeRef === rechargeRef);
    const version = versionAfter(versions.slice(0, place), rechargeRef);
    const terms = await this.chargeTerms.gather(theCase, version, debt, context.actor);
    return this.recharges.transact(rechargeRef, recalculateRecharge(terms), context, ifRevision);
  }
}
