import type { Decision } from '../../../kernel/event.js';
import { refuseBefore, refuseUnlessReference } from '../../../kernel/field-checks.js';
import type { Answer, MissingFact, Referred } from '../../../kernel/figure.js';
import { ZERO_PENCE, type Pence } from '../../../kernel/pence.js';
import { dateInWords, type PlainDate } from '../../../kernel/plain-date.js';
import { FieldRefused, Refusal } from '../../../kernel/refusal.js';
import { sameFacts } from '../../../kernel/same-facts.js';
import { statusForRedundancy, type Employment, type EmploymentRecord } from '../employment.js';
import { known } from '../refusals.js';
import { assessedRedundancy, type AssessmentFacts } from '../rules/redundancy-assessment.js';
import type { RedundancyAssessed, RedundancyReferred, WorkforceEvent } from '../workforce.events.js';

/** What payroll, the insurer or an adviser states beside the facts of the job. The date of birth is used and not recorded. */
export interface AssessmentTerms extends Pick<
  AssessmentFacts,
  | 'lastDay'
  | 'dateOfBirth'
  | 'weekPay'
  | 'relationship'
  | 'privateHousehold'
  | 'statusDoubtful'
  | 'estateInsolvent'
> {
  readonly assessedOn: PlainDate;
  readonly reservesPence?: Pence;
  readonly payrollFigurePence?: Pence;
  readonly untakenLeavePence?: Pence;
  readonly exGratiaNoticePence?: Pence;
  readonly aboveStatutoryPence?: Pence;
  readonly aboveStatutoryApprovedOn?: PlainDate;
  /** The adviser's document and the reading that it chose, where the figure was referred. */
  readonly ruling?: { readonly reference: string; readonly reading: string };
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

/** A fact is missing without which the payment cannot be told. */
export class AssessmentPending extends Refusal {
  override readonly name = 'AssessmentPending';
  readonly code = 'assessment-pending';
  readonly kind = 'conflict';
  override readonly facts: { readonly missing: readonly MissingFact[] };

  constructor(missing: readonly MissingFact[]) {
    super(`The payment cannot be worked out yet: ${missing.map(({ reason }) => reason).join('; ')}`);
    this.facts = { missing };
  }
}

/**
 * Works out the statutory redundancy payment and records it with its explanation. It may be assessed before the job ends,
 * for the day that is expected; a new assessment takes the place of the last. What the rules leave open is recorded as
 * referred, with the figure of each reading, until an adviser's ruling names one of them.
 *
 * @throws NoKnownCap when the law's cap for the last day is not known.
 * @throws AssessedForAnotherDay when the job has ended on another day.
 * @throws AssessmentPending when nobody has said whether notice was given and the payment turns on it.
 * @throws FieldRefused for a last day before the first, a birth after the job began, pay that is not above zero, an
 * insolvent estate while the employer lives, and a ruling that names no reading or that is not called for.
 */
export function assessRedundancy(terms: AssessmentTerms): Decision<Employment, WorkforceEvent> {
  return (state) => {
    const employment = known(state);
    const answer = assessmentOf(terms, employment);
    switch (answer.status) {
      case 'pending':
        throw new AssessmentPending(answer.missing);
      case 'known':
        return assessed(unruled(answer.value, terms), terms, employment);
      case 'refer':
        return terms.ruling === undefined
          ? referred(answer, terms, employment)
          : assessed(ruledOn(answer, terms.ruling, employment), terms, employment);
    }
  };
}

/**
 * The statutory redundancy payment of a job by the rules, without an adviser's ruling.
 *
 * @throws NoKnownCap, AssessedForAnotherDay and FieldRefused as `assessRedundancy`.
 */
export function assessmentOf(
  terms: AssessmentTerms,
  employment: EmploymentRecord,
): Answer<RedundancyAssessed> {
  refuseUnlessPossible(terms, employment);
  return assessedRedundancy(factsOf(terms, employment));
}

function factsOf(terms: AssessmentTerms, employment: EmploymentRecord): AssessmentFacts {
  const { startedOn, service, end } = employment;
  const { lastDay, dateOfBirth, weekPay, relationship, privateHousehold, statusDoubtful } = terms;
  const { estateInsolvent = false } = terms;
  const { lastDay: _, eventId: __, ...ending } = end ?? {};
  return {
    status: statusForRedundancy(employment),
    statusDoubtful,
    startedOn,
    ...(service !== undefined && { service }),
    lastDay,
    ...(end !== undefined && { end: { ...ending, reason: end.reason } }),
    dateOfBirth,
    weekPay,
    relationship,
    privateHousehold,
    estateInsolvent,
  };
}

/** The facts that stand beside the statutory payment and do not change it. */
function alongside(terms: AssessmentTerms): Partial<RedundancyAssessed> {
  const { reservesPence, payrollFigurePence, untakenLeavePence, exGratiaNoticePence } = terms;
  const { aboveStatutoryPence, aboveStatutoryApprovedOn } = terms;
  return {
    ...(reservesPence !== undefined && { reservesPence }),
    ...(payrollFigurePence !== undefined && { payrollFigurePence }),
    ...(untakenLeavePence !== undefined && { untakenLeavePence }),
    ...(exGratiaNoticePence !== undefined && { exGratiaNoticePence }),
    ...(aboveStatutoryPence !== undefined && { aboveStatutoryPence }),
    ...(aboveStatutoryApprovedOn !== undefined && { aboveStatutoryApprovedOn }),
  };
}

function assessed(
  outcome: RedundancyAssessed,
  terms: AssessmentTerms,
  { assessment }: EmploymentRecord,
): readonly WorkforceEvent[] {
  const data: RedundancyAssessed = { ...outcome, ...alongside(terms) };
  return assessment !== undefined && sameFigures(assessment, data)
    ? []
    : [{ type: 'workforce.redundancy-assessed', occurredOn: terms.assessedOn, data }];
}

function referred(
  { referrals, candidates }: Referred<RedundancyAssessed>,
  terms: AssessmentTerms,
  { end, referral }: EmploymentRecord,
): readonly WorkforceEvent[] {
  const { lastDay: _, eventId: __, ...ending } = end ?? {};
  const data: RedundancyReferred = {
    lastDay: terms.lastDay,
    ...(end !== undefined && { ending: { ...ending, reason: end.reason } }),
    referrals,
    candidates: candidates.map(({ reading, value }) => ({
      reading,
      outcome: { ...value, ...alongside(terms) },
    })),
  };
  return sameFacts<RedundancyReferred | undefined>(referral, data)
    ? []
    : [{ type: 'workforce.redundancy-referred', occurredOn: terms.assessedOn, data }];
}

/** The figure of the reading that the adviser chose. When service itself is open, that is settled first. */
function ruledOn(
  { candidates }: Referred<RedundancyAssessed>,
  ruling: NonNullable<AssessmentTerms['ruling']>,
  { service }: EmploymentRecord,
): RedundancyAssessed {
  if (service !== undefined && service.earliestStart !== service.latestStart) {
    throw new FieldRefused(
      '/ruling',
      'service-not-settled',
      'When continuous employment began is not settled: record that first, with its ruling where one is needed',
    );
  }
  const chosen = candidates.find(({ reading }) => reading === ruling.reading);
  if (chosen === undefined) {
    const readings = candidates.map(({ reading }) => `"${reading}"`).join(', ');
    throw new FieldRefused('/ruling/reading', 'no-such-reading', `The readings are ${readings}`);
  }
  return { ...chosen.value, ruling };
}

function unruled(outcome: RedundancyAssessed, { ruling }: AssessmentTerms): RedundancyAssessed {
  if (ruling !== undefined) {
    throw new FieldRefused(
      '/ruling',
      'not-wanted',
      'The rules settle this payment, so there is nothing to rule on',
    );
  }
  return outcome;
}

function refuseUnlessPossible(terms: AssessmentTerms, { startedOn, end }: EmploymentRecord): void {
  refuseBefore('/lastDay', terms.lastDay, startedOn, 'the job began');
  if (terms.dateOfBirth >= startedOn) {
    throw new FieldRefused('/dateOfBirth', 'out-of-order', 'The date of birth is after the job began');
  }
  if ('weekPayPence' in terms.weekPay && terms.weekPay.weekPayPence <= 0) {
    throw new FieldRefused('/weekPay', 'not-above-zero', 'A week’s pay must be above zero');
  }
  if (terms.estateInsolvent === true && end?.reason !== 'employer-died') {
    throw new FieldRefused(
      '/estateInsolvent',
      'not-wanted',
      'There is an estate only after the employer died',
    );
  }
  refuseBelowZero('/reserves', terms.reservesPence, 'Money set aside');
  refuseBelowZero('/untakenLeave', terms.untakenLeavePence, 'Pay for untaken leave');
  refuseBelowZero('/exGratiaNotice', terms.exGratiaNoticePence, 'A payment instead of notice');
  refuseBelowZero('/aboveStatutory', terms.aboveStatutoryPence, 'Pay above the statutory sum');
  if (terms.aboveStatutoryApprovedOn !== undefined && terms.aboveStatutoryPence === undefined) {
    throw new FieldRefused('/aboveStatutory', 'required', 'Give the amount that was approved');
  }
  if (terms.ruling !== undefined) refuseUnlessReference('/ruling/reference', terms.ruling.reference);
  if (end !== undefined && end.lastDay !== terms.lastDay) throw new AssessedForAnotherDay(end.lastDay);
}

function refuseBelowZero(pointer: string, amount: Pence = ZERO_PENCE, what: string): void {
  if (amount < 0) {
    throw new FieldRefused(pointer, 'below-zero', `${what} cannot be below zero`);
  }
}

/** Explanations follow from the figures, the facts and the reasons, so they are not compared. */
function sameFigures(standing: RedundancyAssessed, now: RedundancyAssessed): boolean {
  return sameFacts(withoutBasis(standing), withoutBasis(now));
}

function withoutBasis({ basis: _, noticePay, ...figures }: RedundancyAssessed): object {
  return { ...figures, noticePence: noticePay?.amountPence };
}
