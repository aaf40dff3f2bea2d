import { basisOf, type Basis, type Rule } from '../../../kernel/basis.js';
import { Fraction } from '../../../kernel/fraction.js';
import { ZERO_PENCE, type Pence } from '../../../kernel/pence.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import type { NoRightReason, YearsByAge } from '../workforce.events.js';
import { exactText } from './exact-text.js';
import { redundancyAmount } from './redundancy-amount.js';
import { noRightReasons, type Circumstances } from './redundancy-right.js';
import { weekPayCapOn, type WeekPayCap } from './redundancy-week-pay-cap.js';
import { completeYears, weeksFor, yearsByAge } from './service-years.js';

export const STATUTORY_REDUNDANCY_PAY: Rule = {
  code: 'REDUNDANCY-STATUTORY-PAY',
  version: 1,
  title: 'Weeks by age for each complete year, times a week’s pay up to the cap on the last day',
  source: 'Employment Rights Act 1996 ss.162, 227',
  certainty: 'sourced',
};

export const COMPLETE_YEARS: Rule = {
  code: 'REDUNDANCY-COMPLETE-YEARS',
  version: 1,
  title: 'Only complete years count; the first and the last day are both in the service',
  source: 'Employment Rights Act 1996 ss.210-211; Pacitti Jones v O’Brien [2005] CSIH 56',
  certainty: 'sourced',
};

export const WEEKS_BY_AGE: Rule = {
  code: 'REDUNDANCY-WEEKS-BY-AGE',
  version: 1,
  title:
    'Half a week for a year below 22, one from 22, one and a half from 41; at most the last twenty years',
  source: 'Employment Rights Act 1996 s.162(1)-(3)',
  certainty: 'sourced',
};

export const WEEK_PAY_CAP: Rule = {
  code: 'REDUNDANCY-WEEK-PAY-CAP',
  version: 1,
  title: 'A week’s pay counts up to the cap in force on the day that the job ended',
  source: 'Employment Rights Act 1996 s.227 and the yearly Orders',
  certainty: 'sourced',
};

export const NO_STATUTORY_RIGHT: Rule = {
  code: 'REDUNDANCY-NO-RIGHT',
  version: 1,
  title: 'No statutory redundancy payment is due',
  source: 'Employment Rights Act 1996 ss.135, 141, 155, 161(1), 174',
  certainty: 'sourced',
};

/** What the statutory payment is worked out from once it is known whether there is a right to it. */
export interface PaymentFacts {
  readonly startedOn: PlainDate;
  readonly lastDay: PlainDate;
  /** The day to which service is counted, where unserved notice moves it; otherwise the last day. */
  readonly serviceTo?: PlainDate;
  /** The day that picks the cap; otherwise the last day. */
  readonly capOn?: PlainDate;
  /** A week's pay in pence before it was rounded, where it is an average. */
  readonly weekPayExact?: Fraction;
  /** Gross, as payroll states it under ss.220-229. */
  readonly weekPayPence: Pence;
  /** Needed only where there is a right to a payment. */
  readonly dateOfBirth?: PlainDate;
  /** The cap to use instead of the table's, where a document names it. */
  readonly cap?: Pick<WeekPayCap, 'capPence' | 'instrument'>;
}

export interface RedundancyFacts extends PaymentFacts, Circumstances {}

export interface StatutoryRedundancy {
  readonly completeYears: number;
  readonly yearsByAge: YearsByAge;
  readonly weeks: Fraction;
  readonly cap?: Pick<WeekPayCap, 'capPence' | 'instrument'>;
  readonly weekPayUsedPence: Pence;
  readonly statutoryPence: Pence;
  readonly reasons: readonly NoRightReason[];
  readonly basis: Basis;
}

/** There is a right to a payment, and the age bands of the counted years cannot be told without the date of birth. */
export class DateOfBirthNeeded extends Error {
  override readonly name = 'DateOfBirthNeeded';
}

/**
 * The statutory redundancy payment in pence: exact weeks times the capped week's pay, half up to the penny. The last day
 * is taken as the relevant date unless another day is given for service.
 *
 * @throws NoKnownCap when there is a right and the day has no cap in the table.
 * @throws DateOfBirthNeeded when there is a right and no date of birth is given.
 */
export function statutoryRedundancy(facts: RedundancyFacts): StatutoryRedundancy {
  return redundancyPayment(facts, (years) => noRightReasons(facts, years));
}

/**
 * The same where the reasons against a right are told by the caller.
 *
 * @param reasonsFor every reason why there is no right, by the complete years of service
 * @param from explanations of the days that service was counted between, and of the right
 */
export function redundancyPayment(
  facts: PaymentFacts,
  reasonsFor: (completeYears: number) => readonly NoRightReason[],
  from: readonly Basis[] = [],
): StatutoryRedundancy {
  const { startedOn, lastDay, serviceTo = lastDay } = facts;
  const years = completeYears(startedOn, serviceTo);
  const service = basisOf(
    COMPLETE_YEARS,
    {
      startedOn,
      lastDay,
      ...(serviceTo !== lastDay && { serviceTo }),
      completeYears: years,
    },
    from,
  );
  const reasons = reasonsFor(years);
  if (reasons.length > 0) {
    return {
      completeYears: years,
      yearsByAge: { below22: 0, from22: 0, from41: 0 },
      weeks: Fraction.zero,
      weekPayUsedPence: facts.weekPayPence,
      statutoryPence: ZERO_PENCE,
      reasons,
      basis: basisOf(NO_STATUTORY_RIGHT, { reasons: reasons.join(', ') }, [service]),
    };
  }
  if (facts.dateOfBirth === undefined) throw new DateOfBirthNeeded();
  return paymentForYears(facts, years, yearsByAge(serviceTo, years, facts.dateOfBirth), service);
}

/**
 * The payment in pence where there is a right to one and the counted years are told by age.
 *
 * @throws NoKnownCap when the day has no cap in the table.
 */
export function paymentForYears(
  facts: PaymentFacts,
  years: number,
  byAge: YearsByAge,
  service: Basis,
): StatutoryRedundancy {
  const weeks = weeksFor(byAge);
  const { weekPayPence, weekPayExact, capOn = facts.lastDay } = facts;
  const cap = facts.cap ?? weekPayCapOn(capOn);
  const amount = redundancyAmount(weeks, weekPayPence, cap.capPence, weekPayExact);
  const { weekPayUsedPence, statutoryPence } = amount;
  return {
    completeYears: years,
    yearsByAge: byAge,
    weeks,
    cap: { capPence: cap.capPence, instrument: cap.instrument },
    weekPayUsedPence,
    statutoryPence,
    reasons: [],
    basis: basisOf(STATUTORY_REDUNDANCY_PAY, { weeks: exactText(weeks), weekPayUsedPence, statutoryPence }, [
      basisOf(WEEKS_BY_AGE, { ...byAge, weeks: exactText(weeks) }, [service]),
      basisOf(WEEK_PAY_CAP, {
        lastDay: capOn,
        weekPayPence,
        ...(weekPayExact !== undefined && { weekPayExactPence: weekPayExact.toString() }),
        capPence: cap.capPence,
        instrument: cap.instrument,
        weekPayUsedPence,
      }),
    ]),
  };
}
