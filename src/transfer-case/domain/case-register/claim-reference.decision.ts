import type { Decision } from '../../../kernel/event.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import type { CaseRegisterEvent } from './case-register.events.js';
import type { CaseRegister } from './case-register.js';

export interface ClaimReferenceTerms {
  readonly caseRef: string;
  readonly nhsBody: string;
  /** The body itself, those that it took over from and those that took over from it. */
  readonly lineage: readonly string[];
  /** Cases that are over, or whose alert never came. */
  readonly finished: readonly string[];
  readonly today: PlainDate;
}

/** The person has a live case between the same two bodies already. */
export class DuplicateCase extends Refusal {
  override readonly name = 'DuplicateCase';
  readonly code = 'duplicate-case';
  readonly kind = 'conflict';
  override readonly facts: { readonly caseRef: string };

  constructor(caseRef: string) {
    super(`The person with this reference has a case already: ${caseRef}`);
    this.facts = { caseRef };
  }
}

/**
 * Takes a person's reference for a new case. Two bodies of one line of succession are one: a merger does not make a second
 * move of the first.
 */
export const claimReference =
  ({
    caseRef,
    nhsBody,
    lineage,
    finished,
    today,
  }: ClaimReferenceTerms): Decision<CaseRegister, CaseRegisterEvent> =>
  ({ claims }) => {
    if (claims.some((claim) => claim.caseRef === caseRef)) return [];
    const rivals = claims.filter((claim) => lineage.includes(claim.nhsBody));
    const live = rivals.find((claim) => !finished.includes(claim.caseRef));
    if (live !== undefined) throw new DuplicateCase(live.caseRef);
    return [
      ...rivals.map(
        (claim) =>
          ({
            type: 'case-register.reference-released',
            occurredOn: today,
            data: { caseRef: claim.caseRef },
          }) as const,
      ),
      { type: 'case-register.reference-claimed', occurredOn: today, data: { caseRef, nhsBody } },
    ];
  };
