import type { Decision } from '../../../kernel/event.js';
import { refuseBefore } from '../../../kernel/field-checks.js';
import type { Pence } from '../../../kernel/pence.js';
import { dateInWords, type PlainDate } from '../../../kernel/plain-date.js';
import { FieldRefused, Refusal } from '../../../kernel/refusal.js';
import type { Employment, EmploymentRecord } from '../employment.js';
import { known } from '../refusals.js';
import { exactText } from '../rules/exact-text.js';
import type { Relationship } from '../rules/redundancy-right.js';
import { statutoryRedundancy } from '../rules/statutory-redundancy.js';
import type { RedundancyAssessed, WorkforceEvent } from '../workforce.events.js';

/** What payroll, the insurer or an adviser states. The date of birth is used and not recorded. */
export interface AssessmentTerms {
  readonly assessedOn: PlainDate;
  readonly lastDay: PlainDate;
  readonly dateOfBirth: PlainDate;
  readonly weekPayPence: Pence;
  readonly relationship: Relationship;
  readonly suitableAlternativeRefused: boolean;
  readonly reEngagedWithinEightWeeks: boolean;
  readonly reservesPence?: Pence;
  readonly payrollFigurePence?: Pence;
}

/** The job ended on another day than the one that the assessment is for. */
export class AssessedForAnotherDay extends Refusal {
  override readonly name = 'AssessedForAnotherDay';
  readonly code = 'assessed-for-another-day';
  readonly kind = 'conflict';
  override readonly facts: { readonly lastDay: PlainDate };

  constructor(lastDay: PlainDate) {
    super(`The job ended on ${dateInWords(lastDay)}, so redundancy is assessed for that day`);
    this.facts = { lastDay };
  }
}

/**
 * Works out the statutory redundancy payment and records it with its explanation. It may be assessed before the job ends,
 * for the day that is expected; a new assessment takes the place of the last.
 *
 * @throws NoKnownCap when the law's cap for the last day is not known.
 * @throws AssessedForAnotherDay when the job has ended on another day.
 * @throws FieldRefused for a last day before the first, a birth after the job began, or pay that is not above zero.
 */
export function assessRedundancy(terms: AssessmentTerms): Decision<Employment, WorkforceEvent> {
  return (state) => {
    const employment = known(state);
    refuseUnlessPossible(terms, employment);
    const data = assessed(terms, employment);
    return employment.assessment !== undefined && sameAssessment(employment.assessment, data)
      ? []
      : [{ type: 'workforce.redundancy-assessed', occurredOn: terms.assessedOn, data }];
  };
}

function refuseUnlessPossible(terms: AssessmentTerms, { startedOn, end }: EmploymentRecord): void {
  refuseBefore('/lastDay', terms.lastDay, startedOn, 'the job began');
  if (terms.dateOfBirth >= startedOn) {
    throw new FieldRefused('/dateOfBirth', 'out-of-order', 'The date of birth is after the job began');
  }
  if (terms.weekPayPence <= 0) {
    throw new FieldRefused('/weekPay', 'not-above-zero', 'A week’s pay must be above zero');
  }
  if (terms.reservesPence !== undefined && terms.reservesPence < 0) {
    throw new FieldRefused('/reserves', 'below-zero', 'Money set aside cannot be below zero');
  }
  if (end !== undefined && end.lastDay !== terms.lastDay) throw new AssessedForAnotherDay(end.lastDay);
}

function assessed(terms: AssessmentTerms, { status, startedOn, end }: EmploymentRecord): RedundancyAssessed {
  const { cap, weeks, basis, ...result } = statutoryRedundancy({
    ...terms,
    status,
    startedOn,
    ...(end !== undefined && { endReason: end.reason }),
  });
  return {
    lastDay: terms.lastDay,
    completeYears: result.completeYears,
    weeks: exactText(weeks),
    yearsByAge: result.yearsByAge,
    weekPayPence: terms.weekPayPence,
    ...(cap !== undefined && { capPence: cap.capPence, capInstrument: cap.instrument }),
    weekPayUsedPence: result.weekPayUsedPence,
    statutoryPence: result.statutoryPence,
    eligible: result.reasons.length === 0,
    reasons: result.reasons,
    ...(terms.reservesPence !== undefined && { reservesPence: terms.reservesPence }),
    ...(terms.payrollFigurePence !== undefined && { payrollFigurePence: terms.payrollFigurePence }),
    basis,
  };
}

/** The explanation follows from the figures and the reasons, so it is not compared. */
function sameAssessment(standing: RedundancyAssessed, now: RedundancyAssessed): boolean {
  return (
    standing.lastDay === now.lastDay &&
    standing.weekPayPence === now.weekPayPence &&
    standing.capPence === now.capPence &&
    standing.statutoryPence === now.statutoryPence &&
    standing.reservesPence === now.reservesPence &&
    standing.payrollFigurePence === now.payrollFigurePence &&
    standing.weeks === now.weeks &&
    standing.yearsByAge.below22 === now.yearsByAge.below22 &&
    standing.yearsByAge.from22 === now.yearsByAge.from22 &&
    standing.reasons.join() === now.reasons.join()
  );
}
