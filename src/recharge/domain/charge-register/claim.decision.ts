import type { Decision, Person } from '../../../kernel/event.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { Refusal } from '../../../kernel/refusal.js';
import { sumPence, type Pence } from '../../../kernel/pence.js';
import { isOneOf } from '../../../kernel/recorded-facts.js';
import type { Direction } from '../rules/joint-package.js';
import type { ApprovalClaim, ChargeRegister } from './charge-register.js';
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

/** A sum that is about to be approved. */
export interface ApprovalTerms extends ClaimTerms {
  readonly direction: Direction;
  readonly amountPence: Pence;
  readonly approver: Person;
  /** The recharges whose approval the caller counted already. */
  readonly counted: readonly string[];
  /** Whether a claim is so new that its approval may still be made. */
  readonly isPending: (claim: ApprovalClaim) => boolean;
}

/** What the same person is about to approve beside it at this moment, in pence. */
export function pendingBeside({ approvals }: ChargeRegister, terms: ApprovalTerms): Pence {
  const { reference, direction, approver, counted, isPending } = terms;
  const beside = approvals.filter(
    (claim) =>
      claim.reference !== reference &&
      claim.direction === direction &&
      !counted.includes(claim.reference) &&
      isOneOf([claim.approver], approver) &&
      isPending(claim),
  );
  // The last claim of a recharge is for the sum that it comes to now.
  const byRecharge = new Map(beside.map((claim) => [claim.reference, claim.amountPence]));
  return sumPence([...byRecharge.values()]);
}

/**
 * Says that a sum is about to be approved.
 *
 * @param refuseWith refuses, by throwing, what is above a limit together with the sum that it is given
 */
export const claimForApproval =
  (terms: ApprovalTerms, refuseWith: (pendingPence: Pence) => unknown): ClaimDecision =>
  (state) => {
    const { reference, heldBy, today, direction, amountPence } = terms;
    refuseWith(pendingBeside(state, terms));
    if (state.approvals.some((claim) => claim.reference === reference && claim.heldBy === heldBy)) return [];
    // A register begins with the claim of a recharge; one from before there were registers has none yet.
    const isThere = state.recharges.some((claim) => claim.reference === reference);
    const recharge = isThere ? [] : claimForRecharge({ reference, heldBy, today })(state);
    const data = { reference, direction, amountPence, heldBy };
    return [...recharge, { type: 'charge-register.approval-claimed', occurredOn: today, data }];
  };

/** Lets the case be charged again, because the command that was about to merge it was refused. */
export const releaseMerger =
  ({ heldBy, today }: Pick<ClaimTerms, 'heldBy' | 'today'>): ClaimDecision =>
  ({ merger }) =>
    merger?.heldBy === heldBy
      ? [{ type: 'charge-register.merger-released', occurredOn: today, data: { heldBy } }]
      : [];
