import { acceptedPence, paidPence, type RechargeRecord } from './recharge.js';

/** How a recharge stands, as finance teams say it. */
export const RECHARGE_STATUSES = [
  'draft',
  'approved',
  'approval-lapsed',
  'issued',
  'queried',
  'part-accepted',
  'accepted',
  'paid',
  'credited',
  'withdrawn',
] as const;

export type RechargeStatus = (typeof RECHARGE_STATUSES)[number];

/** What can be done with a recharge. */
export type RechargeStep =
  'recalculate' | 'approve' | 'issue' | 'query-line' | 'accept-line' | 'pay' | 'credit' | 'withdraw';

/** What may happen next. The decisions check for themselves; a test holds the two together. */
export const nextSteps = {
  draft: ['recalculate', 'approve', 'withdraw'],
  approved: ['recalculate', 'issue', 'withdraw'],
  'approval-lapsed': ['recalculate', 'approve', 'withdraw'],
  issued: ['query-line', 'accept-line', 'credit'],
  queried: ['query-line', 'accept-line', 'credit'],
  'part-accepted': ['query-line', 'accept-line', 'pay', 'credit'],
  accepted: ['pay', 'credit'],
  paid: ['credit'],
  credited: [],
  withdrawn: [],
} as const satisfies Record<RechargeStatus, readonly RechargeStep[]>;

/**
 * The status that follows from what was done and from the answers to the lines.
 *
 * @param isLapsed a fact behind the sum was recorded after it was approved
 */
export function statusOf(state: RechargeRecord, isLapsed = false): RechargeStatus {
  if (state.stage === 'approved' && isLapsed) return 'approval-lapsed';
  return state.stage === 'issued' ? statusOfIssued(state) : state.stage;
}

function statusOfIssued(state: RechargeRecord): RechargeStatus {
  const has = (status: 'open' | 'queried' | 'accepted') =>
    state.lines.some(({ answer }) => answer.status === status);
  if (!has('accepted')) return has('queried') ? 'queried' : 'issued';
  if (has('open') || has('queried')) return 'part-accepted';
  return paidPence(state) >= acceptedPence(state) ? 'paid' : 'accepted';
}
