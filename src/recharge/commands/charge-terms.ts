import { Inject, Injectable } from '@nestjs/common';
import { optionsOfCase, organisationDirectory, type AgreementOptions } from '../../agreement/index.js';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import type { Actor } from '../../kernel/event.js';
import type { Figure } from '../../kernel/figure.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import { disputedDays, endOfLiability, liabilityOf, type CaseRecord } from '../../transfer-case/index.js';
import type { CalculateTerms } from '../domain/calculate/calculate.decision.js';
import { caseChargeFactsOf, type CaseLeaveFact } from '../domain/case-facts.js';
import { owedBy, type BridgingRecharge } from '../domain/rules/bridging-recharge.js';
import { adjustmentsOwedBy, caseCharge, type CaseCharge } from '../domain/rules/case-charge.js';
import { CaseLeave } from './case-leave.js';
import { actingOf } from './recharges.js';

/** Which version of a case's recharge is worked out. */
export type VersionTerms = Pick<CalculateTerms, 'rechargeRef' | 'supersedes'>;

/** Gathers what a recharge is worked out from: today's facts of the case, its agreement and leave. */
@Injectable()
export class ChargeTerms {
  constructor(
    private readonly leave: CaseLeave,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async gather(
    theCase: CaseRecord,
    version: VersionTerms,
    nhsBody: string,
    actor: Actor,
  ): Promise<CalculateTerms> {
    const options = optionsOfCase(theCase.agreement);
    const leave = await this.leaveFor(theCase);
    const charge = chargeOf(theCase, leave);
    const { bridging } = charge;
    const { agreement, caseRef, stage, council } = theCase;
    const settlesLeave = options.leaveSettlement === 'net-off-recharge' && owesFirstDay(bridging, nhsBody);
    return {
      ...version,
      caseRef,
      caseStage: stage,
      endedEarly: hasEndedEarly(theCase),
      calculatedOn: todayInLondon(this.clock),
      bridging: owedBy(bridging, nhsBody),
      liableBody: nhsBody,
      payingBody: council,
      adjustments: {
        ...adjustmentsOwedBy(charge, nhsBody),
        leave: settlesLeave ? leave : [],
      },
      agreement: {
        documentRoute: options.documentRoute,
        ...(agreement && { agreementId: agreement.agreementId, agreementVersion: agreement.version }),
      },
      acting: actingOf(actor),
    };
  }

  /** What today's facts of the case give, with its leave. */
  async charge(theCase: CaseRecord): Promise<CaseCharge> {
    return chargeOf(theCase, await this.leaveFor(theCase));
  }

  private async leaveFor({ agreement, caseRef }: CaseRecord): Promise<readonly CaseLeaveFact[]> {
    return needsLeave(optionsOfCase(agreement)) ? this.leave.owed(caseRef) : [];
  }
}

/** True where the recharge says something of leave: in a line of its own, or in what is credited of the account. */
function needsLeave({ leaveSettlement, creditMethod }: AgreementOptions): boolean {
  return leaveSettlement === 'net-off-recharge' || creditMethod !== 'opening-protected';
}

/** A death, a refusal or the end of eligibility leaves nothing to complete: what was bridged until then is owed. */
function hasEndedEarly({
  diedOn,
  declinedFrom,
  eligibilityLost,
  eligibilityOverturned,
}: CaseRecord): boolean {
  return [diedOn, declinedFrom, eligibilityLost, eligibilityOverturned].some((end) => end !== undefined);
}

/** What today's facts of the case give. The days of bridging are the same whatever the leave. */
export function chargeOf(theCase: CaseRecord, leave: readonly CaseLeaveFact[] = []): CaseCharge {
  const options = optionsOfCase(theCase.agreement);
  const disputed = disputedDays(theCase);
  const end = endOfLiability(theCase, options.transferBackNoticeDays);
  return caseCharge(
    caseChargeFactsOf(theCase, liabilityOf(theCase), organisationDirectory, options, disputed, end, leave),
  );
}

/** Leave that the council owes when liability starts is owed to the body that became liable then. */
function owesFirstDay(bridging: Figure<BridgingRecharge>, nhsBody: string): boolean {
  const first = bridging.status === 'known' ? bridging.value.lines[0] : undefined;
  return first === undefined || first.debtor === nhsBody;
}
