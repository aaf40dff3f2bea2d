import { dateInWords, type PlainDate } from '../../../kernel/plain-date.js';
import { FieldRefused, Refusal } from '../../../kernel/refusal.js';
import type { CaseDecision } from '../case-decision.js';
import type { Liability, LiabilityRule } from '../case-record.js';
import type { TransferCaseEvent } from '../transfer-case.events.js';

/** What the local agreement says of how liability begins. */
export interface AgreedLiability {
  readonly rulesAllowed: readonly string[];
  readonly effectiveDate: 'as-stated' | 'recommendation' | 'decision';
}

/** The two bodies did not agree to let liability begin by this rule. */
export class LiabilityRuleNotAllowed extends Refusal {
  override readonly name = 'LiabilityRuleNotAllowed';
  readonly code = 'liability-rule-not-allowed';
  readonly kind = 'conflict';
  override readonly facts: {
    readonly rule: LiabilityRule;
    readonly startsOn: PlainDate;
    readonly rulesAllowed: readonly string[];
  };

  constructor({ rule, startsOn }: Liability, rulesAllowed: readonly string[]) {
    super(
      `Liability would begin on ${dateInWords(startsOn)} by rule ${rule}, and the local agreement allows ${rulesAllowed.join(', ')} only`,
    );
    this.facts = { rule, startsOn, rulesAllowed };
  }
}

/** The day of liability that some events lead to; nothing where they leave it. */
export function liabilityFoundIn(events: readonly TransferCaseEvent[]): Liability | undefined {
  return events.findLast((event) => event.type === 'transfer-case.liability-date-determined')?.data;
}

/**
 * A decision that moves the day of liability by the rules of the local agreement only. A day that stands already is left,
 * whatever a later agreement says.
 *
 * @throws FieldRefused when the NHS body states an earlier day and by the agreement only the decision counts.
 * @throws LiabilityRuleNotAllowed when the agreement does not allow the rule that the facts lead to.
 */
export function withinAgreedRules(
  decision: CaseDecision,
  { rulesAllowed, effectiveDate }: AgreedLiability,
): CaseDecision {
  return (state) => {
    const events = decision(state);
    const found = liabilityFoundIn(events);
    if (found?.rule === 'R2' && effectiveDate === 'decision') {
      throw new FieldRefused(
        '/effectiveOn',
        'only-the-decision-counts',
        'By the local agreement eligibility begins with the decision, and no earlier day is stated',
      );
    }
    if (found !== undefined && !rulesAllowed.includes(found.rule)) {
      throw new LiabilityRuleNotAllowed(found, rulesAllowed);
    }
    return events;
  };
}
