import { addDays } from '../../kernel/plain-date.js';
import { FieldRefused } from '../../kernel/refusal.js';
import { toPence } from '../../platform/http/wire/money.dto.js';
import type { LeaveStatement, LeaveWorkPattern } from '../commands/vocabulary.js';
import type { LeaveStatementDto, LeaveWorkPatternDto } from './leave-requests.js';

const OF_REGULAR = ['entitlementWeeks', 'weeklyHours', 'workPattern'] as const;
const OPTIONAL_OF_IRREGULAR = [
  'hoursByPayPeriodInBridging',
  'daysWorked',
  'averageWeeklyHours',
  'rolledUpPay',
] as const;
const OF_IRREGULAR = ['hoursByPayPeriod', 'absences', ...OPTIONAL_OF_IRREGULAR] as const;

/**
 * The statement in a request, with the facts that its method needs and no others.
 *
 * @throws FieldRefused for a fact that the method needs and that is missing, or that belongs to the other method.
 */
export function leaveStatementOf(request: LeaveStatementDto): LeaveStatement {
  const { method, workPattern, absences } = request;
  switch (method) {
    case 'regular':
      refuseGiven(request, OF_IRREGULAR);
      return {
        ...commonFacts(request),
        method,
        ...given(request, ['entitlementWeeks']),
        weeklyHours: required(request, 'weeklyHours'),
        ...(workPattern && { workPattern: workPatternOf(workPattern) }),
      };
    case 'irregular-hours':
    case 'part-year':
      refuseGiven(request, OF_REGULAR);
      return {
        ...commonFacts(request),
        method,
        hoursByPayPeriod: required(request, 'hoursByPayPeriod'),
        ...given(request, OPTIONAL_OF_IRREGULAR),
        ...(absences && {
          absences: absences.map(({ kind, accruedHours, evidenceReference }) => ({
            kind,
            accruedHours,
            evidenceReference,
          })),
        }),
      };
  }
}

function commonFacts(request: LeaveStatementDto) {
  const { carryOver, unspentReserve, paidOnTermination } = request;
  return {
    leaveYearFrom: request.leaveYearFrom,
    leaveYearUntil: addDays(request.leaveYearLastDay, 1),
    takenHours: request.takenHours,
    ...given(request, ['carriedOverHours', 'accruedHours', 'takenInBridgingHours']),
    ...(carryOver && {
      carryOver: { reason: carryOver.reason, evidenceReference: carryOver.evidenceReference },
    }),
    hourlyRatePence: toPence(request.hourlyRate),
    rateIncludesLeave: request.rateIncludesLeave,
    ...(unspentReserve && { unspentReservePence: toPence(unspentReserve) }),
    ...(paidOnTermination && { paidOnTerminationPence: toPence(paidOnTermination) }),
    statementReference: request.statementReference,
  };
}

const NUMBERS_OF_PATTERN = ['daysPerWeek', 'shiftsPerPattern', 'daysInPattern', 'hoursPerShift'] as const;
type NumberOfPattern = (typeof NUMBERS_OF_PATTERN)[number];

/**
 * A work pattern with the numbers that its kind needs and no others.
 *
 * @throws FieldRefused for a number that is missing or belongs to another kind.
 */
export function workPatternOf(pattern: LeaveWorkPatternDto): LeaveWorkPattern {
  const { kind } = pattern;
  switch (kind) {
    case 'days':
    case 'hours':
    case 'compressed':
      return { kind, ...numbersOf(pattern, ['daysPerWeek']) };
    case 'shifts':
      return { kind, ...numbersOf(pattern, ['shiftsPerPattern', 'daysInPattern', 'hoursPerShift']) };
    case 'annualised':
      return { kind, ...numbersOf(pattern, []) };
  }
}

function numbersOf<Name extends NumberOfPattern>(
  pattern: LeaveWorkPatternDto,
  needed: readonly Name[],
): Readonly<Record<Name, string>> {
  for (const name of NUMBERS_OF_PATTERN) {
    const isNeeded = needed.some((each) => each === name);
    if (isNeeded === (pattern[name] !== undefined)) continue;
    throw isNeeded
      ? new FieldRefused(`/workPattern/${name}`, 'required', `${name} is needed for ${pattern.kind}`)
      : new FieldRefused(`/workPattern/${name}`, 'not-wanted', `${name} is not for ${pattern.kind}`);
  }
  return Object.fromEntries(needed.map((name) => [name, pattern[name]])) as Record<Name, string>;
}

function required<Field extends keyof LeaveStatementDto>(
  request: LeaveStatementDto,
  field: Field,
): NonNullable<LeaveStatementDto[Field]> {
  const value = request[field];
  if (value === undefined || value === null) {
    throw new FieldRefused(`/${field}`, 'required', `${field} is needed for ${request.method} hours`);
  }
  return value;
}

function refuseGiven(request: LeaveStatementDto, fields: readonly (keyof LeaveStatementDto)[]): void {
  const field = fields.find((each) => request[each] !== undefined);
  if (field === undefined) return;
  throw new FieldRefused(`/${field}`, 'not-wanted', `${field} is not for ${request.method} hours`);
}

/** The fields that a body had. Its class sets each field that was not sent to undefined. */
function given<Field extends keyof LeaveStatementDto>(
  request: LeaveStatementDto,
  fields: readonly Field[],
): { readonly [Name in Field]?: NonNullable<LeaveStatementDto[Name]> } {
  const sent = fields.filter((field) => request[field] !== undefined);
  return Object.fromEntries(sent.map((field) => [field, request[field]])) as ReturnType<typeof given<Field>>;
}
