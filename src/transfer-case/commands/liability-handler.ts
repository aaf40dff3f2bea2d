import { Inject, Injectable } from '@nestjs/common';
import { membersIn } from '../../agreement/index.js';
import type { Clock } from '../../kernel/clock.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { Refusal } from '../../kernel/refusal.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { Committed } from '../../platform/event-store/streams.js';
import type { CaseDecision } from '../domain/case-decision.js';
import type { CaseRecord } from '../domain/case-record.js';
import { liabilityFoundIn, withinAgreedRules } from '../domain/rules/agreed-liability.js';
import { AgreedOptions } from './agreed-options.js';
import { CaseHandler } from './case-command.js';
import { TransferCases } from './transfer-cases.js';

/** What the handlers need whose command may move the day of liability. */
@Injectable()
export abstract class LiabilityHandler extends CaseHandler {
  constructor(
    cases: TransferCases,
    @Inject(CLOCK) clock: Clock,
    private readonly agreed: AgreedOptions,
  ) {
    super(cases, clock);
  }

  /**
   * Carries out a decision, unless it moves the day of liability by a rule that the agreement does not allow.
   *
   * @throws LiabilityRuleNotAllowed, and whatever `TransferCases.decide` throws.
   */
  protected async decide(
    caseRef: string,
    decision: CaseDecision,
    context: CommandContext,
    ifRevision?: number,
  ): Promise<Committed<CaseRecord>> {
    const { state, revision } = await this.cases.get(caseRef, context.actor);
    const startsOn = dayFoundBy(decision, state);
    if (startsOn === undefined) return this.cases.decide(caseRef, decision, context, ifRevision);
    const { liabilityRulesAllowed, liabilityEffectiveDate } = await this.agreed.on(state, startsOn);
    const within = withinAgreedRules(decision, {
      rulesAllowed: membersIn(liabilityRulesAllowed),
      effectiveDate: liabilityEffectiveDate,
    });
    // The agreement was looked up for the day that this version leads to, so another version has to be looked up again.
    return this.cases.decide(caseRef, within, context, ifRevision ?? revision);
  }
}

/** The day of liability that a decision leads to; nothing where it moves none, or is refused and will say so itself. */
function dayFoundBy(decision: CaseDecision, state: CaseRecord): PlainDate | undefined {
  try {
    return liabilityFoundIn(decision(state))?.startsOn;
  } catch (refusal) {
    if (refusal instanceof Refusal) return undefined;
    throw refusal;
  }
}
