import { basisOf, type Basis } from '../../../kernel/basis.js';
import { ZERO_PENCE, type Pence } from '../../../kernel/pence.js';
import { includes, lastDayOf, type Period } from '../../../kernel/period.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { DIRECT_PAYMENT_SUSPENDED } from './recharge-rules.js';

/** Days on which care at home was interrupted, and what the council paid for them by its own rule. */
export interface Suspension extends Period {
  readonly reason: 'hospital' | 'respite' | 'other';
  readonly paid: 'in-full' | 'reduced' | 'nothing';
  /** The gross weekly sum, where it was reduced. */
  readonly weeklyPence?: Pence;
}

/** What a line says of the interruption that it falls into. */
export type SuspensionNote = Pick<Suspension, 'reason' | 'paid'>;

export function suspensionOn(suspensions: readonly Suspension[], day: PlainDate): Suspension | undefined {
  return suspensions.find((each) => includes(each, day));
}

/** The gross weekly sum that was paid, given what the award would have been. */
export function weeklyPaid(awardedPence: Pence, suspension: Suspension | undefined): Pence {
  switch (suspension?.paid) {
    case undefined:
    case 'in-full':
      return awardedPence;
    case 'reduced':
      return suspension?.weeklyPence ?? ZERO_PENCE;
    case 'nothing':
      return ZERO_PENCE;
  }
}

/** Why days of an interruption are charged at what was paid for them. */
export function suspensionBasis(suspension: Suspension): Basis {
  const { from, reason, paid, weeklyPence } = suspension;
  return basisOf(DIRECT_PAYMENT_SUSPENDED, {
    from,
    lastDay: lastDayOf(suspension),
    reason,
    paid,
    ...(weeklyPence !== undefined && { weeklyPence }),
  });
}
