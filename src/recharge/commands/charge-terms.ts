import { Inject, Injectable } from '@nestjs/common';
import {
  boundOptions,
  DEFAULT_OPTIONS,
  organisationDirectory,
  type AgreementOptions,
} from '../../agreement/index.js';
import { todayInLondon, type Clock } from '../../kernel/clock.js';
import type { Actor } from '../../kernel/event.js';
import type { Figure } from '../../kernel/figure.js';
import type { Pence } from '../../kernel/pence.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import { disputedDays, liabilityOf, type CaseRecord } from '../../transfer-case/index.js';
import type { CalculateTerms } from '../domain/calculate/calculate.decision.js';
import { bridgingFactsOf } from '../domain/case-facts.js';
import type { Adjustments, OneOffClaim } from '../domain/recharge-document.js';
import { bridgingRecharge, owedBy, type BridgingRecharge } from '../domain/rules/bridging-recharge.js';
import { CaseLeave } from './case-leave.js';
import { actingOf } from './recharges.js';

/** What finance adds to the days of bridging. */
export interface Additions {
  readonly oneOffs: readonly OneOffClaim[];
  /** What the account held at the start of liability and at its close, in pence. */
  readonly account?: {
    readonly openingPence: Pence;
    readonly closingPence: Pence;
    readonly reference: string;
  };
}

/** Which version of a case's recharge is worked out. */
export type VersionTerms = Pick<CalculateTerms, 'rechargeRef' | 'supersedes'>;

/** Gathers what a recharge is worked out from: today's facts of the case, its agreement, leave, and what finance adds. */
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
    additions: Additions,
    actor: Actor,
  ): Promise<CalculateTerms> {
    const options = optionsOf(theCase);
    const { agreement, caseRef, stage, council, diedOn, declinedFrom } = theCase;
    const bridging = bridgingOf(theCase);
    return {
      ...version,
      caseRef,
      caseStage: stage,
      endedEarly: diedOn !== undefined || declinedFrom !== undefined,
      calculatedOn: todayInLondon(this.clock),
      bridging: owedBy(bridging, nhsBody),
      liableBody: nhsBody,
      payingBody: council,
      adjustments: await this.adjustments(caseRef, additions, options, owesFirstDay(bridging, nhsBody)),
      agreement: {
        documentRoute: options.documentRoute,
        ...(agreement && { agreementId: agreement.agreementId, agreementVersion: agreement.version }),
      },
      acting: actingOf(actor),
    };
  }

  private async adjustments(
    caseRef: string,
    { oneOffs, account }: Additions,
    { leaveSettlement, creditMethod: method }: AgreementOptions,
    settlesLeave: boolean,
  ): Promise<Adjustments> {
    return {
      oneOffs,
      ...(account && { account: { ...account, method } }),
      leave: settlesLeave && leaveSettlement === 'net-off-recharge' ? await this.leave.owed(caseRef) : [],
    };
  }
}

/** The options of the agreement that the case is bound to, or those of an agreement that chooses nothing. */
export function optionsOf({ agreement }: CaseRecord): AgreementOptions {
  return agreement === undefined ? DEFAULT_OPTIONS : boundOptions(agreement.options, '/options');
}

/** What today's facts of the case give. */
export function bridgingOf(theCase: CaseRecord): Figure<BridgingRecharge> {
  return bridgingRecharge(
    bridgingFactsOf(theCase, liabilityOf(theCase), organisationDirectory, disputedDays(theCase)),
  );
}

/** Leave that the council owes when liability starts is owed to the body that became liable then. */
function owesFirstDay(bridging: Figure<BridgingRecharge>, nhsBody: string): boolean {
  const first = bridging.status === 'known' ? bridging.value.lines[0] : undefined;
  return first === undefined || first.debtor === nhsBody;
}
