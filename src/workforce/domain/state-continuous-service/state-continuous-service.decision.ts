import type { Decision } from '../../../kernel/event.js';
import { refuseUnlessReference } from '../../../kernel/field-checks.js';
import { dateInWords, type PlainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { sameFacts } from '../../../kernel/same-facts.js';
import type { Employment, EmploymentRecord } from '../employment.js';
import { known } from '../refusals.js';
import type { ContinuousService, WorkforceEvent } from '../workforce.events.js';

/**
 * Records when continuous employment with this employer began, where that is not simply the first day of the job. Two
 * days say that it lies between them and is not settled; each statement takes the place of the last.
 *
 * @param statedOn the day of the statement
 * @throws FieldRefused for days out of order or after the last day, for a break or a new employer that nobody ruled on,
 * and for a contract of employment without its first day.
 */
export function stateContinuousService(
  service: ContinuousService,
  statedOn: PlainDate,
): Decision<Employment, WorkforceEvent> {
  return (state) => {
    const employment = known(state);
    refuseUnlessPossible(service, employment);
    return sameFacts<ContinuousService | undefined>(employment.service, service)
      ? []
      : [{ type: 'workforce.continuous-service-stated', occurredOn: statedOn, data: service }];
  };
}

function refuseUnlessPossible(
  { cause, earliestStart, latestStart, rulingReference }: ContinuousService,
  { end }: EmploymentRecord,
): void {
  if (latestStart < earliestStart) {
    throw new FieldRefused(
      '/latestStart',
      'out-of-order',
      `The latest first day is before ${dateInWords(earliestStart)}, the earliest`,
    );
  }
  if (end !== undefined && latestStart > end.lastDay) {
    throw new FieldRefused('/latestStart', 'out-of-order', `The job ended on ${dateInWords(end.lastDay)}`);
  }
  if (rulingReference !== undefined) refuseUnlessReference('/rulingReference', rulingReference);
  const settled = earliestStart === latestStart;
  if (cause === 'became-employee' && !settled) {
    throw new FieldRefused(
      '/latestStart',
      'not-wanted',
      'A contract of employment begins on one day: give it as the earliest and the latest; an estimate has a cause of its own',
    );
  }
  const needsRuling = cause === 'break-in-work' || cause === 'employer-replaced';
  if (needsRuling && settled && rulingReference === undefined) {
    throw new FieldRefused(
      '/rulingReference',
      'required',
      'Whether service went on needs a typed ruling: name its document, or give both first days until there is one',
    );
  }
}
