import { refuseFuture, refuseUnlessReasonCode } from '../../../kernel/field-checks.js';
import { DutiesApart, FieldRefused, NotYourSide } from '../../../kernel/refusal.js';
import { dateInWords, earliest, type PlainDate } from '../../../kernel/plain-date.js';
import type { Person } from '../../../kernel/event.js';
import { isOneOf } from '../../../kernel/recorded-facts.js';
import { sameFacts } from '../../../kernel/same-facts.js';
import type { CaseDecision } from '../case-decision.js';
import type { CaseRecord } from '../case-record.js';
import { bridgingHardStop, nextBridgingReview, notifiedOnOf } from '../rules/bridging-reviews.js';
import { CaseNotReady } from '../stages.js';

/** The choices of the local agreement that an extension follows, in the agreement's own words. */
export interface ExtensionTerms {
  /** Days from one review to the next. */
  readonly bridgingReviewStepDays: number;
  readonly bridgingExtensionBy: 'either-body' | 'council' | 'nhs-body';
  /** 0 for none. */
  readonly bridgingHardStopWeeks: number;
}

export interface ExtendBridgingTerms {
  /** The day on which bridging is reviewed next; without one, the step of the agreement after the review that is due. */
  readonly until?: PlainDate;
  /** What the agreement that the case is bound to says of extensions. */
  readonly agreed: ExtensionTerms;
  /** Where the approver's organisation stands. */
  readonly side: 'council' | 'nhs-body';
  /** The named approver. */
  readonly approver: Person;
  readonly reasonCode: string;
  readonly approvedOn: PlainDate;
  readonly today: PlainDate;
}

/** Who opened bridging does not put its review off as well. */
export class OpenerMayNotExtend extends DutiesApart {
  override readonly name = 'OpenerMayNotExtend';
  readonly code = 'opener-may-not-extend';
  readonly kind = 'forbidden';

  constructor() {
    super('Someone else must approve this, because you opened bridging');
  }
}

/**
 * A named approver moves the review on. Payments go on with or without it: no clock stops a payment.
 *
 * @throws OpenerMayNotExtend when the approver opened bridging, be it under another account.
 * @throws NotYourSide when the agreement leaves extensions to the other body.
 * @throws FieldRefused when the next review would not be later, or would be after the hard stop of the agreement.
 */
export const extendBridging =
  ({
    approvedOn,
    today,
    agreed,
    side,
    until: named,
    approver,
    reasonCode,
  }: ExtendBridgingTerms): CaseDecision =>
  (state) => {
    const approval = { approvedBy: approver.id, reasonCode };
    switch (state.stage) {
      case 'bridging': {
        const before = state.bridging?.extensions.at(-1);
        // Without a day each approval is one more step, so that only its idempotency key makes it a repeat.
        if (before !== undefined && sameFacts(before, { until: named, ...approval })) return [];
        refuseOtherApprover(agreed, side);
        if (isOneOf(openersOf(state), approver)) throw new OpenerMayNotExtend();
        refuseUnlessReasonCode('/reasonCode', approval.reasonCode);
        refuseFuture('/approvedOn', approvedOn, today);
        const reviewOn = before?.until ?? state.bridging?.reviewDueOn;
        if (reviewOn === undefined) throw new CaseNotReady('extend-bridging', state.stage);
        const stopsOn = hardStopOf(state, agreed);
        const until = named ?? steppedFrom(reviewOn, agreed, stopsOn);
        if (until <= reviewOn) {
          throw new FieldRefused(
            '/until',
            'out-of-order',
            `The next review is due on ${dateInWords(reviewOn)} already`,
          );
        }
        if (stopsOn !== undefined && until > stopsOn) {
          throw new FieldRefused(
            '/until',
            'after-hard-stop',
            `By the agreement no review is put off beyond ${dateInWords(stopsOn)}; payments go on until the two bodies decide`,
          );
        }
        return [
          { type: 'transfer-case.bridging-extended', occurredOn: approvedOn, data: { until, ...approval } },
        ];
      }
      case 'none':
      case 'merged':
      case 'alerted':
      case 'acknowledged':
      case 'assessing':
      case 'not-eligible':
      case 'eligible':
      case 'phb-started':
      case 'complete':
      case 'transferring-back':
      case 'back-with-council':
      case 'withdrawn':
        throw new CaseNotReady('extend-bridging', state.stage);
    }
  };

function openersOf({ bridgingOpenedBy }: CaseRecord): readonly Person[] {
  return bridgingOpenedBy === undefined ? [] : [bridgingOpenedBy];
}

function refuseOtherApprover(
  { bridgingExtensionBy }: ExtensionTerms,
  side: ExtendBridgingTerms['side'],
): void {
  if (bridgingExtensionBy === 'either-body' || bridgingExtensionBy === side) return;
  const whose = bridgingExtensionBy === 'council' ? 'the council' : 'the NHS body';
  throw new NotYourSide(`By the agreement ${whose} approves extensions of bridging`, { bridgingExtensionBy });
}

function hardStopOf(state: CaseRecord, { bridgingHardStopWeeks }: ExtensionTerms): PlainDate | undefined {
  const notifiedOn = notifiedOnOf(state);
  return notifiedOn && bridgingHardStop(notifiedOn, bridgingHardStopWeeks)?.day;
}

/** One step on, or the hard stop where that comes before it; a review on the hard stop itself has no later one. */
function steppedFrom(
  reviewOn: PlainDate,
  { bridgingReviewStepDays }: ExtensionTerms,
  stopsOn: PlainDate | undefined,
): PlainDate {
  const next = nextBridgingReview(reviewOn, bridgingReviewStepDays).day;
  return stopsOn !== undefined && reviewOn < stopsOn ? earliest(next, stopsOn) : next;
}
