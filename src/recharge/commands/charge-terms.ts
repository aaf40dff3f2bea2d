import { Inject, Injectable } from '@nestjs/common';
import { optionsOfCase, organisationDirectory, type AgreementOptions } from '../../agreement/index.js';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import type { Actor } from '../../kernel/event.js';
import type { Figure } from '../../kernel/figure.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import {
  disputedDays,
  endOfLiability,
  isOverturned,
  liabilityOf,
  type CaseRecord,
  type LiabilityEnd,
} from '../../transfer-case/index.js';
import type { CalculateTerms } from '../domain/calculate/calculate.decision.js';
import { caseChargeFactsOf, transferBackFactsOf, type CaseLeaveFact } from '../domain/case-facts.js';
import { routeOf } from '../domain/document-route.js';
import { owedBy, type BridgingRecharge } from '../domain/rules/bridging-recharge.js';
import { adjustmentsOwedBy, caseCharge, type CaseCharge } from '../domain/rules/case-charge.js';
import type { Direction } from '../domain/rules/joint-package.js';
import {
  paidBy,
  takenAwayBy,
  type EarlierPayment,
  type PaidBeforeEnd,
} from '../domain/rules/paid-that-stays.js';
import { owedTo, transferBack, type TransferBack } from '../domain/rules/transfer-back.js';
import { CaseLeave, type LeaveOfCase } from './case-leave.js';
import type { FactsBehind } from '../domain/duties/facts-behind.js';
import { actingOf } from './recharges.js';

/** Which version of a case's recharge is worked out. */
export interface VersionTerms extends Pick<CalculateTerms, 'rechargeRef'> {
  /** The version before it, with the payments on that and on those before. */
  readonly supersedes?: NonNullable<CalculateTerms['supersedes']> & {
    readonly payments: readonly EarlierPayment[];
  };
}

/** Which of the debts of a case a document is about, and with which NHS body. */
export interface DebtOfCase {
  readonly direction: Direction;
  readonly nhsBody: string;
}

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
    debt: DebtOfCase,
    actor: Actor,
  ): Promise<CalculateTerms> {
    const { agreement, caseRef, stage, council } = theCase;
    const { direction, nhsBody } = debt;
    const { documentRoute, rechargeTiming } = optionsOfCase(agreement);
    const isBack = direction === 'transfer-back';
    return {
      ...version,
      caseRef,
      caseStage: stage,
      endedEarly: hasEndedEarly(theCase),
      calculatedOn: todayInLondon(this.clock),
      timing: rechargeTiming,
      direction,
      ...(await this.due(theCase, debt, version.supersedes?.payments)),
      liableBody: isBack ? council : nhsBody,
      payingBody: isBack ? nhsBody : council,
      agreement: {
        documentRoute: routeOf(documentRoute, direction),
        ...(agreement && { agreementId: agreement.agreementId, agreementVersion: agreement.version }),
      },
      acting: actingOf(actor),
    };
  }

  /**
   * What today's facts of the case give for one of its debts. On the way back only days are charged.
   *
   * @param payments those of the versions before
   */
  async due(
    theCase: CaseRecord,
    { direction, nhsBody }: DebtOfCase,
    payments: readonly EarlierPayment[] = [],
  ): Promise<Pick<CalculateTerms, 'bridging' | 'adjustments'> & { readonly facts: FactsBehind }> {
    if (direction === 'transfer-back') {
      const bridging = owedTo(wayBackOf(theCase), nhsBody, todayInLondon(this.clock));
      const facts = { ofCase: theCase.chargeFacts };
      return { bridging, adjustments: { oneOffs: [], leave: [] }, facts };
    }
    const ofLeave = await this.leaveFor(theCase);
    const { owed: leave = [], facts: leaveFacts } = ofLeave ?? {};
    const charge = chargeOf(theCase, leave);
    const { leaveSettlement } = optionsOfCase(theCase.agreement);
    const settlesLeave = leaveSettlement === 'net-off-recharge' && owesFirstDay(charge.bridging, nhsBody);
    const paid = paidBeforeEnd(theCase, charge, nhsBody, payments);
    return {
      bridging: owedBy(charge.bridging, nhsBody),
      adjustments: {
        ...adjustmentsOwedBy(charge, nhsBody),
        leave: settlesLeave ? leave : [],
        ...(paid && { paid }),
      },
      facts: { ofCase: theCase.chargeFacts, ...(leaveFacts && { ofLeave: leaveFacts }) },
    };
  }

  private async leaveFor({ agreement, caseRef }: CaseRecord): Promise<LeaveOfCase | undefined> {
    return needsLeave(optionsOfCase(agreement)) ? this.leave.of(caseRef) : undefined;
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
  const end = endOf(theCase);
  const options = optionsOfCase(theCase.agreement);
  const disputed = disputedDays(theCase);
  return caseCharge(
    caseChargeFactsOf(theCase, liabilityOf(theCase), organisationDirectory, options, disputed, end, leave),
  );
}

function endOf(theCase: CaseRecord) {
  return endOfLiability(theCase, optionsOfCase(theCase.agreement).transferBackNoticeDays);
}

/** What the NHS body had paid when it was decided that its liability had ended; nothing where it had paid nothing. */
function paidBeforeEnd(
  theCase: CaseRecord,
  { bridging }: CaseCharge,
  nhsBody: string,
  payments: readonly EarlierPayment[],
): PaidBeforeEnd | undefined {
  const end = endOf(theCase);
  if (end === undefined || isReturned(theCase, end)) return undefined;
  const paidPence = paidBy(nhsBody, payments, end.decidedOn);
  if (paidPence <= 0) return undefined;
  const { eligibilityLost: _, eligibilityOverturned: __, ...eligible } = theCase;
  const takenAway = takenAwayBy(end, nhsBody, bridging, chargeOf(eligible).bridging);
  return { end, paidPence, takenAway };
}

/** Whether the agreement has what was paid returned: only where the decision itself was wrong, and not where need changed. */
function isReturned({ agreement }: CaseRecord, end: LiabilityEnd): boolean {
  return optionsOfCase(agreement).overturnedPayments === 'returned' && isOverturned(end);
}

/** What the council owes each NHS body that paid after it was liable; empty where it owes none. */
export function wayBackOf(theCase: CaseRecord): readonly TransferBack[] {
  const options = optionsOfCase(theCase.agreement);
  const facts = transferBackFactsOf(theCase, organisationDirectory, options, endOf(theCase));
  return facts === undefined ? [] : transferBack(facts);
}

/** Leave that the council owes when liability starts is owed to the body that became liable then. */
function owesFirstDay(bridging: Figure<BridgingRecharge>, nhsBody: string): boolean {
  const first = bridging.status === 'known' ? bridging.value.lines[0] : undefined;
  return first === undefined || first.debtor === nhsBody;
}
