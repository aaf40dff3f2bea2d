import type { Fraction } from '../../../kernel/fraction.js';
import type { Pence } from '../../../kernel/pence.js';

/** One funder's part of the cost. */
export interface FunderCost {
  readonly funder: string;
  /** Time in the unit of the agreement, weighted by the share of each day. */
  readonly weight: Fraction;
  readonly sharePence: Pence;
}
