import { Fraction } from '../../../kernel/fraction.js';
import type { LeaveWorkPattern, RegularLeaveStatement } from '../leave-statement.js';
import type { WorkPattern } from './holiday/entitlement.js';

/** How the PA works, as the rules of holiday take it; nothing where payroll did not say. */
export function workPatternOf({ workPattern, weeklyHours }: RegularLeaveStatement): WorkPattern | undefined {
  return workPattern && patternOf(workPattern, Fraction.parse(weeklyHours));
}

function patternOf(pattern: LeaveWorkPattern, hoursPerWeek: Fraction): WorkPattern {
  switch (pattern.kind) {
    case 'days':
    case 'hours':
    case 'compressed':
      // Leave is valued by the hour, so days count as the hours of an average day.
      return { basis: 'hours', daysPerWeek: Fraction.parse(pattern.daysPerWeek), hoursPerWeek };
    case 'shifts':
      return {
        basis: 'shifts',
        shiftsPerPattern: Fraction.parse(pattern.shiftsPerPattern),
        daysInPattern: Fraction.parse(pattern.daysInPattern),
      };
    case 'annualised':
      return { basis: 'annualised' };
  }
}

/** Hours of leave in one unit that the entitlement is counted in: an hour, a shift, or the average week. */
export function hoursOfUnit({ workPattern, weeklyHours }: RegularLeaveStatement): Fraction {
  switch (workPattern?.kind) {
    case 'shifts':
      return Fraction.parse(workPattern.hoursPerShift);
    case 'annualised':
      return Fraction.parse(weeklyHours);
    case 'days':
    case 'hours':
    case 'compressed':
    case undefined:
      return Fraction.one;
  }
}
