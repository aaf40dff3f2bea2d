import { acceptedPence, paidPence, type RechargeRecord } from './recharge.js';

/** The two sides of a recharge: who paid and is owed, and who was liable and owes. */
export const RECHARGE_SIDES = ['creditor', 'debtor'] as const;

export type RechargeSide = (typeof RECHARGE_SIDES)[number];

/**
 * Who has to do something next, which may be both. The creditor: to have a draft approved and issued, to answer a query, or to
 * agree to a credit. The debtor: to say something of each line, and to pay what it accepted.
 */
export function waitingOn(state: RechargeRecord): readonly RechargeSide[] {
  switch (state.stage) {
    case 'draft':
    case 'approved':
      return ['creditor'];
    case 'issued':
      return RECHARGE_SIDES.filter((side) => (side === 'creditor' ? owesAnAnswer(state) : owesMore(state)));
    case 'credited':
    case 'withdrawn':
      return [];
  }
}

function owesAnAnswer({ lines, creditRequest }: RechargeRecord): boolean {
  return creditRequest !== undefined || lines.some(({ answer }) => answer.status === 'queried');
}

function owesMore(state: RechargeRecord): boolean {
  return (
    state.lines.some(({ answer }) => answer.status === 'open') || acceptedPence(state) > paidPence(state)
  );
}
