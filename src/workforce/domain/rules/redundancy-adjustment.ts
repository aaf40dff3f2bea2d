import { basisOf, type Basis, type Rule } from '../../../kernel/basis.js';
import { negatePence, subtractPence, sumPence, ZERO_PENCE, type Pence } from '../../../kernel/pence.js';
import type { RedundancyShared } from '../workforce.events.js';

export const ADJUSTING_CREDIT: Rule = {
  code: 'REDUNDANCY-ADJUSTING-CREDIT',
  version: 1,
  title:
    'When facts change after a split was recorded, each funder pays or gets back the difference to the split of today; the recorded one is never edited',
  source: 'Local agreement, redundancy sharing: backdated or overturned decision',
  certainty: 'product-decision',
};

/** The party's name of insurer, reserves, estate and PA together, who bear what the funders together bear more or less. */
export const OUTSIDE_THE_SPLIT = 'outside-the-split';

/** What changes for one party, in pence: more to pay, or back where it is negative. */
export interface PartyAdjustment {
  readonly party: string;
  readonly amountPence: Pence;
}

/** Debits and credits that sum to zero. */
export interface Adjustment {
  /** The recorded split that it puts right. */
  readonly adjusts: string;
  readonly parties: readonly PartyAdjustment[];
  readonly basis: Basis;
}

/**
 * The difference between a recorded split and the one that today's facts give, for each funder of either.
 *
 * @returns nothing when no party's share has changed
 */
export function adjustmentOf(
  recorded: Pick<RedundancyShared, 'reference' | 'shares'>,
  now: {
    readonly shares: readonly { readonly funder: string; readonly sharePence: Pence }[];
    readonly basis: Basis;
  },
): Adjustment | undefined {
  const funders = [...new Set([...recorded.shares, ...now.shares].map(({ funder }) => funder))];
  const ofFunders = funders.map((party) => ({
    party,
    amountPence: subtractPence(shareIn(now.shares, party), shareIn(recorded.shares, party)),
  }));
  const together = sumPence(ofFunders.map(({ amountPence }) => amountPence));
  const parties = [...ofFunders, { party: OUTSIDE_THE_SPLIT, amountPence: negatePence(together) }].filter(
    ({ amountPence }) => amountPence !== 0,
  );
  if (parties.length === 0) return undefined;
  const inputs = Object.fromEntries(
    parties.map(({ party, amountPence }): [string, number] => [`difference for ${party}`, amountPence]),
  );
  const { reference: adjusts } = recorded;
  return { adjusts, parties, basis: basisOf(ADJUSTING_CREDIT, { adjusts, ...inputs }, [now.basis]) };
}

function shareIn(
  shares: readonly { readonly funder: string; readonly sharePence: Pence }[],
  party: string,
): Pence {
  return shares.find(({ funder }) => funder === party)?.sharePence ?? ZERO_PENCE;
}
