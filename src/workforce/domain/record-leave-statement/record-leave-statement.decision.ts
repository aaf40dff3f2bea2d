import type { Decision } from '../../../kernel/event.js';
import { refuseUnlessReference } from '../../../kernel/field-checks.js';
import { addYears, dateInWords, type PlainDate } from '../../../kernel/plain-date.js';
import { FieldRefused, Refusal } from '../../../kernel/refusal.js';
import type { Employment } from '../employment.js';
import { refuseNegative, refuseUnlessPaid } from '../field-checks.js';
import { known } from '../refusals.js';
import { IRREGULAR_METHOD_FROM } from '../rules/leave-accrual.js';
import { sameOptionalNumber } from '../same-number.js';
import type { LeaveStatement, WorkforceEvent } from '../workforce.events.js';

/** A statement with this reference is on record, and says something else. */
export class StatementContradicted extends Refusal {
  override readonly name = 'StatementContradicted';
  readonly code = 'statement-contradicted';
  readonly kind = 'conflict';

  constructor(readonly statementReference: string) {
    super(
      `Statement ${statementReference} is recorded already, with other facts; a new statement has a new reference`,
    );
  }
}

/**
 * Records payroll's statement of a PA's leave. A later statement for the same leave year takes the place of an earlier
 * one, since payroll's figure is followed.
 *
 * @param statedOn the day of the statement
 * @throws StatementContradicted when the reference stands for other facts.
 * @throws FieldRefused for an impossible leave year, hours below zero, no pay, or 12.07% before it was law.
 */
export function recordLeaveStatement(
  statement: LeaveStatement,
  statedOn: PlainDate,
): Decision<Employment, WorkforceEvent> {
  return (state) => {
    const { leaveStatements } = known(state);
    refuseUnlessLeaveYear(statement);
    refuseUnlessReference('/statementReference', statement.statementReference);
    refuseUnlessPaid(statement.hourlyRatePence);
    refuseUnlessHours(statement);
    const standing = leaveStatements.find(
      ({ statementReference }) => statementReference === statement.statementReference,
    );
    if (standing === undefined) {
      return [{ type: 'workforce.leave-statement-recorded', occurredOn: statedOn, data: statement }];
    }
    if (sameStatement(standing, statement)) return [];
    throw new StatementContradicted(statement.statementReference);
  };
}

function refuseUnlessLeaveYear({ leaveYearFrom, leaveYearUntil, method }: LeaveStatement): void {
  if (leaveYearUntil <= leaveYearFrom || leaveYearUntil > addYears(leaveYearFrom, 1)) {
    throw new FieldRefused(
      '/leaveYearLastDay',
      'not-a-leave-year',
      'A leave year has at least a day and at most a year',
    );
  }
  if (method === 'irregular-hours' && leaveYearFrom < IRREGULAR_METHOD_FROM) {
    throw new FieldRefused(
      '/method',
      'not-yet-law',
      `Leave accrues at 12.07% only in leave years that began on or after ${dateInWords(IRREGULAR_METHOD_FROM)}`,
    );
  }
}

function refuseUnlessHours(statement: LeaveStatement): void {
  refuseNegative('/takenHours', statement.takenHours);
  refuseNegative('/carriedOverHours', statement.carriedOverHours ?? '0');
  switch (statement.method) {
    case 'regular':
      refuseNegative('/entitlementWeeks', statement.entitlementWeeks);
      refuseNegative('/weeklyHours', statement.weeklyHours);
      return;
    case 'irregular-hours':
      statement.hoursByPayPeriod.forEach((hours, index) =>
        refuseNegative(`/hoursByPayPeriod/${index}`, hours),
      );
  }
}

function sameStatement(standing: LeaveStatement, statement: LeaveStatement): boolean {
  return (
    standing.leaveYearFrom === statement.leaveYearFrom &&
    standing.leaveYearUntil === statement.leaveYearUntil &&
    standing.hourlyRatePence === statement.hourlyRatePence &&
    standing.rateIncludesLeave === statement.rateIncludesLeave &&
    sameOptionalNumber(standing.takenHours, statement.takenHours) &&
    sameOptionalNumber(standing.carriedOverHours, statement.carriedOverHours) &&
    sameAccrual(standing, statement)
  );
}

function sameAccrual(standing: LeaveStatement, statement: LeaveStatement): boolean {
  const numbers = (each: LeaveStatement) =>
    each.method === 'regular' ? [each.entitlementWeeks, each.weeklyHours] : each.hoursByPayPeriod;
  const [before, now] = [numbers(standing), numbers(statement)];
  return (
    standing.method === statement.method &&
    before.length === now.length &&
    before.every((number, index) => sameOptionalNumber(number, now[index]))
  );
}
