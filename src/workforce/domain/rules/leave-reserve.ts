import { basisOf, type Basis, type Rule } from '../../../kernel/basis.js';
import type { MissingFact } from '../../../kernel/figure.js';
import type { Pence } from '../../../kernel/pence.js';
import type { LeaveDifference } from './leave-difference.js';

export const LEAVE_RESERVE: Rule = {
  code: 'LEAVE-RESERVE',
  version: 1,
  title:
    'Where the direct payment rate holds money for leave, only what is unspent of it in the account moves: leave is not paid for again',
  source: 'Local agreement, leave at the transfer',
  certainty: 'product-decision',
};

export const RESERVE_MISSING: MissingFact = {
  fact: 'unspent-leave-reserve',
  reason:
    'The direct payment rate holds money for leave, and what of it is still in the account, unspent, is not stated',
  suppliedBy: 'the council’s direct payment team, from the account',
};

/** Why the reserve moves and not the value of the leave, both in pence. */
export function reserveBasis(reservePence: Pence, valuePence: Pence, from: Basis): Basis {
  return basisOf(LEAVE_RESERVE, { unspentReservePence: reservePence, leaveValuePence: valuePence }, [from]);
}

/** Leave that costs more or less than is left for it: nobody is owed the rest, but somebody will notice. */
export function reserveDifference(reservePence: Pence, valuePence: Pence): readonly LeaveDifference[] {
  if (reservePence === valuePence) return [];
  return [
    {
      code: 'reserve-is-not-the-value',
      reason:
        'The unspent reserve moves, in pence, though the leave that is outstanding is worth another amount',
      followed: String(reservePence),
      instead: String(valuePence),
    },
  ];
}
