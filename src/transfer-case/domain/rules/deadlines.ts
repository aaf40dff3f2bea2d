import { basisOf, type Basis, type Rule } from '../../../kernel/basis.js';
import { addDays, type PlainDate } from '../../../kernel/plain-date.js';
import { addWorkingDays } from '../../../kernel/working-days.js';
import type { CaseRecord } from '../case-record.js';
import { bridgingHardStop, notifiedOnOf } from './bridging-reviews.js';
import { CLOCK_RULE, type DeadlineKind } from './deadline-rules.js';
import { DAY_29 } from './liability-rules.js';
import { dayTwentyNine } from './liability.js';

/** A post of one of the two bodies; never a person. */
export interface EscalationPost {
  readonly side: 'council' | 'nhs-body';
  readonly post: string;
}

/** A day by which something is due. Passing it escalates; it never stops a payment. */
export interface Deadline {
  readonly kind: DeadlineKind;
  readonly startedOn: PlainDate;
  readonly dueOn: PlainDate;
  /** The day on which it was met; absent while it is open. */
  readonly metOn?: PlainDate;
  /** Whom it is put before once it has passed, where it is open and the agreement names somebody. */
  readonly escalateTo?: readonly EscalationPost[];
  readonly basis: Basis;
}

const ACKNOWLEDGEMENT_WORKING_DAYS = 5;
const FAST_TRACK_DAYS = 2;

/** The choices of the local agreement that clocks of a case run by, in the agreement's own words. */
export interface ClockTerms {
  /** 0 for none. */
  readonly bridgingHardStopWeeks: number;
  readonly rechargeTiming: 'when-transfer-complete' | 'when-cover-starts';
  readonly rechargeIssueDays: number;
  /** Empty where the council has named no post. */
  readonly escalationPostCouncil: string;
  /** Empty where the NHS body has named none. */
  readonly escalationPostNhsBody: string;
}

/**
 * The clocks of a case, in the order in which they fall due; none for a case that was withdrawn.
 *
 * @param rechargeIssuedOn the day on which the recharge was first issued, where it was
 */
export function deadlinesOf(
  record: CaseRecord,
  terms: ClockTerms,
  rechargeIssuedOn?: PlainDate,
): readonly Deadline[] {
  if (record.stage === 'withdrawn') return [];
  // Nobody waits any longer for what was to be set up, but a decision and a recharge may still be owed.
  const goesOn = record.diedOn === undefined && record.declinedFrom === undefined;
  return [
    ...(goesOn
      ? [
          acknowledgement(record),
          fastTrackPackage(record),
          bridgingReview(record),
          hardStop(record, terms),
          phbCover(record),
          directPaymentStop(record),
        ]
      : []),
    ...(record.declinedFrom === undefined ? [eligibilityDecision(record)] : []),
    rechargeIssue(record, terms, rechargeIssuedOn),
  ]
    .filter((deadline) => deadline !== undefined)
    .map((each) => withEscalation(each, terms))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

function withEscalation(
  due: Deadline,
  { escalationPostCouncil, escalationPostNhsBody }: ClockTerms,
): Deadline {
  const posts: readonly EscalationPost[] = [
    { side: 'council', post: escalationPostCouncil },
    { side: 'nhs-body', post: escalationPostNhsBody },
  ];
  const named = posts.filter(({ post }) => post !== '');
  return named.length === 0 || due.metOn !== undefined ? due : { ...due, escalateTo: named };
}

/** The open deadline that falls due first; nothing when all are met. */
export function nextDeadline(deadlines: readonly Deadline[]): Deadline | undefined {
  return deadlines.find(({ metOn }) => metOn === undefined);
}

function acknowledgement({ alertedOn, acknowledgedOn }: CaseRecord): Deadline {
  return deadline(
    'alert-acknowledgement',
    alertedOn,
    addWorkingDays(alertedOn, ACKNOWLEDGEMENT_WORKING_DAYS),
    acknowledgedOn,
  );
}

function eligibilityDecision({ checklist, decision }: CaseRecord): Deadline | undefined {
  if (checklist === undefined) return undefined;
  const { receivedOn } = checklist;
  const day29 = dayTwentyNine(receivedOn);
  const counted = basisOf(DAY_29, { receivedOn, day29 });
  return deadline('eligibility-decision', receivedOn, day29, decision?.decidedOn, [counted]);
}

function fastTrackPackage({
  fastTrackReceivedOn,
  bridging,
  phbCoverStartsOn,
}: CaseRecord): Deadline | undefined {
  if (fastTrackReceivedOn === undefined) return undefined;
  const dueOn = addDays(fastTrackReceivedOn, FAST_TRACK_DAYS);
  return deadline('fast-track-package', fastTrackReceivedOn, dueOn, bridging?.openedOn ?? phbCoverStartsOn);
}

function bridgingReview({ bridging, phbCoverStartsOn }: CaseRecord): Deadline | undefined {
  if (bridging === undefined) return undefined;
  const dueOn = bridging.extensions.at(-1)?.until ?? bridging.reviewDueOn;
  return deadline('bridging-review', bridging.openedOn, dueOn, phbCoverStartsOn);
}

function hardStop(record: CaseRecord, { bridgingHardStopWeeks }: ClockTerms): Deadline | undefined {
  const notifiedOn = notifiedOnOf(record);
  if (record.bridging === undefined || notifiedOn === undefined) return undefined;
  const stop = bridgingHardStop(notifiedOn, bridgingHardStopWeeks);
  if (stop === undefined) return undefined;
  return {
    ...deadline('bridging-hard-stop', record.bridging.openedOn, stop.day, record.phbCoverStartsOn),
    basis: stop.basis,
  };
}

/** Once the council has said which day it covers last, the budget has to cover the next one. */
function phbCover({ lastDayCovered, phbCoverStartsOn }: CaseRecord): Deadline | undefined {
  if (lastDayCovered === undefined) return undefined;
  return deadline('phb-cover', lastDayCovered, addDays(lastDayCovered, 1), phbCoverStartsOn);
}

function directPaymentStop({ lastDayCovered, phbCoverStartsOn }: CaseRecord): Deadline | undefined {
  if (phbCoverStartsOn === undefined) return undefined;
  return deadline('direct-payment-stop', phbCoverStartsOn, addDays(phbCoverStartsOn, -1), lastDayCovered);
}

function rechargeIssue(
  record: CaseRecord,
  { rechargeTiming, rechargeIssueDays }: ClockTerms,
  rechargeIssuedOn: PlainDate | undefined,
): Deadline | undefined {
  const from = chargeableFrom(record, rechargeTiming);
  if (from === undefined) return undefined;
  const dueOn = addDays(from, rechargeIssueDays);
  return {
    ...deadline('recharge-issue', from, dueOn, rechargeIssuedOn),
    basis: basisOf(CLOCK_RULE['recharge-issue'], {
      startedOn: from,
      rechargeTiming,
      rechargeIssueDays,
      dueOn,
    }),
  };
}

/** The day from which the agreement lets bridging be charged for; nothing before it is known. */
function chargeableFrom(
  { completion, phbCoverStartsOn }: CaseRecord,
  timing: ClockTerms['rechargeTiming'],
): PlainDate | undefined {
  return timing === 'when-cover-starts' ? phbCoverStartsOn : completion?.completedOn;
}

function deadline(
  kind: DeadlineKind,
  startedOn: PlainDate,
  dueOn: PlainDate,
  metOn: PlainDate | undefined,
  from: readonly Basis[] = [],
): Deadline {
  const rule: Rule = CLOCK_RULE[kind];
  return {
    kind,
    startedOn,
    dueOn,
    ...(metOn !== undefined && { metOn }),
    basis: basisOf(rule, { startedOn, dueOn }, from),
  };
}
