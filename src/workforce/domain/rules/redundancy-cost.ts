import { basisOf, type Basis, type Rule } from '../../../kernel/basis.js';
import { known, pending, refer, type Answer, type Figure, type MissingFact } from '../../../kernel/figure.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { ZERO_PENCE, type Pence } from '../../../kernel/pence.js';
import { UnderAgreement } from '../../../kernel/under-agreement.js';
import { sameFacts } from '../../../kernel/same-facts.js';
import type { CaseSetting } from '../case-setting.js';
import type { EmploymentRecord } from '../employment.js';
import type { InsuranceClaim, RedundancyAssessed } from '../workforce.events.js';
import { answeredOn, type AnsweredDays } from './answering-bodies.js';
import { holdsOnceEnded } from './assessed-before-end.js';
import { fundedDays } from './funded-days.js';
import { withChoices } from './funding-choices.js';
import { noticeAndLeave, type NoticeAndLeave } from './notice-and-leave-share.js';
import { currentFunders } from './redundancy-limits.js';
import { settlementOf, type Settlement } from './redundancy-settlement.js';
import { redundancySplit, type RedundancySplit } from './redundancy-split.js';
import { serviceThatCounts } from './service-that-counts.js';

export const NOTHING_TO_SHARE: Rule = {
  code: 'REDUNDANCY-NOTHING-TO-SHARE',
  version: 1,
  title:
    'Without a statutory payment there is nothing to share; a voluntary one needs both parties’ prior approval',
  source: 'Local agreement, redundancy sharing: payments above the statutory sum',
  certainty: 'product-decision',
};

export const ABOVE_STATUTORY: Rule = {
  code: 'REDUNDANCY-ABOVE-STATUTORY',
  version: 1,
  title: 'What is paid above the statutory sum is shared with it where both bodies had approved it before',
  source: 'Local agreement, redundancy sharing: contractual or voluntary redundancy',
  certainty: 'product-decision',
};

/** What the redundancy of one PA costs and who bears it, in pence. */
export interface RedundancyCost extends RedundancySplit {
  readonly statutoryPence: Pence;
  /** What is paid above it and shared with it. */
  readonly aboveStatutoryPence: Pence;
  readonly insurancePence: Pence;
  readonly reservesPence: Pence;
  readonly settlement: Settlement;
  readonly noticeAndLeave: NoticeAndLeave;
}

const NOT_ASSESSED: MissingFact = {
  fact: 'redundancy-assessment',
  reason: 'The statutory redundancy payment has not been assessed',
  suppliedBy: 'the council’s direct payment team, from payroll’s statement',
};

const ASSESSED_FOR_ANOTHER_END: MissingFact = {
  fact: 'redundancy-assessment',
  reason:
    'The job ended on another day, for another reason or with other notice than was assessed, or its service was stated otherwise since',
  suppliedBy: 'the council’s direct payment team, from payroll’s statement',
};

/** True while an insurer may still pay, so that shares can only be interim. */
export function insuranceIsOpen(claim: InsuranceClaim | undefined): boolean {
  return claim === undefined || claim.claim === 'pending';
}

/**
 * The redundancy cost of an employment and each funder's share of it. While the insurer's answer is open, the split is
 * worked out as if it paid nothing, and is interim, so that the PA is not kept waiting. Where an adviser has to choose
 * between figures, each of them is split.
 */
export function redundancyCost(employment: EmploymentRecord, setting: CaseSetting): Answer<RedundancyCost> {
  const { assessment, referral } = employment;
  if (assessment !== undefined) return costAssessed(assessment, employment, setting);
  if (referral === undefined) return pending(NOT_ASSESSED);
  const costs = referral.candidates.map(({ reading, outcome }) => ({
    reading,
    cost: costAssessed(outcome, employment, setting),
  }));
  const waiting = costs.flatMap(({ cost }) => (cost.status === 'pending' ? [cost] : []))[0];
  if (waiting !== undefined) return waiting;
  const candidates = costs.flatMap(({ reading, cost }) =>
    cost.status === 'known' ? [{ reading, value: cost.value, basis: cost.basis }] : [],
  );
  return refer(referral.referrals, candidates);
}

/** The cost of what was assessed, as long as it stands. */
function costAssessed(
  assessment: RedundancyAssessed,
  employment: EmploymentRecord,
  setting: CaseSetting,
): Figure<RedundancyCost> {
  if (!stillStands(assessment, employment)) return pending(ASSESSED_FOR_ANOTHER_END);
  return costOf(assessment, employment, setting);
}

/** The days that an employment's redundancy is shared over, by the bodies that answer for them as the agreement counts. */
export function daysToShare(
  employment: Pick<EmploymentRecord, 'fundingPeriods' | 'terms'>,
  service: { readonly lastDay: PlainDate; readonly startedOn: PlainDate },
  counted: { readonly years: number; readonly relevantDate: PlainDate },
  setting: CaseSetting,
): Figure<AnsweredDays> {
  const { days, basis } = serviceThatCounts(service, counted, setting.terms);
  const funded = fundedDays(days, employment.fundingPeriods, setting);
  if (funded.status === 'pending') return funded;
  const answered = answeredOn(service.lastDay, funded.value, setting.bodies, funded.basis);
  const chosen = withChoices(answered, employment.terms, setting.terms);
  return known({ pieces: chosen.pieces, basis: [...basis, ...chosen.basis] }, funded.basis);
}

/** What is shared of an assessment: its age bands and its week's pay do not matter any more. */
export type PaymentToShare = Omit<
  RedundancyAssessed,
  'weeks' | 'yearsByAge' | 'weekPayPence' | 'weekPayUsedPence'
>;

/** The cost of a payment and each funder's share of it. */
export function costOf(
  assessment: PaymentToShare,
  employment: EmploymentRecord,
  setting: CaseSetting,
): Figure<RedundancyCost> {
  const { aboveStatutoryPence, basis } = toShareOf(assessment, setting);
  const cost = {
    statutoryPence: assessment.statutoryPence,
    insurancePence: employment.insuranceClaim?.amountPence ?? ZERO_PENCE,
    reservesPence: assessment.reservesPence ?? ZERO_PENCE,
  };
  const under = new UnderAgreement(setting.termsFrom);
  if (!assessment.eligible && aboveStatutoryPence === 0 && nothingElse(assessment)) {
    return known(
      {
        ...cost,
        ...NOTHING,
        settlement: under.part(NOTHING.settlement),
        noticeAndLeave: under.part(noticeAndLeave(assessment, [], setting.terms)),
      },
      under.basis(basisOf(NOTHING_TO_SHARE, { statutoryPence: 0 }, [assessment.basis])),
    );
  }
  const { lastDay, serviceFrom: startedOn = employment.startedOn, serviceTo = lastDay } = assessment;
  const counted = { years: assessment.completeYears, relevantDate: serviceTo };
  const days = daysToShare(employment, { startedOn, lastDay }, counted, setting);
  if (days.status === 'pending') return days;
  const { pieces } = days.value;
  const split = redundancySplit(
    {
      ...cost,
      aboveStatutoryPence,
      employerDied: (employment.end ?? assessment.ending)?.reason === 'employer-died',
      basis,
    },
    pieces,
    setting.terms,
    days.value.basis,
  );
  if (split.status === 'pending') return split;
  const value: RedundancyCost = {
    ...split.value,
    ...cost,
    aboveStatutoryPence,
    settlement: under.part(
      settlementOf(
        {
          shares: split.value.shares,
          current: currentFunders(pieces).map(({ funder }) => funder),
          isNhsBody: (funder) => isNhsBody(funder, lastDay, setting),
        },
        setting.terms,
      ),
    ),
    noticeAndLeave: under.part(noticeAndLeave(assessment, pieces, setting.terms)),
  };
  return known(value, split.basis);
}

const NOTHING = {
  aboveStatutoryPence: ZERO_PENCE,
  residualPence: ZERO_PENCE,
  insuranceUsedPence: ZERO_PENCE,
  reservesUsedPence: ZERO_PENCE,
  estatePence: ZERO_PENCE,
  toSharePence: ZERO_PENCE,
  shares: [],
  settlement: settlementOf(
    { shares: [], current: [], isNhsBody: () => false },
    { redundancyPaidFirstBy: 'each-direct', redundancySeveralNhsBodies: 'each-its-own-days' },
  ),
};

function nothingElse({ noticePay, untakenLeavePence = ZERO_PENCE }: PaymentToShare): boolean {
  return (noticePay?.amountPence ?? 0) === 0 && untakenLeavePence === 0;
}

/** What is shared beyond the statutory payment: only with both bodies' approval, and only where the agreement says so. */
function toShareOf(
  { aboveStatutoryPence = ZERO_PENCE, aboveStatutoryApprovedOn: approvedOn, lastDay, basis }: PaymentToShare,
  { terms }: CaseSetting,
): { readonly aboveStatutoryPence: Pence; readonly basis: Basis } {
  if (aboveStatutoryPence === 0) return { aboveStatutoryPence, basis };
  const isShared =
    terms.redundancyAboveStatutory === 'shared-if-approved-before' &&
    approvedOn !== undefined &&
    approvedOn <= lastDay;
  const inputs = {
    aboveStatutoryPence,
    agreement: terms.redundancyAboveStatutory,
    approvedOn: approvedOn ?? 'not approved',
    shared: isShared ? 'yes' : 'no',
  };
  return {
    aboveStatutoryPence: isShared ? aboveStatutoryPence : ZERO_PENCE,
    basis: basisOf(ABOVE_STATUTORY, inputs, [basis]),
  };
}

const NHS_KINDS: ReadonlySet<string> = new Set([
  'clinical-commissioning-group',
  'integrated-care-board',
  'nhs-england',
]);

function isNhsBody(funder: string, day: PlainDate, setting: CaseSetting): boolean {
  const { nhsBody, areaChanges = [], bodies } = setting;
  const isOfCase = [nhsBody, ...areaChanges.map((change) => change.nhsBody)].includes(funder);
  return isOfCase || NHS_KINDS.has(bodies.bodyOn(funder, day)?.kind ?? '');
}

/** True while the job ended, and its service is stated, as the assessment took it; also while the job goes on. */
export function stillStands(assessment: RedundancyAssessed, employment: EmploymentRecord): boolean {
  return sameService(assessment, employment) && sameEnd(assessment, employment);
}

function sameService({ serviceFrom }: RedundancyAssessed, { startedOn, service }: EmploymentRecord): boolean {
  const starts = service === undefined ? [startedOn] : [service.earliestStart, service.latestStart];
  return starts.includes(serviceFrom ?? startedOn);
}

function sameEnd(assessment: RedundancyAssessed, employment: EmploymentRecord): boolean {
  const { end } = employment;
  if (end === undefined) return true;
  const { lastDay, eventId: _, ...ending } = end;
  if (lastDay !== assessment.lastDay) return false;
  return assessment.ending === undefined
    ? holdsOnceEnded(assessment, employment, ending)
    : sameFacts(assessment.ending, ending);
}
