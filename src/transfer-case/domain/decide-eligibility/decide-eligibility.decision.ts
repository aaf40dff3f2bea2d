import { refuseBefore, refuseFuture } from '../../../kernel/field-checks.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { isRepeat } from '../already-recorded.js';
import type { CaseDecision } from '../case-decision.js';
import type { CaseRecord, EligibilityDecision } from '../case-record.js';
import { isClassifiedAs, refuseUnlessDelayReason, type DelayTerms } from '../classify-delay/delay-reason.js';
import { OutcomeStands } from '../outcome-stands.js';
import { liabilityChange } from '../rules/liability-event.js';
import { CaseNotReady } from '../stages.js';
import type { TransferCaseEvent } from '../transfer-case.events.js';

export interface DecideEligibilityTerms extends EligibilityDecision {
  /** Whether a decision later than 28 days was justified, where that is said with it. */
  readonly delay?: DelayTerms;
  readonly corrects?: string;
  readonly today: PlainDate;
}

/** The NHS body decided whether the person is eligible. Only it can, so until then whoever funds the care goes on. */
export const decideEligibility =
  (terms: DecideEligibilityTerms): CaseDecision =>
  (state) => {
    const { delay, corrects, today, ...said } = terms;
    switch (state.stage) {
      case 'assessing':
      case 'not-eligible':
      case 'eligible':
      case 'bridging':
      case 'phb-started':
      case 'complete':
      case 'transferring-back':
      case 'back-with-council': {
        if (isRepeat('The decision', said, standingDecision(state), corrects)) return [];
        refuseUnlessSound(said, state, today);
        if (delay !== undefined) refuseUnlessDelayReason(delay, '/delay');
        return decided(said, state, delay, corrects);
      }
      case 'none':
      case 'merged':
      case 'alerted':
      case 'acknowledged':
      case 'withdrawn':
        throw new CaseNotReady('decide-eligibility', state.stage);
    }
  };

function decided(
  said: EligibilityDecision,
  state: CaseRecord,
  delay: DelayTerms | undefined,
  corrects: string | undefined,
): readonly TransferCaseEvent[] {
  const { decidedOn: occurredOn } = said;
  const after = { ...state, decision: said, ...(delay && { delay: delay.delay }) };
  return [
    {
      type: 'transfer-case.eligibility-decided',
      occurredOn,
      data: { ...said, ...(corrects !== undefined && { corrects }) },
    },
    ...(delay && !isClassifiedAs(delay, state)
      ? [{ type: 'transfer-case.delay-classified', occurredOn, data: delay } as const]
      : []),
    ...liabilityChange(after, occurredOn),
  ];
}

function standingDecision({ decision, standing }: CaseRecord) {
  return decision && { fact: decision, eventId: standing.decision };
}

function refuseUnlessSound(
  { outcome, decidedOn, notifiedOn, effectiveOn }: EligibilityDecision,
  { checklist, fastTrackReceivedOn, decision }: CaseRecord,
  today: PlainDate,
): void {
  if (decision !== undefined && decision.outcome !== outcome) throw new OutcomeStands(decision.outcome);
  refuseFuture('/decidedOn', decidedOn, today);
  refuseFuture('/notifiedOn', notifiedOn, today);
  refuseBefore('/notifiedOn', notifiedOn, decidedOn, 'the decision was made');
  // On the Fast Track the tool stands in for the checklist, which may come later or never.
  const receivedOn = fastTrackReceivedOn ?? checklist?.receivedOn;
  if (receivedOn !== undefined) {
    refuseBefore('/decidedOn', decidedOn, receivedOn, 'the checklist or Fast Track tool was received');
  }
  if (effectiveOn !== undefined) refuseUnlessEffective(outcome, effectiveOn, decidedOn);
}

function refuseUnlessEffective(
  outcome: EligibilityDecision['outcome'],
  effectiveOn: PlainDate,
  decidedOn: PlainDate,
): void {
  if (outcome === 'not-eligible') {
    throw new FieldRefused(
      '/effectiveOn',
      'not-eligible',
      'A decision of not eligible has no day that eligibility runs from',
    );
  }
  if (effectiveOn > decidedOn) {
    throw new FieldRefused(
      '/effectiveOn',
      'out-of-order',
      'Eligibility is stated from an earlier day than the decision, never a later one',
    );
  }
}
