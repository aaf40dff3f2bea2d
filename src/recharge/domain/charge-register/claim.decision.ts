import type { Decision } from '../../../kernel/event.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { ChargeRegister } from './charge-register.js';
import type { ChargeRegisterEvent } from './charge-register.events.js';

/** The case is merged, or about to be: nothing is charged on it any more. */
export class CaseBeingMerged extends Refusal {
  override readonly name = 'CaseBeingMerged';
  readonly code = 'case-being-merged';
  readonly kind = 'conflict';
  override readonly facts: { readonly into: string };

  constructor(into: string) {
    super(`The case is being merged into ${into}, and nothing is charged on it meanwhile`);
    this.facts = { into };
  }
}

export interface ClaimTerms {
  /** The recharge, or the case that goes on. */
  readonly reference: string;
  readonly heldBy: string;
  readonly today: PlainDate;
}

type ClaimDecision = Decision<ChargeRegister, ChargeRegisterEvent>;

/**
 * Says that a version of a recharge is about to be made.
 *
 * @throws CaseBeingMerged
 */
export const claimForRecharge =
  ({ reference, heldBy, today }: ClaimTerms): ClaimDecision =>
  ({ recharges, merger }) => {
    if (merger !== undefined) throw new CaseBeingMerged(merger.reference);
    if (recharges.some((claim) => claim.reference === reference && claim.heldBy === heldBy)) return [];
    const data = { purpose: 'recharge' as const, reference, heldBy };
    return [{ type: 'charge-register.claimed', occurredOn: today, data }];
  };

/**
 * Says that the case is about to be merged. Whether a recharge stands is for the caller to look at first, on the same
 * revision.
 *
 * @param isAbandoned a merger of another command that was broken off, whose place may be taken
 * @throws CaseBeingMerged when another command is about to merge it.
 */
export const claimForMerger =
  ({ reference, heldBy, today }: ClaimTerms, isAbandoned: boolean): ClaimDecision =>
  ({ merger }) => {
    if (merger?.heldBy === heldBy && merger.reference === reference) return [];
    if (merger !== undefined && !isAbandoned) throw new CaseBeingMerged(merger.reference);
    const data = { purpose: 'merger' as const, reference, heldBy };
    return [{ type: 'charge-register.claimed', occurredOn: today, data }];
  };

/** Lets the case be charged again, because the command that was about to merge it was refused. */
export const releaseMerger =
  ({ heldBy, today }: Pick<ClaimTerms, 'heldBy' | 'today'>): ClaimDecision =>
  ({ merger }) =>
    merger?.heldBy === heldBy
      ? [{ type: 'charge-register.merger-released', occurredOn: today, data: { heldBy } }]
      : [];
