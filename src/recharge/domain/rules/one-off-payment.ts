import { apportion } from '../../../kernel/apportion.js';
import { basisOf } from '../../../kernel/basis.js';
import { Fraction } from '../../../kernel/fraction.js';
import { ZERO_PENCE, type Pence } from '../../../kernel/pence.js';
import { clip, daysIn, lastDayOf, type Period } from '../../../kernel/period.js';
import { latest, type PlainDate } from '../../../kernel/plain-date.js';
import type { Explained } from './explained.js';
import { ONE_OFF_PAYMENT } from './recharge-rules.js';

/** By the days that it is good for, or by the day on which it was bought. */
export type OneOffMethod = 'benefit-period' | 'incurred-date';

/** A payment for one thing, such as a year's insurance. */
export interface OneOffPayment {
  readonly amountPence: Pence;
  readonly incurredOn: PlainDate;
  /** The days that it is good for: a year's cover, a course, the weeks that back pay is for. */
  readonly benefit: Period;
}

/** How a one-off payment falls on the two bodies. Days of benefit; sums in pence that add up to the payment. */
export interface OneOffShares {
  readonly beforeDays: number;
  readonly liableDays: number;
  /** Stays with the body that paid. */
  readonly beforePence: Pence;
  /** Falls on the body that became liable. */
  readonly liablePence: Pence;
}

/**
 * Shares a one-off payment between the days before liability began and those after. A half penny goes to the liable body.
 * Days of benefit after liability ended again stay with the body that paid.
 */
export function oneOffShares(
  { amountPence, incurredOn, benefit }: OneOffPayment,
  liabilityStartsOn: PlainDate,
  method: OneOffMethod,
  liabilityUntil?: PlainDate,
): Explained<OneOffShares> {
  const liable = clip(benefit, {
    from: liabilityStartsOn,
    ...(liabilityUntil === undefined ? {} : { until: latest(liabilityStartsOn, liabilityUntil) }),
  });
  const liableDays = liable === undefined ? 0 : daysIn(liable);
  const beforeDays = daysIn(benefit) - liableDays;
  const weightOfLiable = method === 'benefit-period' ? liableDays : incurredOn < liabilityStartsOn ? 0 : 1;
  const weightOfBefore = method === 'benefit-period' ? beforeDays : 1 - weightOfLiable;
  const shares = apportion(amountPence, [
    { payer: 'liable', weight: Fraction.of(weightOfLiable) },
    { payer: 'before', weight: Fraction.of(weightOfBefore) },
  ]);
  const shareOf = (side: 'liable' | 'before') =>
    shares.find(({ payer }) => payer === side)?.sharePence ?? ZERO_PENCE;
  const value = { beforeDays, liableDays, beforePence: shareOf('before'), liablePence: shareOf('liable') };
  return {
    value,
    basis: basisOf(ONE_OFF_PAYMENT, {
      method,
      amountPence,
      incurredOn,
      benefitFrom: benefit.from,
      benefitLastDay: lastDayOf(benefit),
      liabilityStartsOn,
      ...(liabilityUntil && { liabilityUntil }),
      ...value,
    }),
  };
}
