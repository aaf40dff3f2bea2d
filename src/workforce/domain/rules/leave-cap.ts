import { basisOf, type Basis, type Rule } from '../../../kernel/basis.js';
import { refer, type Referral, type Referred } from '../../../kernel/figure.js';
import { Fraction } from '../../../kernel/fraction.js';
import { exactText } from './exact-text.js';

export const LEAVE_CAP: Rule = {
  code: 'LEAVE-CAP-28-DAYS',
  version: 1,
  title: 'Leave of irregular hours is at most 28 days a year, here in hours of the average day worked',
  source:
    'Working Time Regulations 1998 reg 15B, of which the text was not read; no source says how many hours 28 days are, and GOV.UK’s calculator applies no cap',
  certainty: 'unverified',
};

const MOST_DAYS = 28;
/** From nine tenths of the cap on, another reading of a day could reach it. */
const NEAR = Fraction.of(9, 10);
/** At 12.07% of the hours worked, nine tenths of 28 average days follow from 209 days of work, and not from 208. */
const NEAR_FROM_DAYS = 209;

const CAP_IN_HOURS: Referral = {
  code: 'cap-in-hours',
  reason:
    'The leave is near or above 28 days, and no source says how many hours 28 days of irregular work are',
  referTo: 'an employment adviser',
};

/** The hours and the days on which they were worked, in a leave year. */
export interface WorkDone {
  readonly hours: Fraction;
  readonly days: number;
}

/** True when so many days of work may bring leave near the cap, for work of which no hours are stated. */
export function mayBeNearCap(daysWorked: number): boolean {
  return daysWorked >= NEAR_FROM_DAYS;
}

/**
 * Near the cap of 28 days, the two readings that an adviser has to choose between: no cap in hours, and at most 28 days of
 * the average day worked. Nothing where the cap is far off.
 */
export function referredNearCap(
  leave: Fraction,
  basis: Basis,
  { hours, days }: WorkDone,
): Referred<Fraction> | undefined {
  if (days === 0) return undefined;
  const capHours = hours.times(MOST_DAYS).dividedBy(days);
  if (leave.compare(capHours.times(NEAR)) < 0) return undefined;
  const capped = leave.compare(capHours) < 0 ? leave : capHours;
  const inputs = { daysWorked: days, capHours: exactText(capHours), accruedHours: capped.toDecimal(4) };
  return refer(
    [CAP_IN_HOURS],
    [
      { reading: 'without a cap in hours', value: leave, basis },
      {
        reading: 'at most 28 days of the average day worked',
        value: capped,
        basis: basisOf(LEAVE_CAP, inputs, [basis]),
      },
    ],
  );
}
