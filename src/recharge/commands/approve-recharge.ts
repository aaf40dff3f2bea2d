import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { optionsOfCase } from '../../agreement/index.js';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import { pence, sumPence, ZERO_PENCE, type Pence } from '../../kernel/pence.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
import { approveRecharge, type ApproveTerms } from '../domain/approve/approve.decision.js';
import { approvedBeside, isLimited, refuseOverLimits } from '../domain/duties/approval-limits.js';
import { personActing } from '../domain/duties/second-person.js';
import { directionOf, type Recharge, type RechargeRecord } from '../domain/recharge.js';
import { ChargeRegisters } from './charge-registers.js';
import { ChargeTerms } from './charge-terms.js';
import { debtOf } from './nhs-body-charged.js';
import { allSeriesOf } from './recharge-ref.js';
import { actingOf, Recharges, type RechargeOfCase } from './recharges.js';
import { versionsOf } from './versions.js';

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
    private readonly chargeTerms: ChargeTerms,
    private readonly registers: ChargeRegisters,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(command: ApproveRecharge): Promise<Committed<Recharge>> {
    const { rechargeRef, ifRevision, context } = command;
    const found = await this.recharges.get(rechargeRef, context.actor);
    const { record, theCase } = found;
    const agreed = optionsOfCase(theCase.agreement);
    const terms: ApproveTerms = {
      approvedOn: todayInLondon(this.clock),
      ...(await this.chargeTerms.due(theCase, debtOf(record))),
      limits: { agreedLimitPence: pence(agreed.approvalLimitPence), besidePence: ZERO_PENCE },
      acting: actingOf(context.actor),
    };
    const besidePence = await this.countBeside(found, terms, command);
    const decide = approveRecharge({ ...terms, limits: { ...terms.limits, besidePence } });
    return this.recharges.transact(rechargeRef, decide, context, ifRevision);
  }

  /**
   * What counts together with the sum against a limit. It is claimed in the register of the case first, so that of two
   * approvals at one moment each counts the other.
   *
   * @returns pence; zero where no limit applies, or nothing would be approved
   */
  private async countBeside(
    { record, theCase, revision }: RechargeOfCase,
    terms: ApproveTerms,
    { ifRevision, context }: ApproveRecharge,
  ): Promise<Pence> {
    const { acting, limits, approvedOn } = terms;
    // What is refused anyway, or on another version than the caller saw, claims nothing.
    const isNew = revision === ifRevision && approveRecharge(terms)(record).length > 0;
    if (!isNew || !isLimited(acting, limits)) return ZERO_PENCE;
    const { caseRef, rechargeRef, totalPence } = record;
    const direction = directionOf(record);
    const others = await this.othersOf(theCase, rechargeRef);
    const beside = approvedBeside(direction, personActing(acting), others, approvedOn);
    const approvedPence = sumPence(beside.map((each) => each.totalPence));
    return this.registers.claimApproval(
      caseRef,
      {
        reference: rechargeRef,
        direction,
        amountPence: totalPence,
        counted: beside.map((each) => each.rechargeRef),
        refuseWith: (pendingPence) => {
          const besidePence = sumPence([approvedPence, pendingPence]);
          refuseOverLimits(totalPence, acting, { ...limits, besidePence });
          return besidePence;
        },
      },
      context,
    );
  }

  private async othersOf(
    theCase: RechargeOfCase['theCase'],
    rechargeRef: string,
  ): Promise<readonly RechargeRecord[]> {
    const found = await Promise.all(
      allSeriesOf(theCase).map((series) => versionsOf(this.recharges, theCase.caseRef, series)),
    );
    return found.flat().filter((each) => each.rechargeRef !== rechargeRef);
  }
}
