import { pence, type Pence } from '../../kernel/pence.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { FieldRefused } from '../../kernel/refusal.js';
import { afterDeciding, employment, type Employment, type EmploymentRecord } from './employment.js';
import { known } from './refusals.js';
import type { WorkforceEvent } from './workforce.events.js';

/** What a calculator is told of a job that nobody has recorded. */
export interface JobFacts {
  readonly status: EmploymentRecord['status'];
  readonly startedOn: PlainDate;
  readonly weeklyHours?: string;
  readonly hourlyRatePence?: Pence;
}

/** The job as if it had just been recorded, so that a calculator judges by the decisions and rules of a real one. */
export function calculatedJob({
  status,
  startedOn,
  weeklyHours = '0',
  hourlyRatePence = pence(0),
}: JobFacts): EmploymentRecord {
  const data = {
    employmentId: '',
    caseRef: '',
    assistantRef: '',
    status,
    startedOn,
    weeklyHours,
    hourlyRatePence,
  };
  return known(
    afterDeciding(employment.initial, [
      { type: 'workforce.employment-started', occurredOn: startedOn, data },
    ]),
  );
}

/** The job after a decision on it. A refusal names the field inside the object that it is about. */
export function decidedOn(
  job: EmploymentRecord,
  decide: (state: Employment) => readonly WorkforceEvent[],
  within = '',
): EmploymentRecord {
  return known(
    afterDeciding(
      job,
      namedWithin(within, () => decide(job)),
    ),
  );
}

/**
 * Runs a check whose refusals name fields of one object of a request.
 *
 * @param within where that object is: `/service`
 * @throws FieldRefused with the pointer of the whole request.
 */
export function namedWithin<Value>(within: string, check: () => Value): Value {
  try {
    return check();
  } catch (refusal) {
    if (!(refusal instanceof FieldRefused)) throw refusal;
    throw new FieldRefused(`${within}${refusal.pointer}`, refusal.code, refusal.message);
  }
}
