import { basisOf, type Basis, type Rule } from '../../../kernel/basis.js';
import { known, pending, type Answer } from '../../../kernel/figure.js';
import { Fraction } from '../../../kernel/fraction.js';
import { ZERO_PENCE, type Pence } from '../../../kernel/pence.js';
import { addDays, type PlainDate } from '../../../kernel/plain-date.js';
import { UnderAgreement } from '../../../kernel/under-agreement.js';
import { LIABILITY_START_MISSING, type CaseSetting } from '../case-setting.js';
import type { EmploymentRecord } from '../employment.js';
import type { LeaveStatement } from '../leave-statement.js';
import { isRolledUp, NOTHING_MOVES, ROLLED_UP } from './accrued-leave.js';
import { exactText } from './exact-text.js';
import {
  accruedUntilCover,
  BUDGET_START_MISSING,
  missingOfBridging,
  takenUntilCover,
  type Bridging,
} from './leave-until-cover.js';
import { costOfHours } from './leave-value.js';
import { mappedAnswer } from './mapped-answer.js';
import { termsOn } from './recorded-rate.js';
import { statedForAnotherDay, statementHolding, statementMissing } from './statement-for-day.js';

export const OPENING_LEAVE: Rule = {
  code: 'LEAVE-OPENING-BALANCE',
  version: 1,
  title:
    'The new budget opens with the leave of the running leave year that has accrued and is not taken, at the rate of its first day',
  source: 'Local agreement, leave at the transfer; carry-over: Working Time Regulations 1998 regs 13, 13A',
  certainty: 'product-decision',
};

export const LEAVE_YEAR_CLOSED: Rule = {
  code: 'LEAVE-YEAR-CLOSED',
  version: 1,
  title:
    'A leave year that ended in bridging is closed: what it held on the day of liability is settled, and only hours that payroll carried over with evidence open the next',
  source: 'Local agreement, leave at the transfer; carry-over: Working Time Regulations 1998 regs 13, 13A',
  certainty: 'product-decision',
};

/** The leave with which the new budget begins. */
export interface OpeningLeave {
  /** The first day of the budget; absent where none begins. */
  readonly onDay?: PlainDate;
  /** Exact; below zero when more was taken than had accrued. */
  readonly hours: Fraction;
  /** The rate of that day. */
  readonly hourlyRatePence: Pence;
  readonly valuePence: Pence;
}

/**
 * The hours of leave that a PA brings into the new budget on its first day, and what they are worth then. It is a balance to
 * start from, and no debt: what the council owes of it is the leave on the day of liability.
 */
export function openingLeave(employment: EmploymentRecord, setting: CaseSetting): Answer<OpeningLeave> {
  const under = new UnderAgreement(setting.termsFrom);
  const opening = openingAsCounted(employment, setting);
  return mappedAnswer(opening, (value, basis) => ({ value, basis: under.basis(basis) }));
}

function openingAsCounted(employment: EmploymentRecord, setting: CaseSetting): Answer<OpeningLeave> {
  const { coverStartsOn, liability } = setting;
  if (liability.status === 'unknown') return pending(LIABILITY_START_MISSING);
  if (liability.status === 'never') return nothingOpens(employment, 'the transfer does not go ahead');
  const { lastDay } = liability;
  if (lastDay !== undefined && (coverStartsOn === undefined || coverStartsOn > lastDay)) {
    return nothingOpens(employment, 'the NHS body’s liability ended before a budget began');
  }
  if (coverStartsOn === undefined) return pending(BUDGET_START_MISSING);
  if (employment.status === 'self-employed') {
    return nothingOpens(employment, 'a self-employed PA accrues no paid leave');
  }
  if (employment.end !== undefined && employment.end.lastDay < coverStartsOn) {
    return nothingOpens(employment, 'the job ended before the budget began');
  }
  const statement = statementHolding(employment, coverStartsOn, liability.startsOn);
  if (statement === undefined) {
    return employment.startedOn >= coverStartsOn
      ? nothingOpens(employment, 'the job began with the budget or later')
      : pending(statementMissing(coverStartsOn));
  }
  if (isRolledUp(statement)) return nothingOpens(employment, ROLLED_UP);
  return openingOf(statement, employment, setting, { liableFrom: liability.startsOn, coverStartsOn });
}

function openingOf(
  statement: LeaveStatement,
  employment: EmploymentRecord,
  setting: CaseSetting,
  bridging: Bridging,
): Answer<OpeningLeave> {
  const moved = isUpToLiability(statement, bridging)
    ? statedForAnotherDay(statement, bridging.liableFrom)
    : undefined;
  if (moved !== undefined) return pending(moved);
  const missing = missingOfBridging(statement, bridging);
  if (missing.length > 0) return pending(...missing);
  const { coverStartsOn } = bridging;
  const hourlyRatePence = termsOn(employment, coverStartsOn)?.hourlyRatePence ?? statement.hourlyRatePence;
  return mappedAnswer(accruedUntilCover(statement, employment, bridging), ({ hours: accrued }, basis) => {
    const carried = Fraction.parse(statement.carriedOverHours ?? '0');
    const taken = takenUntilCover(statement);
    const hours = accrued.plus(carried).minus(taken);
    const value = {
      onDay: coverStartsOn,
      hours,
      hourlyRatePence,
      valuePence: costOfHours(hours, hourlyRatePence, setting.terms),
    };
    return {
      value,
      basis: explained(value, { accrued, carried, taken }, closing(statement, bridging, basis)),
    };
  });
}

/** False where liability began before the leave year, by the statement and by the case: then it is all of bridging. */
function isUpToLiability(
  { leaveYearFrom, statedForLiabilityOn = leaveYearFrom }: LeaveStatement,
  { liableFrom }: Bridging,
): boolean {
  return statedForLiabilityOn > leaveYearFrom || liableFrom > leaveYearFrom;
}

function explained(
  { hours, hourlyRatePence, valuePence, onDay }: OpeningLeave & { readonly onDay: PlainDate },
  parts: { readonly accrued: Fraction; readonly carried: Fraction; readonly taken: Fraction },
  from: Basis,
): Basis {
  return basisOf(
    OPENING_LEAVE,
    {
      onDay,
      accruedHours: parts.accrued.toDecimal(4),
      carriedOverHours: exactText(parts.carried),
      takenHours: exactText(parts.taken),
      openingHours: hours.toDecimal(4),
      hourlyRatePence,
      valuePence,
    },
    [from],
  );
}

/** Where the leave year of the day of liability is over, why the balance begins anew. */
function closing(
  { leaveYearFrom, carriedOverHours = '0', carryOver }: LeaveStatement,
  { liableFrom }: Bridging,
  basis: Basis,
): Basis {
  if (liableFrom >= leaveYearFrom) return basis;
  const inputs = {
    liableFrom,
    closedOn: addDays(leaveYearFrom, -1),
    leaveYearFrom,
    carriedOverHours: exactText(Fraction.parse(carriedOverHours)),
    ...(carryOver !== undefined && {
      carryOverReason: carryOver.reason,
      carryOverEvidence: carryOver.evidenceReference,
    }),
  };
  return basisOf(LEAVE_YEAR_CLOSED, inputs, [basis]);
}

function nothingOpens({ terms }: EmploymentRecord, reason: string): Answer<OpeningLeave> {
  return known(
    {
      hours: Fraction.zero,
      hourlyRatePence: terms.at(-1)?.hourlyRatePence ?? ZERO_PENCE,
      valuePence: ZERO_PENCE,
    },
    basisOf(NOTHING_MOVES, { reason }),
  );
}
