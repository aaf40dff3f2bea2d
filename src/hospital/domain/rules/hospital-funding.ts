import { basisOf, type Basis } from '../../../kernel/basis.js';
import { InvalidValue } from '../../../kernel/invalid-value.js';
import { includes, type OpenPeriod, type Period } from '../../../kernel/period.js';
import { addDays, latest, type PlainDate } from '../../../kernel/plain-date.js';
import { HOSPITAL_ACROSS_TRANSFER, HOSPITAL_FULL_WEEKS } from './hospital-rules.js';

/** What a stay in hospital does to the pay of PAs. No day here stops a payment: only a recorded decision does. */
export interface HospitalFunding {
  /** The days that are paid in full whatever a review says. */
  readonly paidInFull: Period;
  /** The day on which a review is due. */
  readonly reviewDueOn: PlainDate;
  readonly basis: Basis;
}

/** Whole weeks from an admission, by the local agreement of the body that funds. */
export interface HospitalWeeks {
  /** Paid in full whatever a review says. */
  readonly fullWeeks: number;
  /** Until the review that decides how PAs are paid on. */
  readonly reviewWeeks: number;
}

/**
 * The days that are paid in full from an admission on, and the day of the review.
 *
 * @throws InvalidValue when the weeks are not a whole number of one or more
 */
export function hospitalFunding(
  admittedOn: PlainDate,
  { fullWeeks, reviewWeeks }: HospitalWeeks,
): HospitalFunding {
  const until = addDays(admittedOn, 7 * wholeWeeks(fullWeeks));
  const reviewDueOn = addDays(admittedOn, 7 * wholeWeeks(reviewWeeks));
  return {
    paidInFull: { from: admittedOn, until },
    reviewDueOn,
    basis: basisOf(HOSPITAL_FULL_WEEKS, { admittedOn, fullWeeks, reviewWeeks, reviewDueOn }),
  };
}

function wholeWeeks(weeks: number): number {
  if (!Number.isSafeInteger(weeks) || weeks < 1) {
    throw new InvalidValue(`${weeks} is not a whole number of weeks`);
  }
  return weeks;
}

/** The part of a stay that one body's rule governs. */
export interface GovernedStay extends HospitalFunding {
  readonly body: 'council' | 'nhs';
  readonly stay: OpenPeriod;
}

/**
 * A stay by the body whose rule governs its days: the council's to the day before the new cover, the NHS body's from then on.
 * The NHS body's weeks count from the admission too, so that a move gives nobody the first weeks twice; a review that
 * they would have asked for before the cover is due on its first day.
 *
 * @throws InvalidValue when weeks are not a whole number of one or more
 */
export function hospitalAcrossTransfer(
  stay: OpenPeriod,
  coverStartsOn: PlainDate,
  weeks: { readonly council: HospitalWeeks; readonly nhs: HospitalWeeks },
): readonly GovernedStay[] {
  const council = hospitalFunding(stay.from, weeks.council);
  const nhs = hospitalFunding(stay.from, weeks.nhs);
  if (coverStartsOn <= stay.from) return [{ body: 'nhs', stay, ...nhs }];
  if (!includes(stay, coverStartsOn)) return [{ body: 'council', stay, ...council }];

  const reviewDueOn = latest(nhs.reviewDueOn, coverStartsOn);
  const until = latest(nhs.paidInFull.until, coverStartsOn);
  const crossing = (each: HospitalFunding) =>
    basisOf(HOSPITAL_ACROSS_TRANSFER, { admittedOn: stay.from, coverStartsOn }, [each.basis]);
  return [
    {
      ...council,
      body: 'council',
      stay: { from: stay.from, until: coverStartsOn },
      basis: crossing(council),
    },
    {
      body: 'nhs',
      stay: { ...stay, from: coverStartsOn },
      paidInFull: { from: coverStartsOn, until },
      reviewDueOn,
      basis: crossing(nhs),
    },
  ];
}
