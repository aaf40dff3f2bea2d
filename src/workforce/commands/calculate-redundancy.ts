import {
  completeOptions,
  DEFAULT_OPTIONS,
  organisationDirectory,
  type AgreementOptions,
} from '../../agreement/index.js';
import { basisOf } from '../../kernel/basis.js';
import { refuseBefore, refuseUnlessReference } from '../../kernel/field-checks.js';
import type { Answer, Figure } from '../../kernel/figure.js';
import { ZERO_PENCE, type Pence } from '../../kernel/pence.js';
import type { PlainDate } from '../../kernel/plain-date.js';
import { FieldRefused } from '../../kernel/refusal.js';
import {
  assessmentOf,
  type AssessmentTerms,
} from '../domain/assess-redundancy/assess-redundancy.decision.js';
import { calculatedJob, decidedOn, type JobFacts } from '../domain/calculated-job.js';
import type { LiabilityStart, CaseSetting } from '../domain/case-setting.js';
import { changeTerms, TermsContradicted } from '../domain/change-terms/change-terms.decision.js';
import type { EmploymentRecord } from '../domain/employment.js';
import { endEmployment } from '../domain/end-employment/end-employment.decision.js';
import {
  FundingOverlaps,
  recordFundingPeriod,
  type FundingFacts,
} from '../domain/record-funding-period/record-funding-period.decision.js';
import { costOf, type RedundancyCost } from '../domain/rules/redundancy-cost.js';
import { PAYMENT_STATED } from '../domain/rules/redundancy-payment-stated.js';
import { completeYears } from '../domain/rules/service-years.js';
import { stateContinuousService } from '../domain/state-continuous-service/state-continuous-service.decision.js';
import type {
  ContinuousService,
  EmploymentTerms,
  JobEnd,
  RedundancyAssessed,
} from '../domain/workforce.events.js';

export { statutoryNotice } from '../domain/rules/statutory-notice.js';
export type { RedundancyCost } from '../domain/rules/redundancy-cost.js';
export { exactText } from '../domain/rules/exact-text.js';

/** A job whose redundancy is asked about, beside what payroll states. Nothing of it is stored. */
export interface RedundancyQuestion {
  readonly job: JobFacts;
  readonly service?: ContinuousService;
  /** Absent while the job goes on. */
  readonly end?: JobEnd;
  readonly terms: Omit<AssessmentTerms, 'assessedOn'>;
}

/**
 * The statutory redundancy payment of a job that nobody has recorded, by the rules and checks of the assessment of a case.
 *
 * @throws NoKnownCap when there may be a right and the cap of the last day is not known.
 * @throws FieldRefused for facts that cannot be.
 */
export function calculatedRedundancy({
  job,
  service,
  end,
  terms,
}: RedundancyQuestion): Answer<RedundancyAssessed> {
  const { lastDay } = terms;
  let employment = calculatedJob(job);
  if (service !== undefined) {
    employment = decidedOn(employment, stateContinuousService(service, lastDay), '/service');
  }
  if (end !== undefined) employment = decidedOn(employment, endEmployment({ ...end, lastDay }));
  return assessmentOf({ ...terms, assessedOn: lastDay }, employment);
}

/** A payment and the funding of a job, of which the shares are asked. */
export interface SplitQuestion {
  readonly startedOn: PlainDate;
  readonly lastDay: PlainDate;
  readonly employerDied: boolean;
  readonly payment: {
    readonly statutoryPence: Pence;
    readonly insurancePence: Pence;
    readonly reservesPence: Pence;
    readonly aboveStatutoryPence?: Pence;
    readonly aboveStatutoryApprovedOn?: PlainDate;
    readonly untakenLeavePence?: Pence;
  };
  readonly funding: readonly FundingFacts[];
  readonly jobTerms: readonly EmploymentTerms[];
  readonly council: string;
  readonly nhsBody: string;
  readonly liability: LiabilityStart;
  readonly options: Partial<AgreementOptions>;
}

/**
 * What each funder bears of a payment that is stated, by an agreement's options or their defaults.
 *
 * @throws FieldRefused for facts that cannot be, and for a weighing by cost without hours and pay.
 */
export function calculatedSplit(question: SplitQuestion): Figure<RedundancyCost> {
  const { startedOn, lastDay, payment, council, nhsBody, liability, employerDied } = question;
  refuseBefore('/lastDay', lastDay, startedOn, 'the job began');
  refuseUnlessReference('/council', council);
  refuseUnlessReference('/nhsBody', nhsBody);
  const terms = completeOptions(question.options, DEFAULT_OPTIONS);
  const job = fundedJob(question);
  if (terms.redundancyHoursAndPay === 'weighted-by-cost' && job.terms.length === 0) {
    throw new FieldRefused('/terms', 'required', 'Weighing by cost needs the hours and pay of each time');
  }
  const { insurancePence, ...stated } = payment;
  const setting: CaseSetting = {
    council,
    nhsBody,
    liability,
    terms,
    termsFrom: 'the options that were given, and defaults',
    bodies: organisationDirectory,
  };
  return costOf(
    {
      ...stated,
      lastDay,
      completeYears: completeYears(startedOn, lastDay),
      eligible: stated.statutoryPence > 0,
      reasons: [],
      ...(employerDied && { ending: { reason: 'employer-died' } }),
      basis: basisOf(PAYMENT_STATED, { statutoryPence: stated.statutoryPence, startedOn, lastDay }),
    },
    { ...job, ...(insurancePence !== ZERO_PENCE && { insuranceClaim: paid(insurancePence) }) },
    setting,
  );
}

const paid = (amountPence: Pence) => ({ claim: 'paid', amountPence }) as const;

/** The job with who funded it and its hours and pay, each judged as if it were recorded. */
function fundedJob({ startedOn, funding, jobTerms }: SplitQuestion): EmploymentRecord {
  const bare = { ...calculatedJob({ status: 'employed', startedOn }), terms: [] };
  const paidBy = funding.reduce<EmploymentRecord>(
    (job, facts, index) =>
      onlyOnce(`/fundingPeriods/${index}`, (within) => decidedOn(job, recordFundingPeriod(facts), within)),
    bare,
  );
  return jobTerms.reduce(
    (job, terms, index) =>
      onlyOnce(`/terms/${index}`, (within) => decidedOn(job, changeTerms(terms), within)),
    paidBy,
  );
}

/** Says of days that are told twice which object of the request told them again: there is no record to correct. */
function onlyOnce<Value>(within: string, tell: (within: string) => Value): Value {
  try {
    return tell(within);
  } catch (refusal) {
    const toldTwice = refusal instanceof FundingOverlaps || refusal instanceof TermsContradicted;
    if (!toldTwice) throw refusal;
    throw new FieldRefused(`${within}/from`, 'told-twice', 'Another entry of the list says it differently');
  }
}
