import { refuseBefore, refuseFuture } from '../../../kernel/field-checks.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { isRepeat } from '../already-recorded.js';
import type { CaseDecision } from '../case-decision.js';
import type { CaseRecord } from '../case-record.js';
import { OutcomeStands } from '../outcome-stands.js';
import { liabilityChange } from '../rules/liability-event.js';
import { CaseNotReady } from '../stages.js';

export interface ReviseDecisionTerms {
  readonly originalDecidedOn: PlainDate;
  readonly revisedOn: PlainDate;
  readonly notifiedOn: PlainDate;
  readonly corrects?: string;
  readonly today: PlainDate;
}

/** A decision of not eligible was put right after a challenge, so that liability runs from the original decision (R4). */
export const reviseDecision =
  ({ corrects, today, ...revision }: ReviseDecisionTerms): CaseDecision =>
  (state) => {
    switch (state.stage) {
      case 'not-eligible':
      case 'eligible':
      case 'bridging':
      case 'phb-started':
      case 'complete':
      case 'transferring-back':
      case 'back-with-council': {
        if (state.decision?.outcome === 'eligible') throw new OutcomeStands('eligible');
        if (isRepeat('The revised decision', revision, standingRevision(state), corrects)) return [];
        refuseUnlessSound(revision, state, today);
        return [
          {
            type: 'transfer-case.decision-revised',
            occurredOn: revision.revisedOn,
            data: { ...revision, ...(corrects !== undefined && { corrects }) },
          },
          ...liabilityChange({ ...state, revisedDecision: revision }, revision.revisedOn),
        ];
      }
      case 'none':
      case 'merged':
      case 'alerted':
      case 'acknowledged':
      case 'assessing':
      case 'withdrawn':
        throw new CaseNotReady('revise-decision', state.stage);
    }
  };

function standingRevision({ revisedDecision, standing }: CaseRecord) {
  return revisedDecision && { fact: revisedDecision, eventId: standing['decision-revision'] };
}

function refuseUnlessSound(
  { originalDecidedOn, revisedOn, notifiedOn }: Omit<ReviseDecisionTerms, 'corrects' | 'today'>,
  { decision }: CaseRecord,
  today: PlainDate,
): void {
  if (originalDecidedOn !== decision?.decidedOn) {
    throw new FieldRefused(
      '/originalDecidedOn',
      'not-the-decision',
      `The decision of this case was made on ${decision?.decidedOn ?? 'no day'}`,
    );
  }
  refuseFuture('/revisedOn', revisedOn, today);
  refuseFuture('/notifiedOn', notifiedOn, today);
  refuseBefore('/revisedOn', revisedOn, originalDecidedOn, 'the original decision was made');
  refuseBefore('/notifiedOn', notifiedOn, revisedOn, 'the decision was revised');
}
