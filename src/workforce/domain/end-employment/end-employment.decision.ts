import type { Decision } from '../../../kernel/event.js';
import { refuseBefore } from '../../../kernel/field-checks.js';
import { dateInWords } from '../../../kernel/plain-date.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Employment, EmploymentRecord } from '../employment.js';
import { known, withoutCorrected } from '../refusals.js';
import type { WorkforceEvent, WorkforceFact } from '../workforce.events.js';

export type EndOfEmployment = WorkforceFact<'workforce.employment-ended'>['data'];

/** The job is recorded to have ended on another day or for another reason. */
export class EndContradicted extends Refusal {
  override readonly name = 'EndContradicted';
  readonly code = 'end-contradicted';
  readonly kind = 'conflict';
  override readonly facts: { readonly eventId: string };

  constructor({ lastDay, eventId }: NonNullable<EmploymentRecord['end']>) {
    super(
      `The job is recorded to have ended on ${dateInWords(lastDay)}, with other facts; ` +
        'to put that right, name the record that this one corrects',
    );
    this.facts = { eventId };
  }
}

/**
 * Records the last day of the job and why it ended. The last day is in the employment.
 *
 * @throws EndContradicted when another end stands.
 * @throws NothingToCorrect when it corrects an end that does not stand.
 * @throws FieldRefused for a last day before the first.
 */
export function endEmployment(end: EndOfEmployment): Decision<Employment, WorkforceEvent> {
  return (state) => {
    const { startedOn, end: standing } = known(state);
    refuseBefore('/lastDay', end.lastDay, startedOn, 'the job began');
    if (standing?.lastDay === end.lastDay && standing.reason === end.reason) return [];
    const [contradicted] = withoutCorrected(standing === undefined ? [] : [standing], end.corrects);
    if (contradicted !== undefined) throw new EndContradicted(contradicted);
    return [{ type: 'workforce.employment-ended', occurredOn: end.lastDay, data: end }];
  };
}
