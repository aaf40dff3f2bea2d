import type { Decision } from '../../../kernel/event.js';
import { refuseBefore } from '../../../kernel/field-checks.js';
import { dateInWords } from '../../../kernel/plain-date.js';
import { FieldRefused, Refusal } from '../../../kernel/refusal.js';
import type { Employment, EmploymentRecord } from '../employment.js';
import { sameFacts } from '../../../kernel/same-facts.js';
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
 * @throws FieldRefused for a last day before the first, and for notice or a re-engagement that the end cannot have.
 */
export function endEmployment(end: EndOfEmployment): Decision<Employment, WorkforceEvent> {
  return (state) => {
    const { startedOn, end: standing } = known(state);
    refuseBefore('/lastDay', end.lastDay, startedOn, 'the job began');
    refuseUnlessEnding(end);
    if (standing !== undefined && sameEnd(standing, end)) return [];
    const [contradicted] = withoutCorrected(standing === undefined ? [] : [standing], end.corrects);
    if (contradicted !== undefined) throw new EndContradicted(contradicted);
    return [{ type: 'workforce.employment-ended', occurredOn: end.lastDay, data: end }];
  };
}

function sameEnd(
  { eventId: _, ...standing }: NonNullable<EmploymentRecord['end']>,
  end: EndOfEmployment,
): boolean {
  const { corrects: __, ...facts } = end;
  return sameFacts<object>(standing, facts);
}

function refuseUnlessEnding({ lastDay, reason, notice, noticeGivenOn, reEngagement }: EndOfEmployment): void {
  if (reason === 'employer-died' && notice === 'given') {
    throw new FieldRefused(
      '/notice',
      'not-wanted',
      'The death ended the job by itself, so it ended without notice',
    );
  }
  if (notice === 'given' && noticeGivenOn === undefined) {
    throw new FieldRefused(
      '/noticeGivenOn',
      'required',
      'Give the day on which the PA learned of the notice',
    );
  }
  if (notice !== 'given' && noticeGivenOn !== undefined) {
    throw new FieldRefused('/noticeGivenOn', 'not-wanted', 'Only notice that was given has a day');
  }
  if (noticeGivenOn !== undefined && noticeGivenOn > lastDay) {
    throw new FieldRefused(
      '/noticeGivenOn',
      'out-of-order',
      `Notice is given by ${dateInWords(lastDay)}, the last day`,
    );
  }
  if (reEngagement === undefined) return;
  if (reason !== 'employer-died') {
    throw new FieldRefused(
      '/reEngagement',
      'not-wanted',
      'Only the personal representatives of an employer who died re-engage a PA',
    );
  }
  refuseBefore('/reEngagement/offeredOn', reEngagement.offeredOn, lastDay, 'the employer died');
  refuseBefore('/reEngagement/startsOn', reEngagement.startsOn, lastDay, 'the employer died');
}
