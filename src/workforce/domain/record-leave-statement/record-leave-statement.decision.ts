import type { Decision } from '../../../kernel/event.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Employment } from '../employment.js';
import type { LeaveStatement } from '../leave-statement.js';
import { known } from '../refusals.js';
import type { WorkforceEvent } from '../workforce.events.js';
import { sameStatement } from './same-statement.js';
import { refuseUnlessPossible, refuseWithoutEvidence } from './statement-checks.js';

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
 * @param liableFrom the first day of liability as the case has it, which the hours and money of the statement are up to;
 *   nothing while it is not settled. The same statement that comes again after it moved stays as it was recorded.
 * @throws StatementContradicted when the reference stands for other facts.
 * @throws FieldRefused as `refuseUnlessPossible` and `refuseWithoutEvidence` do.
 */
export function recordLeaveStatement(
  statement: LeaveStatement,
  statedOn: PlainDate,
  liableFrom?: PlainDate,
): Decision<Employment, WorkforceEvent> {
  return (state) => {
    const { leaveStatements } = known(state);
    refuseUnlessPossible(statement);
    const standing = leaveStatements.find(
      ({ statementReference }) => statementReference === statement.statementReference,
    );
    if (standing === undefined) {
      refuseWithoutEvidence(statement);
      const data = { ...statement, ...(liableFrom !== undefined && { statedForLiabilityOn: liableFrom }) };
      return [{ type: 'workforce.leave-statement-recorded', occurredOn: statedOn, data }];
    }
    if (sameStatement(standing, statement)) return [];
    throw new StatementContradicted(statement.statementReference);
  };
}
