import type { Decision } from '../../../kernel/event.js';
import type { Figure } from '../../../kernel/figure.js';
import { maxPence, negatePence, ZERO_PENCE, type Pence } from '../../../kernel/pence.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { actsForCreditor, type Acting } from '../acting.js';
import { missingFrom, rechargeDocument, type Adjustments } from '../recharge-document.js';
import type { RechargeEvent, RechargeFact } from '../recharge.events.js';
import type { Recharge, RechargeRecord } from '../recharge.js';
import { RechargeNotFound, RechargeNotReady } from '../refusals.js';
import type { BridgingRecharge } from '../rules/bridging-recharge.js';
import type { Direction } from '../rules/joint-package.js';
import { flowOfMoney } from '../rules/flow-of-money.js';
import { sameFacts } from '../../../kernel/same-facts.js';
import {
  CaseNotComplete,
  type ChargeTiming,
  NothingToCharge,
  RechargeExists,
  RechargeNotEvidenced,
  RechargePending,
} from './calculate.refusals.js';

type Calculated = RechargeFact<'recharge.calculated'>;

export interface CalculateTerms {
  readonly rechargeRef: string;
  readonly caseRef: string;
  readonly caseStage: string;
  /** True when the person died or declined, so that no transfer will be completed. */
  readonly endedEarly: boolean;
  readonly calculatedOn: PlainDate;
  /** From when the local agreement lets bridging be charged for. */
  readonly timing: ChargeTiming;
  readonly direction: Direction;
  /** What today's facts give for the days that the paying body paid for the liable one. */
  readonly bridging: Figure<BridgingRecharge>;
  readonly liableBody: string;
  readonly payingBody: string;
  readonly adjustments: Adjustments;
  readonly agreement: Pick<Calculated['data'], 'agreementId' | 'agreementVersion' | 'documentRoute'>;
  /** The version before this one, and what was paid on it and those before it. */
  readonly supersedes?: { readonly rechargeRef: string; readonly debtor: string; readonly paidPence: Pence };
  readonly acting: Acting;
}

// What was paid in bridging before a withdrawal is owed all the same.
const CHARGEABLE_STAGES: readonly string[] = [
  'complete',
  'transferring-back',
  'back-with-council',
  'withdrawn',
];

function isChargeable(stage: string, timing: ChargeTiming): boolean {
  return CHARGEABLE_STAGES.includes(stage) || (timing === 'when-cover-starts' && stage === 'phb-started');
}

/**
 * Works out a recharge for the first time.
 *
 * @throws CaseNotComplete, RechargePending, RechargeNotEvidenced, NothingToCharge when there is no sum to claim.
 * @throws NotYourSide when the actor's organisation is not the one that is owed.
 * @throws RechargeExists when the same version exists with other figures.
 */
export const calculateRecharge =
  (terms: CalculateTerms): Decision<Recharge, RechargeEvent> =>
  (state) => {
    const event = calculation(terms);
    switch (state.stage) {
      case 'none':
        return [event];
      case 'draft':
      case 'approved':
      case 'issued':
      case 'credited':
      case 'withdrawn':
        if (sameCharge(state, event)) return [];
        throw new RechargeExists(state.rechargeRef);
    }
  };

/**
 * Works out a draft anew from changed facts. An approval lapses, because it was given to another sum.
 *
 * @throws RechargeNotReady after the recharge was issued: an issued version never changes.
 */
export const recalculateRecharge =
  (terms: CalculateTerms): Decision<Recharge, RechargeEvent> =>
  (state) => {
    switch (state.stage) {
      case 'none':
        throw new RechargeNotFound();
      case 'draft':
      case 'approved': {
        const event = calculation(terms);
        return sameCharge(state, event) ? [] : [event];
      }
      case 'issued':
      case 'credited':
      case 'withdrawn':
        throw new RechargeNotReady('recalculate', state);
    }
  };

function calculation(terms: CalculateTerms): Calculated {
  const { bridging, acting, rechargeRef, caseRef, agreement, supersedes } = terms;
  const { caseStage, timing } = terms;
  if (!terms.endedEarly && !isChargeable(caseStage, timing)) throw new CaseNotComplete(caseStage, timing);
  const missing = missingFrom(terms.adjustments);
  if (bridging.status === 'pending') throw new RechargePending(bridging.missing);
  if (missing.length > 0) throw new RechargePending(missing);
  const { lines, refundToPersonPence, contributionCancelledPence, parked } = bridging.value;
  if (lines.length === 0 && parked !== undefined) throw new RechargePending([parked.missing]);
  const unpaid = lines.flatMap((line) => (line.netPence > 0 ? line.evidence.daysWithoutPayment : []));
  if (unpaid.length > 0) throw new RechargeNotEvidenced(unpaid);

  const flow = flowOfMoney(terms.liableBody, terms.payingBody);
  if (flow === undefined) throw new NothingToCharge();
  const document = rechargeDocument(bridging.value, flow, terms.adjustments, terms.direction);
  if (document.totalPence === 0) throw new NothingToCharge();
  actsForCreditor(document, acting);
  return {
    type: 'recharge.calculated',
    occurredOn: terms.calculatedOn,
    data: {
      rechargeRef,
      caseRef,
      ...document,
      ...agreement,
      refundToPersonPence: maxPence(ZERO_PENCE, refundToPersonPence),
      contributionCancelledPence,
      ...(supersedes === undefined ? {} : { supersedes: supersedes.rechargeRef }),
      paidBeforePence: paidBefore(supersedes, document.debtor),
      by: acting.by,
    },
  };
}

function paidBefore(supersedes: CalculateTerms['supersedes'], debtor: string): Pence {
  if (supersedes === undefined) return ZERO_PENCE;
  return supersedes.debtor === debtor ? supersedes.paidPence : negatePence(supersedes.paidPence);
}

/** True when a calculation gives what stands already, whoever worked it out. */
function sameCharge(state: RechargeRecord, { data }: Calculated): boolean {
  const { by: _, ...document } = data;
  const standing = { ...state, lines: state.lines.map(({ answer: _answer, ...line }) => line) };
  const keys = Object.keys(document) as (keyof typeof document)[];
  return keys.every((key) => sameFacts(standing[key], document[key]));
}
