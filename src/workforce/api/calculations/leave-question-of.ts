import { Fraction } from '../../../kernel/fraction.js';
import { includes, period } from '../../../kernel/period.js';
import { addYears, dateInWords, type PlainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import {
  accruesByPayPeriod,
  type CalculatedWork,
  type LeaveQuestion,
  type WorkPattern,
} from '../../commands/calculate-leave.js';
import type { CalculatedWorkDto, LeaveCalculationDto } from './leave-calculation-requests.js';

const NUMBERS = {
  days: ['daysPerWeek'],
  hours: ['daysPerWeek', 'hoursPerWeek'],
  compressed: ['daysPerWeek', 'hoursPerWeek'],
  shifts: ['shiftsPerPattern', 'daysInPattern'],
  annualised: [],
} as const;
const OF_REGULAR = ['daysPerWeek', 'hoursPerWeek', 'shiftsPerPattern', 'daysInPattern'] as const;
const OF_IRREGULAR = ['hoursByPayPeriod', 'daysWorked', 'averageWeeklyHours'] as const;

/**
 * The question in a request.
 *
 * @throws FieldRefused for a number that the kind of work needs and that is missing, one that it has no use for, one below
 * zero, or a day outside the leave year.
 */
export function leaveQuestionOf(request: LeaveCalculationDto): LeaveQuestion {
  const { leaveYearFrom, startedOn, lastDay, cutOff } = request;
  const leaveYear = period(leaveYearFrom, addYears(leaveYearFrom, 1));
  const inYear = (field: 'lastDay' | 'cutOff', day: PlainDate | undefined) => {
    if (day === undefined || includes(leaveYear, day)) return;
    throw new FieldRefused(
      `/${field}`,
      'not-in-the-leave-year',
      `${dateInWords(day)} is not in the leave year from ${dateInWords(leaveYearFrom)}`,
    );
  };
  inYear('lastDay', lastDay);
  inYear('cutOff', cutOff);
  const end = lastDay ?? leaveYear.until;
  if (startedOn !== undefined && startedOn > end) {
    throw new FieldRefused('/startedOn', 'out-of-order', `The job cannot begin after ${dateInWords(end)}`);
  }
  return {
    work: workOf(request.work, leaveYearFrom),
    leaveYear,
    ...(startedOn !== undefined && { startedOn }),
    ...(lastDay !== undefined && { lastDay }),
  };
}

/** @throws FieldRefused for a number below zero. */
export function exactOr(pointer: string, text: string | undefined, otherwise: Fraction): Fraction {
  if (text === undefined) return otherwise;
  const number = Fraction.parse(text);
  if (number.isNegative) throw new FieldRefused(pointer, 'below-zero', 'This cannot be below zero');
  return number;
}

function workOf(work: CalculatedWorkDto, leaveYearFrom: PlainDate): CalculatedWork {
  const { kind } = work;
  switch (kind) {
    case 'irregular-hours':
    case 'part-year':
      refuseGiven(work, OF_REGULAR);
      return { irregular: irregularOf(work, leaveYearFrom) };
    case 'days':
    case 'hours':
    case 'compressed':
    case 'shifts':
    case 'annualised':
      refuseGiven(work, [...OF_IRREGULAR, ...OF_REGULAR.filter((name) => !isNeeded(kind, name))]);
      return { regular: patternOf(work, kind) };
  }
}

function isNeeded(kind: keyof typeof NUMBERS, name: string): boolean {
  return NUMBERS[kind].some((each) => each === name);
}

/** An average week stands in for the hours only in a leave year whose leave follows from it. */
function irregularOf(
  { hoursByPayPeriod, daysWorked, averageWeeklyHours }: CalculatedWorkDto,
  leaveYearFrom: PlainDate,
) {
  const hours = hoursByPayPeriod ?? [];
  hours.forEach((each, index) => exactOr(`/work/hoursByPayPeriod/${index}`, each, Fraction.zero));
  exactOr('/work/averageWeeklyHours', averageWeeklyHours, Fraction.zero);
  const needsHours = averageWeeklyHours === undefined || accruesByPayPeriod(leaveYearFrom);
  if (hoursByPayPeriod === undefined && needsHours) {
    throw new FieldRefused('/work/hoursByPayPeriod', 'required', 'Give the hours worked in each pay period');
  }
  return {
    hoursByPayPeriod: hours,
    ...(daysWorked !== undefined && { daysWorked }),
    ...(averageWeeklyHours !== undefined && { averageWeeklyHours }),
  };
}

function patternOf(work: CalculatedWorkDto, kind: keyof typeof NUMBERS): WorkPattern {
  const number = (name: (typeof OF_REGULAR)[number]) => {
    const text = work[name];
    if (text === undefined) {
      throw new FieldRefused(`/work/${name}`, 'required', `${name} is needed for ${kind}`);
    }
    return Fraction.parse(text);
  };
  switch (kind) {
    case 'days':
      return { basis: 'days', daysPerWeek: number('daysPerWeek') };
    case 'hours':
    case 'compressed':
      return { basis: 'hours', daysPerWeek: number('daysPerWeek'), hoursPerWeek: number('hoursPerWeek') };
    case 'shifts':
      return {
        basis: 'shifts',
        shiftsPerPattern: number('shiftsPerPattern'),
        daysInPattern: number('daysInPattern'),
      };
    case 'annualised':
      return { basis: 'annualised' };
  }
}

function refuseGiven(work: CalculatedWorkDto, names: readonly (keyof CalculatedWorkDto)[]): void {
  const name = names.find((each) => work[each] !== undefined);
  if (name === undefined) return;
  throw new FieldRefused(`/work/${name}`, 'not-wanted', `${name} is not for ${work.kind}`);
}
