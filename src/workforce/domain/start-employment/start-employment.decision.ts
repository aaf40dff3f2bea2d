import type { Decision } from '../../../kernel/event.js';
import { refuseUnlessReference } from '../../../kernel/field-checks.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Employment, EmploymentRecord } from '../employment.js';
import { refuseUnlessTerms } from '../field-checks.js';
import { sameNumber } from '../same-number.js';
import type { WorkforceEvent, WorkforceFact } from '../workforce.events.js';

export type EmploymentFacts = WorkforceFact<'workforce.employment-started'>['data'];

/** This PA of this case is known already, with other facts. */
export class EmploymentContradicted extends Refusal {
  override readonly name = 'EmploymentContradicted';
  readonly code = 'employment-contradicted';
  readonly kind = 'conflict';
  override readonly facts: { readonly employmentId: string };

  constructor({ employmentId, assistantRef, caseRef }: EmploymentRecord) {
    super(`${assistantRef} is already recorded on ${caseRef}, with another status, start, hours or rate`);
    this.facts = { employmentId };
  }
}

/**
 * Records that a PA works for the person of a case.
 *
 * The same facts again are silence, also after the terms have changed since: a list is often sent twice.
 *
 * @throws EmploymentContradicted when the PA was recorded with other facts.
 * @throws FieldRefused for a reference, hours or rate that cannot be.
 */
export function startEmployment(facts: EmploymentFacts): Decision<Employment, WorkforceEvent> {
  return (state) => {
    switch (state.stage) {
      case 'none':
        refuseUnlessReference('/assistantRef', facts.assistantRef);
        refuseUnlessTerms(facts);
        return [{ type: 'workforce.employment-started', occurredOn: facts.startedOn, data: facts }];
      case 'working':
      case 'ended':
        if (sameStart(state, facts)) return [];
        throw new EmploymentContradicted(state);
    }
  };
}

function sameStart(state: EmploymentRecord, facts: EmploymentFacts): boolean {
  return (
    state.status === facts.status &&
    state.startedOn === facts.startedOn &&
    sameNumber(state.firstTerms.weeklyHours, facts.weeklyHours) &&
    state.firstTerms.hourlyRatePence === facts.hourlyRatePence
  );
}
