import type { Fraction } from '../../../kernel/fraction.js';
import type { Period } from '../../../kernel/period.js';

/** One funder's part of a day. */
export interface FunderShare {
  readonly funder: string;
  /** The part of each day, above 0 and at most 1. */
  readonly share: Fraction;
  /** True where the agreement's time bar lets the funder owe nothing for it; others bear it then. */
  readonly barred?: boolean;
}

/** Days with the same funders throughout. No shares: the employer paid alone. */
export interface FundedPiece extends Period {
  readonly shares: readonly FunderShare[];
  /** What each day weighs where not all weigh the same: hours, pence or a week's cost in pence. Absent: 1. */
  readonly dayWeighs?: Fraction;
}
