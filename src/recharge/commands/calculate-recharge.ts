import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
import { TransferCases } from '../../transfer-case/index.js';
import { calculateRecharge } from '../domain/calculate/calculate.decision.js';
import { recharge, type Recharge } from '../domain/recharge.js';
import type { Direction } from '../domain/rules/joint-package.js';
import { ChargeRegisters } from './charge-registers.js';
import { chargeOf, ChargeTerms, wayBackOf, type VersionTerms } from './charge-terms.js';
import { nhsBodyCharged, nhsBodyOwed } from './nhs-body-charged.js';
import { rechargeRefOf, seriesOf, type Series } from './recharge-ref.js';
import { Recharges } from './recharges.js';
import { stands, versionAfter, versionsOf } from './versions.js';

/** Works out the recharge of a case: its first version, or the next one after a credit or withdrawal. */
export class CalculateRecharge {
  constructor(
    readonly caseRef: string,
    readonly direction: Direction,
    /** Which of several NHS bodies it is for. */
    readonly nhsBody: string | undefined,
    readonly context: CommandContext,
  ) {}
}

@CommandHandler(CalculateRecharge)
export class CalculateRechargeHandler implements ICommandHandler<CalculateRecharge, Committed<Recharge>> {
  constructor(
    private readonly recharges: Recharges,
    private readonly cases: TransferCases,
    private readonly chargeTerms: ChargeTerms,
    private readonly registers: ChargeRegisters,
  ) {}

  async execute({
    caseRef,
    direction,
    nhsBody: chosen,
    context,
  }: CalculateRecharge): Promise<Committed<Recharge>> {
    const { state: theCase } = await this.cases.getToActOn(caseRef, context.actor);
    const nhsBody =
      direction === 'bridging'
        ? nhsBodyCharged(theCase, chargeOf(theCase).bridging, chosen)
        : nhsBodyOwed(wayBackOf(theCase), chosen);
    const debt = { direction, nhsBody };
    const version = await this.openVersion(caseRef, seriesOf(theCase, debt));
    const terms = await this.chargeTerms.gather(theCase, version, debt, context.actor);
    const { rechargeRef } = version;
    const decide = calculateRecharge(terms);
    // What is refused anyway claims nothing; after the claim the case is not merged until the version is there.
    if ((await this.recharges.streams.load(rechargeRef)).revision === 0) {
      decide(recharge.initial);
      await this.registers.claimRecharge(caseRef, rechargeRef, context);
    }
    return this.recharges.streams.transact(rechargeRef, decide, context, { subject: caseRef });
  }

  /** The first version that was neither credited nor withdrawn, whether or not it exists yet. */
  private async openVersion(caseRef: string, series: Series): Promise<VersionTerms> {
    const versions = await versionsOf(this.recharges, caseRef, series);
    const open = versions.findIndex(stands);
    const earlier = open < 0 ? versions : versions.slice(0, open);
    return versionAfter(earlier, rechargeRefOf(caseRef, earlier.length + 1, ...series));
  }
}
