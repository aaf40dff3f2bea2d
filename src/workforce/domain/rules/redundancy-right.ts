import type { PlainDate } from '../../../kernel/plain-date.js';
import type { EndReason, NoRightReason } from '../workforce.events.js';

/** What the PA is to the employer (not to the person who is cared for). */
export const RELATIONSHIPS = [
  'none',
  'parent',
  'step-parent',
  'grandparent',
  'child',
  'step-child',
  'grandchild',
  'brother-or-sister',
  'half-brother-or-half-sister',
  'spouse-or-partner',
  'other-relative',
] as const;

export type Relationship = (typeof RELATIONSHIPS)[number];

// The list of s.161(1). Spouses, in-laws, aunts, uncles and cousins are not on it.
const LISTED_RELATIVES: ReadonlySet<Relationship> = new Set([
  'parent',
  'step-parent',
  'grandparent',
  'child',
  'step-child',
  'grandchild',
  'brother-or-sister',
  'half-brother-or-half-sister',
]);

/** Complete years of service without which there is no right (Employment Rights Act 1996 s.155). */
export const QUALIFYING_YEARS = 2;

/** True for a relative on the list of s.161(1), who has no right if the work is domestic service in a private household. */
export function isListedRelative(relationship: Relationship): boolean {
  return LISTED_RELATIVES.has(relationship);
}

/** What decides whether there is a right to a statutory redundancy payment at all. */
export interface Circumstances {
  readonly status: 'employed' | 'self-employed';
  readonly lastDay: PlainDate;
  /** Absent while the job goes on: the payment is worked out as if it ended by redundancy. */
  readonly endReason?: EndReason;
  readonly relationship: Relationship;
  readonly suitableAlternativeRefused: boolean;
  /** The personal representatives of a dead employer kept the PA on, not later than eight weeks after the death. */
  readonly reEngagedWithinEightWeeks: boolean;
}

/**
 * Every reason why there is no right; none means that there is one.
 *
 * A listed relative has no right if the work is domestic service in a private household. Whether a PA's work is that is
 * not settled, so the product says no right with the condition in words, and an adviser decides.
 *
 * Source: Employment Rights Act 1996 ss.135, 141, 155, 161(1), 174.
 */
export function noRightReasons(facts: Circumstances, completeYears: number): readonly NoRightReason[] {
  const reasons: NoRightReason[] = [];
  if (facts.status === 'self-employed') reasons.push('self-employed');
  if (completeYears < QUALIFYING_YEARS) reasons.push('under-two-years');
  if (isListedRelative(facts.relationship)) reasons.push('relative-of-employer');
  if (facts.endReason === 'resignation' || facts.endReason === 'other-dismissal') {
    reasons.push('not-dismissed-by-redundancy');
  }
  if (facts.suitableAlternativeRefused) reasons.push('suitable-alternative-refused');
  if (facts.reEngagedWithinEightWeeks) reasons.push('re-engaged-within-eight-weeks');
  return reasons;
}

const IN_WORDS: Readonly<Record<NoRightReason, string>> = {
  'self-employed': 'a self-employed PA has no right to a redundancy payment (ERA 1996 s135)',
  'under-two-years': 'fewer than two complete years of continuous employment (ERA 1996 s155)',
  'relative-of-employer': 'ERA 1996 s161(1), if the work is domestic service in a private household',
  'not-dismissed-by-redundancy': 'the job did not end by a dismissal for redundancy (ERA 1996 s135)',
  'suitable-alternative-refused': 'suitable alternative work was refused unreasonably (ERA 1996 s141)',
  're-engaged-within-eight-weeks':
    'the personal representatives re-engaged the PA within eight weeks of the death (ERA 1996 s174)',
  misconduct: 'the PA was dismissed for misconduct (ERA 1996 s140)',
};

/** The reason in words, with the section it rests on. */
export function noRightInWords(reason: NoRightReason): string {
  return IN_WORDS[reason];
}
