/** The personal representatives of a dead employer offered to keep the PA on. */
export interface ReEngagement {
  /** Days from the death to the start of the renewed work: 56 is the last day of the eight weeks. */
  readonly daysAfterDeath: number;
  /** Unclear where the PA simply went on working, so that an adviser has to say what was agreed. */
  readonly accepted: boolean | 'unclear';
}

/** How a PA's job ended, or seems to end, as far as redundancy asks. */
export type JobEnding =
  /** The household needs fewer people or none: a care home, a move of house, the end of the need. */
  | { readonly how: 'redundancy' }
  | { readonly how: 'employer-died'; readonly reEngagement?: ReEngagement }
  /** Funding moves from council to NHS while the same person stays the employer. */
  | { readonly how: 'same-employer-goes-on' }
  /** A third party, an agency or a new representative takes over. */
  | { readonly how: 'employer-changes' }
  | { readonly how: 'suitable-alternative-refused' }
  | { readonly how: 'misconduct' }
  | { readonly how: 'resignation' }
  | { readonly how: 'lay-off' }
  | { readonly how: 'fixed-term-ended' };

/** Employment Rights Act 1996 s.174: the offer takes effect not later than eight weeks after the death. */
export const RE_ENGAGEMENT_DAYS = 56;

/**
 * Whether the ending is a dismissal for redundancy purposes; absent where that itself is for an adviser. A death that ends
 * the contract counts as one, unless the personal representatives' offer was accepted and took effect within eight weeks.
 *
 * Source: Employment Rights Act 1996 ss.136(5)(b), 174. That a change of funder alone is none is the product's reading.
 */
export function isDismissal(ending: JobEnding): boolean | undefined {
  switch (ending.how) {
    case 'redundancy':
    case 'suitable-alternative-refused':
    case 'misconduct':
      return true;
    case 'employer-died': {
      const offer = ending.reEngagement;
      if (offer?.accepted === 'unclear') return undefined;
      return !(offer?.accepted === true && offer.daysAfterDeath <= RE_ENGAGEMENT_DAYS);
    }
    case 'same-employer-goes-on':
    case 'resignation':
      return false;
    case 'employer-changes':
    case 'lay-off':
    case 'fixed-term-ended':
      return undefined;
  }
}
