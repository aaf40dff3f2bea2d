import { basisOf, type Basis } from '../../../kernel/basis.js';
import { known, pending, type Figure } from '../../../kernel/figure.js';
import { minPence, subtractPence, sumPence, type Pence } from '../../../kernel/pence.js';
import { period, type Period } from '../../../kernel/period.js';
import { addDays, earliest, type PlainDate } from '../../../kernel/plain-date.js';
import { owedBy, type BridgingRecharge, type EndOfLiability } from './bridging-recharge.js';
import { PAID_STAYS } from './recharge-rules.js';

/** What one NHS body had paid when it was decided that its liability had ended, perhaps before days that it had paid for. */
export interface PaidBeforeEnd {
  readonly end: EndOfLiability & { readonly decidedOn: PlainDate };
  /** On all versions of its recharge, until that day. In pence, above zero. */
  readonly paidPence: Pence;
  /** What the days come to that the end takes away. */
  readonly takenAway: Figure<DaysTakenAway>;
}

export interface DaysTakenAway {
  readonly days: Period;
  readonly amountPence: Pence;
}

/** A sum that stays paid, for days after the end of liability. */
export interface PaidThatStays {
  readonly days: Period;
  readonly staysPence: Pence;
  readonly basis: Basis;
}

/**
 * What the end of liability takes away of what one body owes for its days.
 *
 * @param ended by today's facts
 * @param whole by the same facts, had liability not ended
 */
export function takenAwayBy(
  { lastDay }: EndOfLiability,
  debtor: string,
  ended: Figure<BridgingRecharge>,
  whole: Figure<BridgingRecharge>,
): Figure<DaysTakenAway> {
  const left = owedBy(ended, debtor);
  const before = owedBy(whole, debtor);
  if (left.status === 'pending') return left;
  if (before.status === 'pending') return pending(...before.missing);
  const { days, totalPence } = before.value;
  const from = earliest(addDays(lastDay, 1), days.until);
  return known(
    { days: period(from, days.until), amountPence: subtractPence(totalPence, left.value.totalPence) },
    before.basis,
  );
}

/**
 * What stays paid beside what is owed: as much as was paid above it, and no more than the days came to that the end took
 * away. So nothing is returned for those days, while a credit of another kind still is.
 *
 * @param owedPence what today's facts give, with every charge and credit
 */
export function paidThatStays(
  owedPence: Pence,
  { end, paidPence, takenAway }: PaidBeforeEnd,
): PaidThatStays | undefined {
  if (takenAway.status === 'pending') return undefined;
  const { days, amountPence: takenAwayPence } = takenAway.value;
  const staysPence = minPence(subtractPence(paidPence, owedPence), takenAwayPence);
  if (staysPence <= 0) return undefined;
  const { lastDay, decidedOn } = end;
  const inputs = { lastDayLiable: lastDay, decidedOn, paidPence, owedPence, takenAwayPence, staysPence };
  return { days, staysPence, basis: basisOf(PAID_STAYS, inputs, [end.basis]) };
}

/** A payment of an earlier version, with the body that owed it. */
export interface EarlierPayment {
  readonly debtor: string;
  readonly paidOn: PlainDate;
  readonly amountPence: Pence;
}

/** What a body had paid by the end of a day, less what was paid to it. In pence. */
export function paidBy(body: string, payments: readonly EarlierPayment[], day: PlainDate): Pence {
  const until = payments.filter(({ paidOn }) => paidOn <= day);
  const of = (own: boolean) =>
    sumPence(until.filter(({ debtor }) => (debtor === body) === own).map(({ amountPence }) => amountPence));
  return subtractPence(of(true), of(false));
}
