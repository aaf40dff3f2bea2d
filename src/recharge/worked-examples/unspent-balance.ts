import { subtractPence } from '../../kernel/pence.js';
import { money, optional, record } from '../../kernel/shape.js';
import { NotUnderstood } from '../../kernel/worked-example.js';
import { spentInBridging, unspentBalanceCredit, type CreditMethod } from '../domain/rules/unspent-balance.js';
import { readInputs } from './read-inputs.js';

const inputsShape = record({
  bridging_payments_pence: money,
  opening_balance_pence: money,
  closing_balance_pence: money,
  spend_pence: optional(money),
});

/** The credit for what was left in the account, by each of the methods. */
export function unspentBalanceExample(raw: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const inputs = readInputs(inputsShape, raw);
  const balances = {
    paymentsPence: inputs.bridging_payments_pence,
    openingPence: inputs.opening_balance_pence,
    closingPence: inputs.closing_balance_pence,
  };
  const spendPence = spentInBridging(balances);
  if (inputs.spend_pence !== undefined && inputs.spend_pence !== spendPence) {
    throw new NotUnderstood(`spend_pence is ${inputs.spend_pence}, but the balances make ${spendPence}`);
  }
  const credited = (method: CreditMethod) => {
    const creditPence = unspentBalanceCredit(balances, method).value;
    return {
      credit_to_icb_pence: creditPence,
      recharge_pence: subtractPence(balances.paymentsPence, creditPence),
    };
  };
  const protectedOpening = credited('opening-protected');
  return {
    spend_pence: spendPence,
    'opening_protected (default)': protectedOpening,
    opening_protected: protectedOpening,
    fifo: credited('fifo'),
    pro_rata: credited('pro-rata'),
  };
}
