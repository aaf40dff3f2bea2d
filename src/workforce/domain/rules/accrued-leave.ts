import { basisOf, type Basis, type Rule } from '../../../kernel/basis.js';
import { known, pending, type Answer, type Figure } from '../../../kernel/figure.js';
import { Fraction } from '../../../kernel/fraction.js';
import { includes } from '../../../kernel/period.js';
import { ZERO_PENCE, type Pence } from '../../../kernel/pence.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { UnderAgreement } from '../../../kernel/under-agreement.js';
import {
  DELAY_MISSING,
  LIABILITY_START_MISSING,
  type CaseSetting,
  type LiabilityStart,
} from '../case-setting.js';
import type { EmploymentRecord } from '../employment.js';
import type { LeaveStatement } from '../leave-statement.js';
import type { StatedLeave } from './irregular-leave.js';
import { cutAtCover, cutAtLiability, leaveRate, type LeaveCutOff, type LeaveRate } from './leave-cut-off.js';
import type { LeaveDifference } from './leave-difference.js';
import { leavePaidOnTermination } from './leave-paid-on-termination.js';
import { RESERVE_MISSING, reserveBasis, reserveDifference } from './leave-reserve.js';
import { BUDGET_START_MISSING } from './leave-until-cover.js';
import { leaveValue, type LeaveValue } from './leave-value.js';
import { leaveYearDifference } from './leave-year-difference.js';
import { mappedAnswer, type ExplainedValue } from './mapped-answer.js';
import { rateDifference } from './recorded-rate.js';
import { workedOutAccrual } from './statement-accrual.js';
import { statedForAnotherDay, statementHolding, statementMissing } from './statement-for-day.js';

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
  /** What the outstanding hours are worth at the rate of the day, in pence, whoever bears it. */
  readonly valuePence: Pence;
  /** What the council owes the NHS body, in pence; below zero when the NHS body owes the council. */
  readonly owedPence: Pence;
  /**
   * What a cut-off at the start of the budget would have come to: more, by the leave of weeks that the NHS body pays for
   * anyway. Shown so that a claim for it can be refused with the figure. Absent where nothing is owed or it cannot be told.
   */
  readonly owedIfCutAtCoverStartPence?: Pence;
  /** Where payroll and the rules, or two records, say different things. */
  readonly differences: readonly LeaveDifference[];
}

/**
 * What leave had accrued when the NHS body became liable, and what the council owes for it. The cut-off is the day of
 * liability, unless the agreement has the start of the budget, which charges the council for weeks that the NHS body pays
 * for.
 *
 * Source: no published rule was found; the local agreement decides, and the defaults are product decisions.
 *
 * @returns referred, with each figure that it may come to, where the rules leave a question of the accrual to an adviser
 */
export function accruedLeave(employment: EmploymentRecord, setting: CaseSetting): Answer<AccruedLeave> {
  const under = new UnderAgreement(setting.termsFrom);
  const leave = leaveOnLiability(employment, setting);
  return mappedAnswer(leave, (value, basis) => ({ value, basis: under.basis(basis) }));
}

function leaveOnLiability(employment: EmploymentRecord, setting: CaseSetting): Answer<AccruedLeave> {
  if (employment.status === 'self-employed') return nothingMoves('a self-employed PA accrues no paid leave');
  switch (setting.liability.status) {
    case 'unknown':
      return pending(LIABILITY_START_MISSING);
    case 'never':
      return nothingMoves('the transfer does not go ahead');
    case 'known':
      return setting.liability.held === undefined
        ? onceLiable(employment, setting, setting.liability)
        : pending(DELAY_MISSING);
  }
}

function onceLiable(
  employment: EmploymentRecord,
  setting: CaseSetting,
  { startsOn, lastDay }: Extract<LiabilityStart, { status: 'known' }>,
): Answer<AccruedLeave> {
  if (setting.terms.leaveCutOff === 'liability-start') {
    return atCutOff(employment, setting, startsOn, cutAtLiability(employment, startsOn));
  }
  const { coverStartsOn } = setting;
  if (lastDay !== undefined && (coverStartsOn === undefined || coverStartsOn > lastDay)) {
    return nothingMoves('the NHS body’s liability ended before a budget began');
  }
  return coverStartsOn === undefined
    ? pending(BUDGET_START_MISSING)
    : atCutOff(employment, setting, startsOn, cutAtCover(employment, startsOn, coverStartsOn));
}

export const ROLLED_UP =
  'holiday pay is rolled up into the wages of each pay period, so nothing accrues to be owed';

/** True when holiday pay was paid with the wages. Not stated counts as not so: payroll then states leave that accrues. */
export function isRolledUp(statement: LeaveStatement): boolean {
  return statement.method !== 'regular' && statement.rolledUpPay === true;
}

function atCutOff(
  employment: EmploymentRecord,
  setting: CaseSetting,
  liableFrom: PlainDate,
  cutOff: LeaveCutOff,
): Answer<AccruedLeave> {
  const { startedOn, end } = employment;
  const { day, event } = cutOff;
  if (startedOn >= day) return nothingMoves(`the job began after ${event}`);
  if (end !== undefined && end.lastDay < day) {
    return nothingMoves(`the job ended before ${event}: leave was settled on leaving`);
  }
  const statement = statementHolding(employment, day, liableFrom);
  if (statement === undefined) return pending(statementMissing(day));
  if (isRolledUp(statement)) return nothingMoves(ROLLED_UP);
  const moved = statedForAnotherDay(statement, liableFrom);
  if (moved !== undefined) return pending(moved);
  if (statement.rateIncludesLeave && statement.unspentReservePence === undefined)
    return pending(RESERVE_MISSING);

  const rate = leaveRate(statement, employment, setting);
  const missing = [...cutOff.missing(statement), ...('fact' in rate ? [rate] : [])];
  if (missing.length > 0 || 'fact' in rate) return pending(...missing);

  const facts = { employment, setting, statement, cutOff, rate };
  const outstanding = mappedAnswer(cutOff.accrued(statement), (accrued, basis) =>
    valued(accrued, basis, facts),
  );
  return mappedAnswer(outstanding, (leave, basis) => settled(leave, basis, facts));
}

interface LeaveFacts {
  readonly employment: EmploymentRecord;
  readonly setting: CaseSetting;
  readonly statement: LeaveStatement;
  readonly cutOff: LeaveCutOff;
  readonly rate: LeaveRate;
}

function valued(accrued: StatedLeave, basis: Basis, facts: LeaveFacts): ExplainedValue<AccruedLeave> {
  const { statement, setting, employment, cutOff, rate } = facts;
  const takenHours = cutOff.taken(statement);
  const value = valueOf({ ...facts, takenHours }, { hours: accrued.hours, basis });
  const liableFrom = setting.liability.status === 'known' ? setting.liability.startsOn : cutOff.day;
  return {
    value: {
      accruedHours: accrued.hours,
      takenHours,
      outstandingHours: value.outstandingHours,
      valuePence: value.owedPence,
      owedPence: value.owedPence,
      differences: [
        ...accrued.differences,
        ...rateDifference(employment, statement, liableFrom),
        ...leaveYearDifference(statement, setting.terms),
      ],
    },
    basis: rate.basis === undefined ? value.basis : { ...rate.basis, from: [value.basis] },
  };
}

/** Who owes what for leave of some value: the reserve, a part of what was paid on termination, the value, or nothing. */
function settled(leave: AccruedLeave, basis: Basis, facts: LeaveFacts): ExplainedValue<AccruedLeave> {
  const { statement, setting, employment, cutOff } = facts;
  const { unspentReservePence, rateIncludesLeave } = statement;
  if (setting.terms.leaveSettlement === 'nhs-absorbs') {
    const reason = 'by the local agreement the NHS body takes on the leave without payment';
    return {
      value: { ...leave, owedPence: ZERO_PENCE },
      basis: basisOf(NOTHING_MOVES, { reason }, [basis]),
    };
  }
  if (rateIncludesLeave && unspentReservePence !== undefined) {
    return {
      value: {
        ...leave,
        owedPence: unspentReservePence,
        differences: [...leave.differences, ...reserveDifference(unspentReservePence, leave.valuePence)],
      },
      basis: reserveBasis(unspentReservePence, leave.valuePence, basis),
    };
  }
  const paid = paidOnTermination(employment, statement, cutOff.day);
  return paid === undefined
    ? { value: { ...leave, ...wronglyCut(facts) }, basis }
    : {
        value: { ...leave, owedPence: paid.councilPence },
        basis: { ...paid.basis, from: [...paid.basis.from, basis] },
      };
}

/** Payroll's figure counts when the job ended in the very leave year that holds the day of liability. */
function paidOnTermination(
  { startedOn, end }: EmploymentRecord,
  { paidOnTerminationPence, leaveYearFrom, leaveYearUntil }: LeaveStatement,
  cutOff: PlainDate,
) {
  if (paidOnTerminationPence === undefined || end === undefined) return undefined;
  const year = { from: leaveYearFrom, until: leaveYearUntil };
  if (!includes(year, end.lastDay)) return undefined;
  return leavePaidOnTermination(paidOnTerminationPence, year, { startedOn, lastDay: end.lastDay }, cutOff);
}

function valueOf(
  {
    statement: { carriedOverHours = '0', carryOver },
    rate: { hourlyRatePence },
    setting: { terms },
    takenHours,
  }: Pick<LeaveFacts, 'statement' | 'rate' | 'setting'> & { readonly takenHours: Fraction },
  accrued: ExplainedHours,
): LeaveValue {
  return leaveValue(
    {
      accrued,
      takenHours,
      carriedOverHours: Fraction.parse(carriedOverHours),
      ...(carryOver !== undefined && { carryOver }),
      hourlyRatePence,
    },
    terms,
  );
}

type ExplainedHours = { readonly hours: Fraction; readonly basis: Basis };

/** The hours of irregular work after the day of liability are not in payroll's statement, so they cannot be compared. */
function wronglyCut(facts: LeaveFacts): Pick<AccruedLeave, 'owedIfCutAtCoverStartPence'> {
  const { statement, employment, cutOff, setting } = facts;
  const { coverStartsOn } = setting;
  if (statement.method !== 'regular' || coverStartsOn === undefined) return {};
  if (coverStartsOn <= cutOff.day || coverStartsOn > statement.leaveYearUntil) return {};
  const accrued = workedOutAccrual(statement, employment.startedOn, coverStartsOn);
  if (accrued.status !== 'known') return {};
  const takenHours = cutOff.taken(statement);
  const { owedPence } = valueOf(
    { ...facts, takenHours },
    { hours: accrued.value.hours, basis: accrued.basis },
  );
  return { owedIfCutAtCoverStartPence: owedPence };
}

/** A known figure of nothing, with the reason. */
export function nothingMoves(reason: string): Figure<AccruedLeave> {
  const none = Fraction.zero;
  return known(
    {
      accruedHours: none,
      takenHours: none,
      outstandingHours: none,
      valuePence: ZERO_PENCE,
      owedPence: ZERO_PENCE,
      differences: [],
    },
    basisOf(NOTHING_MOVES, { reason }),
  );
}
