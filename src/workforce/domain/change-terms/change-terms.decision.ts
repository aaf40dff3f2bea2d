import type { Decision } from '../../../kernel/event.js';
import { refuseBefore } from '../../../kernel/field-checks.js';
import { dateInWords, type PlainDate } from '../../../kernel/plain-date.js';
import { Refusal } from '../../../kernel/refusal.js';
import type { Employment } from '../employment.js';
import { refuseUnlessTerms } from '../field-checks.js';
import { known, withoutCorrected } from '../refusals.js';
import { sameNumber } from '../same-number.js';
import type { WorkforceEvent, WorkforceFact } from '../workforce.events.js';

export type TermsChange = WorkforceFact<'workforce.terms-changed'>['data'];

/** Other terms are recorded from the same day, and the change does not say that it corrects them. */
export class TermsContradicted extends Refusal {
  override readonly name = 'TermsContradicted';
  readonly code = 'terms-contradicted';
  readonly kind = 'conflict';
  override readonly facts: { readonly eventId: string };

  constructor(from: PlainDate, eventId: string) {
    super(
      `Other hours or another rate are recorded from ${dateInWords(from)}; ` +
        'to put them right, name the record that this one corrects',
    );
    this.facts = { eventId };
  }
}

/**
 * Records hours and pay from a day on.
 *
 * @throws TermsContradicted when other terms stand from the same day.
 * @throws NothingToCorrect when it corrects terms that do not stand.
 * @throws FieldRefused for a day before the job began, or terms that cannot be.
 */
export function changeTerms(change: TermsChange): Decision<Employment, WorkforceEvent> {
  return (state) => {
    const { terms, startedOn } = known(state);
    refuseBefore('/from', change.from, startedOn, 'the job began');
    refuseUnlessTerms(change);
    const standing = terms.find(({ from }) => from === change.from);
    if (
      standing !== undefined &&
      sameNumber(standing.weeklyHours, change.weeklyHours) &&
      standing.hourlyRatePence === change.hourlyRatePence
    ) {
      return [];
    }
    const contradicted = withoutCorrected(terms, change.corrects).find(({ from }) => from === change.from);
    if (contradicted !== undefined) throw new TermsContradicted(change.from, contradicted.eventId);
    return [{ type: 'workforce.terms-changed', occurredOn: change.from, data: change }];
  };
}
