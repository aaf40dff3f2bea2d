import { basisOf, type Basis, type Rule } from '../../../kernel/basis.js';
import { known, pending, type Figure, type MissingFact } from '../../../kernel/figure.js';
import { Fraction } from '../../../kernel/fraction.js';
import { includes, period } from '../../../kernel/period.js';
import { ZERO_PENCE, type Pence } from '../../../kernel/pence.js';
import { dateInWords, type PlainDate } from '../../../kernel/plain-date.js';
import { DELAY_MISSING, LIABILITY_START_MISSING, type CaseSetting } from '../case-setting.js';
import type { EmploymentRecord } from '../employment.js';
import type { LeaveStatement } from '../workforce.events.js';
import { irregularAccrual, regularAccrual, type AccruedHours } from './leave-accrual.js';
import { leaveValue, type LeaveValue } from './leave-value.js';

export const NOTHING_MOVES: Rule = {
  code: 'LEAVE-NOTHING-MOVES',
  version: 1,
  title: 'No value of accrued leave passes between the council and the NHS body',
  source: 'Local agreement, leave at the transfer',
  certainty: 'product-decision',
};

/** The leave of one PA at the day of liability. */
export interface AccruedLeave {
  readonly accruedHours: Fraction;
  readonly takenHours: Fraction;
  readonly outstandingHours: Fraction;
  /** What the council owes the NHS body, in pence; below zero when the NHS body owes the council. */
  readonly owedPence: Pence;
  /**
   * What a cut-off at the start of the budget would have come to: more, by the leave of weeks that the NHS body pays for
   * anyway. Shown so that a claim for it can be refused with the figure. Absent where nothing is owed or it cannot be told.
   */
  readonly owedIfCutAtCoverStartPence?: Pence;
}

/**
 * What leave had accrued when the NHS body became liable, and what the council owes for it. The cut-off is the day of
 * liability and not the start of the budget, which would charge the council for weeks that the NHS body pays for.
 *
 * Source: no published rule was found; the local agreement decides, and the defaults are product decisions.
 */
export function accruedLeave(employment: EmploymentRecord, setting: CaseSetting): Figure<AccruedLeave> {
  if (employment.status === 'self-employed') return nothingMoves('a self-employed PA accrues no paid leave');
  switch (setting.liability.status) {
    case 'unknown':
      return pending(LIABILITY_START_MISSING);
    case 'never':
      return nothingMoves('the transfer does not go ahead');
    case 'known':
      return setting.liability.held === undefined
        ? atCutOff(employment, setting, setting.liability.startsOn)
        : pending(DELAY_MISSING);
  }
}

function atCutOff(
  employment: EmploymentRecord,
  setting: CaseSetting,
  cutOff: PlainDate,
): Figure<AccruedLeave> {
  const { startedOn, end } = employment;
  if (startedOn >= cutOff) return nothingMoves('the job began after the NHS body became liable');
  if (end !== undefined && end.lastDay < cutOff) {
    return nothingMoves('the job ended before the NHS body became liable: leave was settled on leaving');
  }
  const statement = employment.leaveStatements.findLast(({ leaveYearFrom, leaveYearUntil }) =>
    includes({ from: leaveYearFrom, until: leaveYearUntil }, cutOff),
  );
  if (statement === undefined) return pending(statementMissing(cutOff));

  const accrued = accrualOf(statement, startedOn, cutOff);
  const takenHours = Fraction.parse(statement.takenHours);
  const { outstandingHours, owedPence, basis } = valueOf(statement, accrued, setting);
  const hours = { accruedHours: accrued.hours, takenHours, outstandingHours };
  const kept = whyNothingIsOwed(statement, setting);
  return kept === undefined
    ? known({ ...hours, owedPence, ...wronglyCut(statement, startedOn, cutOff, setting) }, basis)
    : known({ ...hours, owedPence: ZERO_PENCE }, explainedNothing(kept, setting.termsFrom, [basis]));
}

function valueOf(statement: LeaveStatement, accrued: AccruedHours, { terms }: CaseSetting): LeaveValue {
  const { takenHours, carriedOverHours = '0', hourlyRatePence } = statement;
  return leaveValue(
    {
      accrued,
      takenHours: Fraction.parse(takenHours),
      carriedOverHours: Fraction.parse(carriedOverHours),
      hourlyRatePence,
    },
    terms,
  );
}

/** The hours of irregular work after the day of liability are not in payroll's statement, so they cannot be compared. */
function wronglyCut(
  statement: LeaveStatement,
  startedOn: PlainDate,
  cutOff: PlainDate,
  setting: CaseSetting,
): Pick<AccruedLeave, 'owedIfCutAtCoverStartPence'> {
  const { coverStartsOn } = setting;
  const { leaveYearUntil, method } = statement;
  if (method !== 'regular' || coverStartsOn === undefined) return {};
  if (coverStartsOn <= cutOff || coverStartsOn > leaveYearUntil) return {};
  const { owedPence } = valueOf(statement, accrualOf(statement, startedOn, coverStartsOn), setting);
  return { owedIfCutAtCoverStartPence: owedPence };
}

function accrualOf(statement: LeaveStatement, startedOn: PlainDate, cutOff: PlainDate): AccruedHours {
  switch (statement.method) {
    case 'regular':
      return regularAccrual(
        {
          entitlementWeeks: Fraction.parse(statement.entitlementWeeks),
          weeklyHours: Fraction.parse(statement.weeklyHours),
        },
        period(statement.leaveYearFrom, statement.leaveYearUntil),
        startedOn,
        cutOff,
      );
    case 'irregular-hours':
      return irregularAccrual(statement.hoursByPayPeriod.map((hours) => Fraction.parse(hours)));
  }
}

function whyNothingIsOwed(statement: LeaveStatement, { terms }: CaseSetting): string | undefined {
  if (statement.rateIncludesLeave) {
    return 'the direct payment rate already held money for leave: only what is unspent of it in the account moves';
  }
  return terms.leaveSettlement === 'nhs-absorbs'
    ? 'by the local agreement the NHS body takes on the leave without payment'
    : undefined;
}

function statementMissing(cutOff: PlainDate): MissingFact {
  return {
    fact: 'leave-statement',
    reason: `No leave statement for the leave year that holds ${dateInWords(cutOff)} is recorded`,
    suppliedBy: 'payroll, through the council’s direct payment team',
  };
}

function nothingMoves(reason: string): Figure<AccruedLeave> {
  const none = Fraction.zero;
  return known(
    { accruedHours: none, takenHours: none, outstandingHours: none, owedPence: ZERO_PENCE },
    basisOf(NOTHING_MOVES, { reason }),
  );
}

function explainedNothing(reason: string, termsFrom: string, from: readonly Basis[]): Basis {
  return basisOf(NOTHING_MOVES, { reason, termsFrom }, from);
}
