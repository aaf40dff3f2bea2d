import { addDays } from '../../kernel/plain-date.js';
import { FieldRefused } from '../../kernel/refusal.js';
import { toPence } from '../../platform/http/wire/money.dto.js';
import type { LeaveStatement } from '../commands/vocabulary.js';
import type { LeaveStatementDto } from './employment-requests.js';

/**
 * The statement in a request, with the facts that its method needs and no others.
 *
 * @throws FieldRefused for a fact that the method needs and that is missing, or that belongs to the other method.
 */
export function leaveStatementOf(request: LeaveStatementDto): LeaveStatement {
  const { carriedOverHours } = request;
  const common = {
    leaveYearFrom: request.leaveYearFrom,
    leaveYearUntil: addDays(request.leaveYearLastDay, 1),
    takenHours: request.takenHours,
    ...(carriedOverHours !== undefined && { carriedOverHours }),
    hourlyRatePence: toPence(request.hourlyRate),
    rateIncludesLeave: request.rateIncludesLeave,
    statementReference: request.statementReference,
  };
  switch (request.method) {
    case 'regular':
      refuseGiven(request, 'hoursByPayPeriod');
      return {
        ...common,
        method: 'regular',
        entitlementWeeks: required(request, 'entitlementWeeks'),
        weeklyHours: required(request, 'weeklyHours'),
      };
    case 'irregular-hours':
      refuseGiven(request, 'entitlementWeeks');
      refuseGiven(request, 'weeklyHours');
      return {
        ...common,
        method: 'irregular-hours',
        hoursByPayPeriod: required(request, 'hoursByPayPeriod'),
      };
  }
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

function refuseGiven(request: LeaveStatementDto, field: keyof LeaveStatementDto): void {
  if (request[field] !== undefined) {
    throw new FieldRefused(`/${field}`, 'not-wanted', `${field} is not for ${request.method} hours`);
  }
}
