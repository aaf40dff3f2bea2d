import { basisOf, type Basis, type Rule } from '../../../kernel/basis.js';
import type { Answer, MissingFact } from '../../../kernel/figure.js';
import { Fraction } from '../../../kernel/fraction.js';
import type { Pence } from '../../../kernel/pence.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import type { CaseSetting } from '../case-setting.js';
import type { EmploymentRecord } from '../employment.js';
import type { LeaveStatement } from '../leave-statement.js';
import type { StatedLeave } from './irregular-leave.js';
import {
  accruedUntilCover,
  BUDGET_START_MISSING,
  missingOfBridging,
  takenUntilCover,
} from './leave-until-cover.js';
import { mappedAnswer } from './mapped-answer.js';
import { termsOn } from './recorded-rate.js';
import { accrualOnLiability } from './statement-accrual.js';

export const LEAVE_CUT_AT_COVER: Rule = {
  code: 'LEAVE-CUT-AT-COVER',
  version: 1,
  title:
    'By the agreement leave is cut off on the first day that the budget covers, which gives the council the leave of bridging too',
  source: 'Local agreement, leave at the transfer: cut-off',
  certainty: 'product-decision',
};

export const LEAVE_RATE_AT_COVER: Rule = {
  code: 'LEAVE-RATE-AT-COVER',
  version: 1,
  title:
    'By the agreement leave is valued at the hourly rate of the first day that the budget covers, so that a rise in bridging is shared',
  source: 'Local agreement, leave at the transfer: date of the rate',
  certainty: 'product-decision',
};

/** The day up to which leave is the council's, and what had accrued and was taken by then. */
export interface LeaveCutOff {
  readonly day: PlainDate;
  /** What happens on the day, as in "before the budget began". */
  readonly event: string;
  /** What payroll has not stated of the time up to the day. */
  missing(statement: LeaveStatement): readonly MissingFact[];
  accrued(statement: LeaveStatement): Answer<StatedLeave>;
  taken(statement: LeaveStatement): Fraction;
}

/** The day on which leave is cut off; nothing while it is not known. */
export function leaveCutDay({
  liability,
  coverStartsOn,
  terms,
}: Pick<CaseSetting, 'terms' | 'liability' | 'coverStartsOn'>): PlainDate | undefined {
  if (liability.status !== 'known') return undefined;
  return terms.leaveCutOff === 'cover-start' ? coverStartsOn : liability.startsOn;
}

/** The cut-off on the first day of liability. */
export function cutAtLiability({ startedOn }: EmploymentRecord, startsOn: PlainDate): LeaveCutOff {
  return {
    day: startsOn,
    event: 'the NHS body became liable',
    missing: () => [],
    accrued: (statement) => accrualOnLiability(statement, startedOn, startsOn),
    taken: ({ takenHours }) => Fraction.parse(takenHours),
  };
}

/** The cut-off on the first day of the budget, where the agreement has it so. */
export function cutAtCover(
  employment: EmploymentRecord,
  liableFrom: PlainDate,
  coverStartsOn: PlainDate,
): LeaveCutOff {
  const bridging = { liableFrom, coverStartsOn };
  return {
    day: coverStartsOn,
    event: 'the budget began',
    missing: (statement) => missingOfBridging(statement, bridging),
    accrued: (statement) =>
      mappedAnswer(accruedUntilCover(statement, employment, bridging), (value, basis) => ({
        value,
        basis: basisOf(LEAVE_CUT_AT_COVER, bridging, [basis]),
      })),
    taken: takenUntilCover,
  };
}

/** The hourly rate that leave is valued at, with the rule where it is not that of the day of liability. */
export interface LeaveRate {
  readonly hourlyRatePence: Pence;
  readonly basis?: Basis;
}

/**
 * Payroll states the rate of the day of liability; a later one is that of the record of the job.
 *
 * @returns what is missing, where the rate of a day is agreed that is not known
 */
export function leaveRate(
  { hourlyRatePence }: LeaveStatement,
  employment: EmploymentRecord,
  { terms, liability, coverStartsOn }: Pick<CaseSetting, 'terms' | 'liability' | 'coverStartsOn'>,
): LeaveRate | MissingFact {
  if (terms.leaveRateDate === 'liability-start') return { hourlyRatePence };
  if (coverStartsOn === undefined) return BUDGET_START_MISSING;
  const recorded = termsOn(employment, coverStartsOn);
  const isLater =
    recorded !== undefined && liability.status === 'known' && recorded.from > liability.startsOn;
  const rate = isLater ? recorded.hourlyRatePence : hourlyRatePence;
  return {
    hourlyRatePence: rate,
    basis: basisOf(LEAVE_RATE_AT_COVER, { coverStartsOn, hourlyRatePence: rate }),
  };
}
