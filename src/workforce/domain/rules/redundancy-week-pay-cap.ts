import { includes, type Period } from '../../../kernel/period.js';
import type { Pence } from '../../../kernel/pence.js';
import { dateInWords, type PlainDate } from '../../../kernel/plain-date.js';
import { Refusal } from '../../../kernel/refusal.js';
import { RATES } from './rates.js';

/** The most that a week's pay may count for, by the day that the job ended (Employment Rights Act 1996 s.227). */
export interface WeekPayCap extends Period {
  readonly capPence: Pence;
  /** The Order, and the note "number unverified" where only its amount and dates were read. */
  readonly instrument: string;
  readonly source: string;
}

/**
 * Great Britain. The last row ends where no later Order is known, not because the Order says so: a later day is refused
 * until its row is in the table of rates.
 */
export const WEEK_PAY_CAPS: readonly WeekPayCap[] = RATES.weekPayCap.rows;

/** The law's cap for this day is not in the table, and a neighbouring year's cap would be a guess. */
export class NoKnownCap extends Refusal {
  override readonly name = 'NoKnownCap';
  readonly code = 'no-known-cap';
  readonly kind = 'conflict';
  override readonly facts: Readonly<Record<string, unknown>>;

  constructor(readonly lastDay: PlainDate) {
    super(
      `The statutory cap on a week’s pay for a job that ended on ${dateInWords(lastDay)} is not known here, ` +
        'so the redundancy payment cannot be worked out',
    );
    this.facts = { lastDay };
  }
}

/**
 * The cap in force when the job ended, in pence a week.
 *
 * @throws NoKnownCap for a day that no row covers.
 */
export function weekPayCapOn(lastDay: PlainDate): WeekPayCap {
  const cap = WEEK_PAY_CAPS.find((each) => includes(each, lastDay));
  if (cap === undefined) throw new NoKnownCap(lastDay);
  return cap;
}
