import type { Basis } from '../../../kernel/basis.js';
import {
  pending,
  refer,
  known,
  type Answer,
  type Candidate,
  type Figure,
  type Referral,
} from '../../../kernel/figure.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import type {
  ContinuousService,
  JobEnd,
  NoRightReason,
  NoticePay,
  RedundancyAssessed,
} from '../workforce.events.js';
import { exactText } from './exact-text.js';
import { govukRedundancyPay } from './govuk-redundancy-pay.js';
import type { JobEnding } from './job-ending.js';
import { noticePay } from './notice-pay.js';
import { redundancyEligibility, type EligibilityReferral } from './redundancy-eligibility.js';
import {
  countedFrom,
  jobEndingOf,
  NO_RIGHT_IF_SO,
  NOTICE_MISSING,
  PAYERS_FOR_ESTATE,
  referralOf,
  settledAgainst,
  type RedundancyReferral,
} from './redundancy-readings.js';
import { QUALIFYING_YEARS, noRightInWords, type Relationship } from './redundancy-right.js';
import { completeYears } from './service-years.js';
import { redundancyPayment } from './statutory-redundancy.js';
import { unservedNotice } from './unserved-notice.js';
import { weekPayOf, type WeekPay, type WeekPayFacts } from './week-pay.js';

/** What a redundancy is assessed from. The date of birth is used and goes no further. */
export interface AssessmentFacts {
  readonly status: 'employed' | 'self-employed';
  /** True where it is doubtful that the PA was an employee, whatever the record says. */
  readonly statusDoubtful: boolean;
  readonly startedOn: PlainDate;
  /** Where continuous employment did not simply begin on that day. */
  readonly service?: Pick<ContinuousService, 'cause' | 'earliestStart' | 'latestStart'>;
  readonly lastDay: PlainDate;
  /** Absent while the job goes on: it is assessed as if it ended that day by redundancy, with its notice served. */
  readonly end?: JobEnd;
  readonly dateOfBirth: PlainDate;
  readonly weekPay: WeekPayFacts;
  readonly relationship: Relationship;
  readonly privateHousehold: boolean;
  /** True where the estate of an employer who died may not be able to pay its debts. */
  readonly estateInsolvent?: boolean;
}

/** One reading of the rules where they leave something open. */
interface Reading {
  readonly words: readonly string[];
  readonly startedOn: PlainDate;
  readonly serviceTo: PlainDate;
  readonly capOn: PlainDate;
  readonly against: readonly NoRightReason[];
  readonly from: readonly Basis[];
}

/** Readings with what an adviser has to settle between them. */
interface Readings {
  readonly readings: readonly Reading[];
  readonly referrals: readonly RedundancyReferral[];
}

/** There is always one of unserved notice, and the first is the reading of a job that gives no right. */
interface NoticeReadings extends Readings {
  readonly readings: readonly [Reading, ...Reading[]];
}

/**
 * The statutory redundancy payment of a job, with notice pay and GOV.UK's figure beside it. What the rules leave to an
 * adviser is referred with the figure of each reading, and none is preferred.
 *
 * Source: Employment Rights Act 1996 ss.86, 135-145, 155, 161-162, 174, 210-211, 218, 220-228.
 *
 * @throws NoKnownCap when there may be a right and the cap of the last day is not in the table.
 */
export function assessedRedundancy(facts: AssessmentFacts): Answer<RedundancyAssessed> {
  const weekPay = weekPayOf(facts.weekPay);
  if (weekPay.status === 'pending') return weekPay;
  const found: Readings[] = [];
  for (const start of startsOf(facts)) {
    const readings = readingsFrom(start, facts);
    if (readings.status === 'pending') return readings;
    found.push(readings.value);
  }

  const figures = found.map((each) => figuresOf(each, facts, weekPay.value));
  const codes = new Set<RedundancyReferral>(figures.flatMap(({ referrals }) => referrals));
  const { service } = facts;
  if (service && service.earliestStart !== service.latestStart) codes.add(service.cause);
  const ofRules = figures.flatMap((each) => each.candidates);
  const mayPay = ofRules.some(({ value }) => value.eligible);
  if (weekPay.value.tooFewWeeks && mayPay) codes.add('fewer-than-twelve-paid-weeks');
  const isInsolvent = facts.estateInsolvent === true && mayPay;
  if (isInsolvent) codes.add('estate-insolvent');
  const candidates = isInsolvent ? ofRules.flatMap(byWhoPays) : ofRules;
  const [only] = candidates;
  if (codes.size === 0 && only !== undefined) return known(only.value, only.value.basis);
  return refer(
    [...codes].map((code): Referral => referralOf(code)),
    candidates,
  );
}

/** Whoever pays for an insolvent estate, the sum is the same; an adviser chooses between the two. */
function byWhoPays(candidate: Candidate<RedundancyAssessed>): readonly Candidate<RedundancyAssessed>[] {
  if (!candidate.value.eligible) return [candidate];
  return PAYERS_FOR_ESTATE.map((payer) => ({ ...candidate, reading: `${candidate.reading}; ${payer}` }));
}

/** The referrals that only matter where the readings of unserved notice come to different figures. */
const ABOUT_NOTICE: ReadonlySet<RedundancyReferral> = new Set([
  'cap-changes-with-notice',
  'notice-after-death-changes-answer',
]);

function figuresOf({ readings, referrals }: Readings, facts: AssessmentFacts, weekPay: WeekPay) {
  const ofRight = readings.filter((each) => each.against.length === 0);
  const others = readings.filter((each) => each.against.length > 0);
  const paid = ofRight.map((each) => candidateOf(each, facts, weekPay));
  const sums = new Set(paid.map(({ value }) => value.statutoryPence));
  const candidates = others.map((each) => candidateOf(each, facts, weekPay));
  const [first] = ofRight;
  if (first === undefined || sums.size > 1) return { referrals, candidates: [...paid, ...candidates] };
  // Whichever day counts, the sum is the same, so there is nothing to choose.
  const only = candidateOf({ ...first, words: startWords(first.startedOn, facts) }, facts, weekPay);
  return {
    referrals: referrals.filter((code) => !ABOUT_NOTICE.has(code)),
    candidates: [only, ...candidates],
  };
}

function startWords(startedOn: PlainDate, { service }: AssessmentFacts): readonly string[] {
  return service === undefined ? [] : [countedFrom(startedOn)];
}

function startsOf({ startedOn, service }: AssessmentFacts): readonly PlainDate[] {
  if (service === undefined) return [startedOn];
  return [...new Set([service.earliestStart, service.latestStart])];
}

function readingsFrom(startedOn: PlainDate, facts: AssessmentFacts): Figure<Readings> {
  const { lastDay, end, status } = facts;
  const ending = jobEndingOf(end, lastDay);
  const byNotice = noticeReadings(startedOn, facts);
  if (byNotice.status === 'pending') return byNotice;
  const base = byNotice.value.readings;
  const [first] = base;
  const words = startWords(startedOn, facts);
  const years = Math.max(...base.map((each) => completeYears(startedOn, each.serviceTo)));
  const eligibility = redundancyEligibility({
    status: status === 'employed' ? 'employee' : 'self-employed',
    completeYears: years,
    relationship: facts.relationship,
    privateHousehold: facts.privateHousehold,
    ending,
  });
  const settled: NoRightReason[] = [
    ...(status === 'self-employed' && !facts.statusDoubtful ? ['self-employed' as const] : []),
    // Near day 56 the rule of eight weeks is clear and its facts are not, so an adviser looks first.
    ...(eligibility.refer.length === 0 ? settledAgainst(ending, eligibility.dismissed) : []),
  ];
  if (settled.length > 0 || years < QUALIFYING_YEARS) {
    const readings = [against(first, words, settled, eligibility.basis)];
    return known({ readings, referrals: [] }, eligibility.basis);
  }
  const doubts: readonly (EligibilityReferral | 'status-doubtful')[] = facts.statusDoubtful
    ? ['status-doubtful', ...eligibility.refer]
    : eligibility.refer;
  const paid = base.map((each) => ({ ...each, from: [...each.from, eligibility.basis] }));
  const unpaid = doubts.map((doubt) => against(first, words, [reasonIf(doubt, ending)], eligibility.basis));
  return known(
    { readings: [...paid, ...unpaid], referrals: [...doubts, ...byNotice.value.referrals] },
    eligibility.basis,
  );
}

function reasonIf(doubt: EligibilityReferral | 'status-doubtful', { how }: JobEnding): NoRightReason {
  if (doubt === 'status-doubtful') return 'self-employed';
  return how === 'misconduct' ? 'misconduct' : NO_RIGHT_IF_SO[doubt];
}

function against(
  reading: Reading,
  words: readonly string[],
  reasons: readonly NoRightReason[],
  basis: Basis,
): Reading {
  const why = reasons.map((reason) => `no right: ${noRightInWords(reason)}`);
  return {
    ...reading,
    words: [...words, ...why],
    against: reasons,
    from: [...reading.from, basis],
  };
}

/** Service to the last day, or to the day on which unserved notice would have expired; both where that is for an adviser. */
function noticeReadings(startedOn: PlainDate, facts: AssessmentFacts): Figure<NoticeReadings> {
  const { lastDay, end, dateOfBirth } = facts;
  const words = startWords(startedOn, facts);
  const asEnded: Reading = { words, startedOn, serviceTo: lastDay, capOn: lastDay, against: [], from: [] };
  const employerDied = end?.reason === 'employer-died';
  const notice = unservedNotice({
    startedOn,
    lastDay,
    dateOfBirth,
    employerDied,
    ...(end?.noticeGivenOn && { noticeGivenOn: end.noticeGivenOn }),
  });
  const { basis } = notice;
  if (end === undefined) return known({ readings: [asEnded], referrals: [] }, basis);

  const { forService } = notice.relevantDate;
  const extended: Reading = {
    ...asEnded,
    words: [...words, 'unserved notice added to service'],
    serviceTo: forService,
    from: [basis],
  };
  const laterCap: Reading = {
    ...extended,
    words: [...words, 'unserved notice added to service, and the cap of the day that it would have expired'],
    capOn: forService,
  };
  const referrals = notice.refer;
  if (!employerDied && !endsByEmployer(end)) return known({ readings: [asEnded], referrals: [] }, basis);
  if (employerDied) {
    const changes = referrals.includes('notice-after-death-changes-answer');
    const capDiffers = referrals.includes('cap-changes-with-notice');
    const without = { ...asEnded, words: [...words, 'unserved notice not added to service'], from: [basis] };
    const others = [...(changes ? [extended] : []), ...(capDiffers ? [laterCap] : [])];
    return known({ readings: [without, ...others], referrals }, basis);
  }
  if (end.notice === undefined) {
    const matters = !notice.weeks.equals(notice.weeksWithoutNotice) || referrals.length > 0;
    return matters ? pending(NOTICE_MISSING) : known({ readings: [asEnded], referrals: [] }, basis);
  }
  const others = referrals.includes('cap-changes-with-notice') ? [laterCap] : [];
  return known({ readings: [extended, ...others], referrals }, basis);
}

/** The employer ended the job and had to give notice, so that notice which was not served moves the relevant date. */
function endsByEmployer({ reason }: JobEnd): boolean {
  return (
    reason === 'redundancy' || reason === 'suitable-alternative-refused' || reason === 'employer-changed'
  );
}

function candidateOf(
  reading: Reading,
  facts: AssessmentFacts,
  weekPay: WeekPay,
): Candidate<RedundancyAssessed> {
  const value = outcomeOf(reading, facts, weekPay);
  return { reading: reading.words.join('; ') || 'the rules as recorded', value, basis: value.basis };
}

function outcomeOf(
  { startedOn, serviceTo, capOn, against: reasons, from }: Reading,
  facts: AssessmentFacts,
  weekPay: WeekPay,
): RedundancyAssessed {
  const { lastDay, end, dateOfBirth, status } = facts;
  const { cap, weeks, ...paid } = redundancyPayment(
    {
      startedOn,
      lastDay,
      serviceTo,
      capOn,
      dateOfBirth,
      weekPayPence: weekPay.pence,
      ...('paidWeeksMostRecentFirst' in facts.weekPay && { weekPayExact: weekPay.exact }),
    },
    (years) => [...reasons, ...(years < QUALIFYING_YEARS ? (['under-two-years'] as const) : [])],
    [...from, weekPay.basis],
  );
  const eligible = paid.reasons.length === 0;
  const govuk = govukRedundancyPay({ startedOn, lastDay, dateOfBirth, weekPayPence: weekPay.pence });
  const notice = end && noticePay({ status, startedOn, lastDay, ending: end, weekPay: weekPay.exact });
  return {
    lastDay,
    ...(end !== undefined && { ending: end }),
    ...(startedOn !== facts.startedOn && { serviceFrom: startedOn }),
    ...(serviceTo !== lastDay && { serviceTo }),
    completeYears: paid.completeYears,
    weeks: exactText(weeks),
    yearsByAge: paid.yearsByAge,
    weekPayPence: weekPay.pence,
    ...('paidWeeksMostRecentFirst' in facts.weekPay && { weekPayExactPence: weekPay.exact.toString() }),
    ...(cap !== undefined && { capPence: cap.capPence, capInstrument: cap.instrument }),
    weekPayUsedPence: paid.weekPayUsedPence,
    statutoryPence: paid.statutoryPence,
    eligible,
    reasons: paid.reasons,
    ...(eligible && govuk !== paid.statutoryPence && { govukPence: govuk }),
    ...(notice?.status === 'known' && { noticePay: notice.value satisfies NoticePay }),
    basis: paid.basis,
  };
}
