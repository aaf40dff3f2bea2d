import { apportion } from '../../../kernel/apportion.js';
import { basisOf } from '../../../kernel/basis.js';
import { Fraction } from '../../../kernel/fraction.js';
import {
  maxPence,
  minPence,
  subtractPence,
  sumPence,
  ZERO_PENCE,
  type Pence,
} from '../../../kernel/pence.js';
import type { Explained } from './explained.js';
import { UNSPENT_BALANCE } from './recharge-rules.js';

/** Whose money is taken to be spent first: the bridging money, the money from before, or both in proportion. */
export type CreditMethod = 'opening-protected' | 'fifo' | 'pro-rata';

/** What the account held at the start of liability and at its close, and what was paid in between, in pence. */
export interface AccountBalances {
  readonly openingPence: Pence;
  readonly closingPence: Pence;
  readonly paymentsPence: Pence;
}

/**
 * The part of the closing balance that is unspent bridging money and so belongs to the body that was liable, in pence.
 * It is never below zero and never above what was paid for bridging; an overdrawn account leaves nothing to credit.
 */
export function unspentBalanceCredit(balances: AccountBalances, method: CreditMethod): Explained<Pence> {
  const unspent = unspentPart(balances, method);
  const creditPence = minPence(maxPence(ZERO_PENCE, unspent), balances.paymentsPence);
  return { value: creditPence, basis: basisOf(UNSPENT_BALANCE, { method, ...balances, creditPence }) };
}

/** What was spent of the account while bridging went on, in pence. */
export function spentInBridging({ openingPence, closingPence, paymentsPence }: AccountBalances): Pence {
  return subtractPence(sumPence([openingPence, paymentsPence]), closingPence);
}

function unspentPart({ openingPence, closingPence, paymentsPence }: AccountBalances, method: CreditMethod) {
  switch (method) {
    case 'opening-protected':
      return subtractPence(closingPence, openingPence);
    case 'fifo':
      return closingPence;
    case 'pro-rata': {
      if (closingPence <= 0) return ZERO_PENCE;
      const shares = apportion(closingPence, [
        { payer: 'bridging', weight: Fraction.of(paymentsPence) },
        { payer: 'opening', weight: Fraction.of(maxPence(ZERO_PENCE, openingPence)) },
      ]);
      return shares.find(({ payer }) => payer === 'bridging')?.sharePence ?? ZERO_PENCE;
    }
  }
}
