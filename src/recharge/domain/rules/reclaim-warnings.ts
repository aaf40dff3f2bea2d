import type { Figure } from '../../../kernel/figure.js';
import { maxPence, subtractPence, ZERO_PENCE, type Pence } from '../../../kernel/pence.js';
import type { AccountFacts } from './account-credit.js';
import type { AccountReclaim } from './account-reclaim.js';
import type { BridgingWarning } from './bridging-warnings.js';

/** The employments of a case whose costs may still have to come out of the account. */
export interface OpenPositions {
  /** Those whose leave at the day of liability is not known. */
  readonly leave: readonly string[];
  /** Those whose end may have to be paid for as redundancy, without a final sharing of its cost. */
  readonly redundancy: readonly string[];
}

/** What there is to take back from the account, and what has to stay in it for leave. */
export interface Reclaimable {
  readonly reclaim: Figure<AccountReclaim>;
  /** Null where the agreement keeps no leave in the account. In pence. */
  readonly leaveHeldBack: Figure<Pence> | null;
}

/**
 * Money taken back before leave and redundancy are settled, or with what is held back for leave, is a reserve that is lost.
 * It is shown, before it is done and after, and never refused.
 */
export function reclaimWarnings(
  account: Pick<AccountFacts, 'reclaimed' | 'closed'>,
  { leave, redundancy }: OpenPositions,
  reclaimable?: Reclaimable,
): readonly BridgingWarning[] {
  const { reclaimed } = account;
  if (reclaimed !== undefined && reclaimed.amountPence > 0) {
    return [
      ...warning('reclaimed-before-leave-is-known', leave, TAKEN, LEAVE_OPEN, GONE),
      ...warning('reclaimed-before-redundancy-is-shared', redundancy, TAKEN, REDUNDANCY_OPEN, GONE),
      ...heldBackReclaimed(account, reclaimable?.leaveHeldBack ?? null),
    ];
  }
  if (!isReclaimDue(account, reclaimable?.reclaim)) return [];
  return [
    ...warning('leave-open-before-reclaim', leave, NOT_YET, LEAVE_OPEN, LOST),
    ...warning('redundancy-open-before-reclaim', redundancy, NOT_YET, REDUNDANCY_OPEN, LOST),
  ];
}

const TAKEN = 'The council took money back from the account while';
const NOT_YET = 'Take no money back from the account while';
const LEAVE_OPEN = 'the leave of these employments is not known yet';
const REDUNDANCY_OPEN = 'the redundancy cost of these employments is not shared yet';
const GONE = 'so a reserve for it may be gone';
const LOST = 'or a reserve for it is lost';

/** The account is closed, or more was paid into it than was owed, and nothing was taken back yet. */
function isReclaimDue(
  { closed }: Pick<AccountFacts, 'closed'>,
  reclaim: Figure<AccountReclaim> | undefined,
): boolean {
  return closed !== undefined || (reclaim?.status === 'known' && reclaim.value.totalPence > 0);
}

function heldBackReclaimed(
  { reclaimed, closed }: Pick<AccountFacts, 'reclaimed' | 'closed'>,
  heldBack: Figure<Pence> | null,
): readonly BridgingWarning[] {
  if (heldBack?.status !== 'known' || closed === undefined || reclaimed === undefined) return [];
  const leftPence = subtractPence(closed.balancePence, reclaimed.amountPence);
  if (leftPence >= heldBack.value) return [];
  const reason = `The council took back so much that ${maxPence(ZERO_PENCE, leftPence)} pence are left in the account, and ${heldBack.value} pence have to stay there for leave`;
  return [{ code: 'held-back-leave-reclaimed', reason }];
}

function warning(
  code: BridgingWarning['code'],
  employments: readonly string[],
  ...[done, open, effect]: readonly [string, string, string]
): readonly BridgingWarning[] {
  if (employments.length === 0) return [];
  return [{ code, reason: `${done} ${open}, ${effect}: ${employments.join(', ')}` }];
}
