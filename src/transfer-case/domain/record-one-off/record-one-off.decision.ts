import { refuseEmptyPeriod, refuseFuture, refuseUnlessReference } from '../../../kernel/field-checks.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { isRepeat } from '../already-recorded.js';
import type { CaseDecision } from '../case-decision.js';
import type { OneOffApproval, OneOffPayment } from '../case-record.js';
import { PaymentReferenceReused } from '../record-payment/payment-reference-reused.js';
import { CaseNotReady } from '../stages.js';

/** Costs of an end of employment, which have rules of their own and are never part of bridging. */
export const SHARED_ELSEWHERE = ['redundancy-pay', 'notice-pay'] as const;

export interface RecordOneOffTerms extends Omit<OneOffPayment, 'eventId' | 'kind'> {
  readonly kind: OneOffPayment['kind'] | (typeof SHARED_ELSEWHERE)[number];
  readonly corrects?: string;
  readonly today: PlainDate;
}

/**
 * A payment for one thing that the direct payment covers. Who bears it follows from the local agreement, so it is taken
 * whether or not it was approved; a receipt said again with other facts has to name the event that it corrects.
 *
 * @throws FieldRefused for redundancy and notice pay, which are shared by the time that each body funded the employment.
 */
export const recordOneOff =
  ({ corrects, today, ...terms }: RecordOneOffTerms): CaseDecision =>
  (state) => {
    switch (state.stage) {
      case 'alerted':
      case 'acknowledged':
      case 'assessing':
      case 'not-eligible':
      case 'eligible':
      case 'bridging':
      case 'phb-started':
      case 'complete':
      case 'transferring-back':
      case 'back-with-council':
      case 'withdrawn': {
        const oneOff = { ...terms, kind: chargeableKind(terms.kind) };
        if (isStanding(oneOff, corrects, state.oneOffs)) return [];
        refuseUnlessSound(oneOff, corrects !== undefined, today);
        return [
          {
            type: 'transfer-case.one-off-paid',
            occurredOn: oneOff.incurredOn,
            data: { ...oneOff, ...(corrects !== undefined && { corrects }) },
          },
        ];
      }
      case 'none':
      case 'merged':
        throw new CaseNotReady('record-one-off', state.stage);
    }
  };

type OneOff = Omit<OneOffPayment, 'eventId'>;

function chargeableKind(kind: RecordOneOffTerms['kind']): OneOffPayment['kind'] {
  if (kind === 'redundancy-pay' || kind === 'notice-pay') {
    throw new FieldRefused(
      '/kind',
      'shared-elsewhere',
      'Redundancy and notice pay are never charged in bridging: they are shared by the time that each body funded the employment, so record them with the employment',
    );
  }
  return kind;
}

/** True when the same receipt stands with the same facts. */
function isStanding(oneOff: OneOff, corrects: string | undefined, all: readonly OneOffPayment[]): boolean {
  const { receiptReference } = oneOff;
  const sameReceipt = all.find((each) => each.receiptReference === receiptReference);
  const corrected = all.find(({ eventId }) => eventId === corrects);
  if (sameReceipt !== undefined && corrected !== undefined && sameReceipt !== corrected) {
    throw new PaymentReferenceReused('/receiptReference', receiptReference);
  }
  const replaced = sameReceipt ?? corrected;
  return isRepeat(`One-off payment ${receiptReference}`, oneOff, replaced && standing(replaced), corrects);
}

function standing({ eventId, ...fact }: OneOffPayment): { fact: OneOff; eventId: string } {
  return { fact, eventId };
}

function refuseUnlessSound(oneOff: OneOff, isCorrection: boolean, today: PlainDate): void {
  const { receiptReference, incurredOn, benefit, amountPence, approval } = oneOff;
  refuseUnlessReference('/receiptReference', receiptReference);
  refuseFuture('/incurredOn', incurredOn, today);
  if (benefit !== undefined) refuseEmptyPeriod(benefit.from, benefit.until);
  if (approval !== undefined) refuseUnlessApprovalFits(approval, today);
  if (amountPence < 0 || (amountPence === 0 && !isCorrection)) {
    throw new FieldRefused(
      '/amount',
      'not-above-zero',
      'A one-off payment is above zero; a correction to 0.00 takes it back',
    );
  }
}

function refuseUnlessApprovalFits({ outcome, by, on }: OneOffApproval, today: PlainDate): void {
  const isWhole = by !== undefined && on !== undefined;
  const isEmpty = by === undefined && on === undefined;
  if (outcome === 'approved' ? !isWhole : !isEmpty) {
    throw new FieldRefused(
      '/approval',
      'approval-does-not-fit',
      'An approval says by whom and on which day; where there was none, neither is said',
    );
  }
  if (by !== undefined) refuseUnlessReference('/approval/by', by);
  if (on !== undefined) refuseFuture('/approval/on', on, today);
}
