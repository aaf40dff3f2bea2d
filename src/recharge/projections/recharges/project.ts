import { fold } from '../../../kernel/aggregate.js';
import type { Basis } from '../../../kernel/basis.js';
import type { Recorded } from '../../../kernel/event.js';
import { negatePence, subtractPence, ZERO_PENCE, type Pence } from '../../../kernel/pence.js';
import {
  eventsOf,
  type SubjectHistory,
  type SubjectProjection,
  type TableRows,
} from '../../../platform/projections/projection.js';
import type { RechargeEvent } from '../../domain/recharge.events.js';
import {
  acceptedPence,
  directionOf,
  paidPence,
  recharge,
  type AnsweredLine,
  type RechargeRecord,
} from '../../domain/recharge.js';
import { statusOf } from '../../domain/stages.js';
import { waitingOn } from '../../domain/waiting-on.js';
import { explainLines, explainTotal } from './explain.js';
import { RechargeLineRow } from './recharge-line.entity.js';
import { approvalLapse, type ApprovalLapse } from './approval-lapse.js';
import { RechargeRow, type CreditRequest } from './recharge.entity.js';

interface Version {
  readonly state: RechargeRecord;
  readonly lapse?: ApprovalLapse;
  readonly revision: number;
  readonly lineBases: readonly Basis[];
}

function project(history: SubjectHistory): readonly TableRows[] {
  const versions = versionsIn(history);
  const { subject } = history;
  return versions.flatMap((version) => {
    const seenBy = bodiesOf(version.state);
    return [
      { table: RechargeRow, rows: [headRow(version, versions, subject)], seenBy },
      { table: RechargeLineRow, rows: lineRows(version, subject), seenBy },
    ];
  });
}

/** Who is owed a recharge, who owes it, and who pays it in its place. Another body of the case has no part in it. */
function bodiesOf({ creditor, debtor, issue }: RechargeRecord): readonly string[] {
  return [...new Set([creditor, debtor, issue?.payableBy ?? debtor])];
}

function versionsIn(history: SubjectHistory): readonly Version[] {
  const byStream = new Map<string, Recorded<RechargeEvent>[]>();
  for (const recorded of eventsOf<RechargeEvent>(history, 'recharge.')) {
    byStream.set(recorded.stream, [...(byStream.get(recorded.stream) ?? []), recorded]);
  }
  return [...byStream.values()].flatMap((events) => {
    const state = fold(recharge, events);
    if (state.stage === 'none') return [];
    const lapse = approvalLapse(state, history);
    return [
      {
        state,
        ...(lapse && { lapse }),
        revision: events.length,
        lineBases: explainLines(state, historyBefore(events, history)),
      },
    ];
  });
}

/** What was known of the case when the recharge was last worked out. */
function historyBefore(events: readonly Recorded<RechargeEvent>[], history: SubjectHistory): SubjectHistory {
  const calculated = events.findLast(({ event }) => event.type === 'recharge.calculated');
  const place = history.events.findIndex(({ eventId }) => eventId === calculated?.eventId);
  return { subject: history.subject, events: history.events.slice(0, place) };
}

function headRow(
  { state, revision, lineBases, lapse }: Version,
  all: readonly Version[],
  subject: string,
): Readonly<RechargeRow> {
  const {
    lines: _,
    stage: _stage,
    issue,
    credit,
    successorChoice,
    paidBeforePence: _before,
    preparers: _preparers,
    approval,
    creditRequest,
    ...document
  } = state;
  const supersededBy =
    all.find((each) => each.state.supersedes === state.rechargeRef)?.state.rechargeRef ?? null;
  return {
    ...document,
    subject,
    revision,
    status: statusOf(state, lapse !== undefined),
    waitingOn: waitingOn(state),
    direction: directionOf(state),
    agreementId: state.agreementId ?? null,
    agreementVersion: state.agreementVersion ?? null,
    acceptedPence: acceptedPence(state),
    paidPence: paidPence(state),
    creditedPence: credit?.amountPence ?? ZERO_PENCE,
    outstandingPence: outstanding(state, supersededBy),
    supersedes: state.supersedes ?? null,
    supersededBy,
    documentDate: issue?.documentDate ?? null,
    invoiceReference: issue?.invoiceReference ?? null,
    purchaseOrder: issue?.purchaseOrder ?? null,
    payableBy: issue?.payableBy ?? null,
    successorChoice: successorChoice ?? null,
    paymentDueOn: issue?.paymentDueOn ?? null,
    queryDueOn: issue?.queryDueOn ?? null,
    creditReason: credit?.reasonCode ?? null,
    approvedBy: approval?.approver.id ?? null,
    approvedOn: approval?.approvedOn ?? null,
    approvalLapse: lapse ?? null,
    creditRequest: creditRequest === undefined ? null : requestOf(creditRequest),
    basis: explainTotal(state, lineBases),
  };
}

function requestOf({
  reasonCode,
  requestedOn,
  requester,
}: NonNullable<RechargeRecord['creditRequest']>): CreditRequest {
  return { reasonCode, requestedOn, requestedBy: requester.id };
}

/** What is left to pay, in pence. What was paid on a version that was followed by another counts there. */
function outstanding(state: RechargeRecord, supersededBy: string | null): Pence {
  switch (state.stage) {
    case 'draft':
    case 'approved':
    case 'issued':
      return subtractPence(state.totalPence, paidPence(state));
    case 'credited':
    case 'withdrawn':
      return supersededBy === null ? negatePence(paidPence(state)) : ZERO_PENCE;
  }
}

function lineRows({ state, lineBases }: Version, subject: string): readonly Readonly<RechargeLineRow>[] {
  return state.lines.map((line, index) => lineRow(line, lineBases[index], state, subject));
}

function lineRow(
  line: AnsweredLine,
  basis: Basis | undefined,
  { rechargeRef, issue }: RechargeRecord,
  subject: string,
): Readonly<RechargeLineRow> {
  if (basis === undefined) throw new RangeError(`Line ${line.number} of ${rechargeRef} has no explanation`);
  const {
    from,
    until,
    answer,
    claimBefore,
    weeklyPence,
    figures: _,
    rule: _rule,
    ruleVersion: _version,
    ...shown
  } = line;
  return {
    ...shown,
    rechargeRef,
    subject,
    fromDay: from,
    untilDay: until,
    weeklyPence: weeklyPence ?? null,
    claimBefore: claimBefore ?? null,
    outOfTime: claimBefore !== undefined && issue !== undefined && issue.documentDate >= claimBefore,
    answer: answer.status,
    queryReason: answer.status === 'queried' ? answer.reasonCode : null,
    basis,
  };
}

/** The recharge documents of each case: heads with what is left to pay, and lines with their answers. */
export const rechargesProjection: SubjectProjection = {
  name: 'recharges',
  tables: [RechargeRow, RechargeLineRow],
  reads: ['recharge.', 'transfer-case.', 'workforce.'],
  project,
};
