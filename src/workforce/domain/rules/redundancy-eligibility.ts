import { basisOf, type Basis, type Rule } from '../../../kernel/basis.js';
import { isListedRelative, QUALIFYING_YEARS, type Relationship } from './redundancy-right.js';
import { isDismissal, RE_ENGAGEMENT_DAYS, type JobEnding } from './job-ending.js';

export const REDUNDANCY_ELIGIBILITY: Rule = {
  code: 'REDUNDANCY-ELIGIBILITY',
  version: 1,
  title: 'An employee of two complete years who is dismissed by redundancy has a right to a payment',
  source: 'Employment Rights Act 1996 ss.135, 136, 139, 141, 155, 161, 174, 207',
  certainty: 'sourced',
};

/** Why an adviser has to look before anything is decided. */
export type EligibilityReferral =
  | 'domestic-service-doubtful'
  | 're-engagement-near-or-after-eight-weeks'
  | 're-engagement-unclear'
  | 'offer-refused-after-death'
  | 'employer-may-have-changed'
  | 'suitable-alternative-disputed'
  | 'manner-of-ending-disputed';

export interface EligibilityFacts {
  readonly status: 'employee' | 'worker' | 'self-employed';
  readonly completeYears: number;
  /** What the PA is to the employer, not to the person who is cared for. */
  readonly relationship: Relationship;
  readonly privateHousehold: boolean;
  readonly ending: JobEnding;
}

/** Whether there is a right, as far as the engine may say. */
export interface RedundancyEligibility {
  /** Absent where the engine must not say. */
  readonly dismissed?: boolean;
  /** The answer if the adviser finds nothing else; absent where there is none without an adviser. */
  readonly right?: boolean;
  readonly payableBy?: 'employer' | 'estate';
  /** False where the contract ended by itself, so that nobody gave notice; absent where it is not settled here. */
  readonly noticePayDue?: boolean;
  /** Empty where the engine may decide by itself. */
  readonly refer: readonly EligibilityReferral[];
  readonly basis: Basis;
}

/**
 * The right to a statutory redundancy payment. Doubt about domestic service, about a re-engagement and about who the
 * employer is goes to an adviser; a right that is absent for another reason needs none.
 *
 * There is no lower or upper age limit.
 */
export function redundancyEligibility(facts: EligibilityFacts): RedundancyEligibility {
  const { ending } = facts;
  const dismissed = isDismissal(ending);
  const refer: EligibilityReferral[] = [];
  let right: boolean | undefined;
  if (facts.status !== 'employee' || facts.completeYears < QUALIFYING_YEARS) {
    right = false;
  } else {
    refer.push(...endingReferrals(ending));
    right = dismissed === false ? false : rightFromEnding(ending);
    if (right !== false && facts.privateHousehold && isListedRelative(facts.relationship)) {
      refer.push('domestic-service-doubtful');
      right = false;
    }
  }
  const died = ending.how === 'employer-died';
  return {
    ...(dismissed !== undefined && { dismissed }),
    ...(right !== undefined && { right }),
    ...(right === true && { payableBy: died ? ('estate' as const) : ('employer' as const) }),
    ...(died && { noticePayDue: false }),
    refer,
    basis: basisOf(REDUNDANCY_ELIGIBILITY, {
      status: facts.status,
      completeYears: facts.completeYears,
      relationship: facts.relationship,
      privateHousehold: facts.privateHousehold ? 'yes' : 'no',
      ending: ending.how,
      right: right === undefined ? 'for an adviser' : right ? 'yes' : 'no',
      refer: refer.join(', '),
    }),
  };
}

function rightFromEnding(ending: JobEnding): boolean | undefined {
  switch (ending.how) {
    case 'redundancy':
    case 'employer-died':
      return true;
    case 'suitable-alternative-refused':
    case 'misconduct':
    case 'resignation':
    case 'same-employer-goes-on':
      return false;
    case 'employer-changes':
    case 'lay-off':
    case 'fixed-term-ended':
      return undefined;
  }
}

// A start in the last week of the law's eight is checked, since a dispute about one day decides everything.
const NEAR_DAYS = 7;

function endingReferrals(ending: JobEnding): readonly EligibilityReferral[] {
  switch (ending.how) {
    case 'redundancy':
    case 'resignation':
    case 'same-employer-goes-on':
      return [];
    case 'employer-died': {
      const offer = ending.reEngagement;
      if (offer === undefined) return [];
      if (offer.accepted === 'unclear') return ['re-engagement-unclear'];
      if (!offer.accepted) return ['offer-refused-after-death'];
      const near = offer.daysAfterDeath > RE_ENGAGEMENT_DAYS - NEAR_DAYS;
      return near ? ['re-engagement-near-or-after-eight-weeks'] : [];
    }
    case 'suitable-alternative-refused':
      return ['suitable-alternative-disputed'];
    case 'employer-changes':
      return ['employer-may-have-changed'];
    case 'misconduct':
    case 'lay-off':
    case 'fixed-term-ended':
      return ['manner-of-ending-disputed'];
  }
}
