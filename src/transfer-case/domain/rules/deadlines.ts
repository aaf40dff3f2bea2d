import { basisOf, type Basis, type Rule } from '../../../kernel/basis.js';
import { addDays, type PlainDate } from '../../../kernel/plain-date.js';
import { addWorkingDays } from '../../../kernel/working-days.js';
import type { CaseRecord } from '../case-record.js';
import { CLOCK_RULE, type DeadlineKind } from './deadline-rules.js';
import { dayTwentyNine } from './liability.js';

/** A day by which something is due. Passing it escalates; it never stops a payment. */
export interface Deadline {
  readonly kind: DeadlineKind;
  readonly startedOn: PlainDate;
  readonly dueOn: PlainDate;
  /** The day on which it was met; absent while it is open. */
  readonly metOn?: PlainDate;
  readonly basis: Basis;
}

const ACKNOWLEDGEMENT_WORKING_DAYS = 5;
const FAST_TRACK_DAYS = 2;
const RECHARGE_ISSUE_DAYS = 30;

/**
 * The clocks of a case, in the order in which they fall due; none for a case that was withdrawn.
 *
 * @param rechargeIssuedOn the day on which the recharge was first issued, where it was
 */
export function deadlinesOf(record: CaseRecord, rechargeIssuedOn?: PlainDate): readonly Deadline[] {
  if (record.stage === 'withdrawn') return [];
  // Nobody waits any longer for what was to be set up, but a decision and a recharge may still be owed.
  const goesOn = record.diedOn === undefined && record.declinedFrom === undefined;
  return [
    ...(goesOn
      ? [
          acknowledgement(record),
          fastTrackPackage(record),
          bridgingReview(record),
          phbCover(record),
          directPaymentStop(record),
        ]
      : []),
    ...(record.declinedFrom === undefined ? [eligibilityDecision(record)] : []),
    rechargeIssue(record, rechargeIssuedOn),
  ]
    .filter((deadline) => deadline !== undefined)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
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
  return deadline('eligibility-decision', receivedOn, dayTwentyNine(receivedOn), decision?.decidedOn);
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
  { completion }: CaseRecord,
  rechargeIssuedOn: PlainDate | undefined,
): Deadline | undefined {
  if (completion === undefined) return undefined;
  const { completedOn } = completion;
  return deadline('recharge-issue', completedOn, addDays(completedOn, RECHARGE_ISSUE_DAYS), rechargeIssuedOn);
}

function deadline(
  kind: DeadlineKind,
  startedOn: PlainDate,
  dueOn: PlainDate,
  metOn: PlainDate | undefined,
): Deadline {
  const rule: Rule = CLOCK_RULE[kind];
  return {
    kind,
    startedOn,
    dueOn,
    ...(metOn !== undefined && { metOn }),
    basis: basisOf(rule, { startedOn, dueOn }),
  };
}
