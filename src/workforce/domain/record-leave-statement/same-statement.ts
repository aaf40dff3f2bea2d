import { Fraction } from '../../../kernel/fraction.js';
import { sameFacts } from '../../../kernel/same-facts.js';
import type { LeaveStatement } from '../leave-statement.js';

const NUMBERS: ReadonlySet<string> = new Set([
  'takenHours',
  'carriedOverHours',
  'accruedHours',
  'takenInBridgingHours',
  'entitlementWeeks',
  'weeklyHours',
  'averageWeeklyHours',
  'hoursByPayPeriod',
  'hoursByPayPeriodInBridging',
  'daysPerWeek',
  'shiftsPerPattern',
  'daysInPattern',
  'hoursPerShift',
]);

/**
 * True when two statements say the same: `60` hours are `60.00`, but hours that are not given are not `0`. The day of
 * liability that one was recorded for is the case's, and not payroll's to say.
 */
export function sameStatement(left: LeaveStatement, right: LeaveStatement): boolean {
  return sameFacts(canonical(saidIn(left)), canonical(saidIn(right)));
}

function saidIn({ statedForLiabilityOn: _, ...said }: LeaveStatement): object {
  return said;
}

function canonical(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return NUMBERS.has(name) ? Fraction.parse(value).toString() : value;
  if (Array.isArray(value)) return value.map((each) => canonical(each, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, canonical(each, key)]));
}
