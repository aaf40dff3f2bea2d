import { FieldRefused, Refusal } from '../../kernel/refusal.js';
import type { CaseRecord } from '../../transfer-case/index.js';
import type { Figure } from '../../kernel/figure.js';
import type { RechargeRecord } from '../domain/recharge.js';
import { debtorsOf, type BridgingRecharge } from '../domain/rules/bridging-recharge.js';

/** Several NHS bodies owe for one case, and a document has one debtor. */
export class SeveralNhsBodies extends Refusal {
  override readonly name = 'SeveralNhsBodies';
  readonly code = 'several-nhs-bodies';
  readonly kind = 'conflict';
  override readonly facts: { readonly nhsBodies: readonly string[] };

  constructor(nhsBodies: readonly string[]) {
    super(`Each NHS body has a recharge of its own: name ${nhsBodies.join(' or ')}`);
    this.facts = { nhsBodies };
  }
}

/**
 * The NHS body that a new recharge of a case is for.
 *
 * @param chosen the one that the caller names; it may be left out where only one owes
 * @throws SeveralNhsBodies when none is named and several owe.
 * @throws FieldRefused when the one that is named owes nothing.
 */
export function nhsBodyCharged(
  { nhsBody }: CaseRecord,
  bridging: Figure<BridgingRecharge>,
  chosen: string | undefined,
): string {
  const debtors = bridging.status === 'pending' ? [] : debtorsOf(bridging.value);
  const [only = nhsBody, ...others] = debtors;
  if (chosen === undefined) {
    if (others.length > 0) throw new SeveralNhsBodies(debtors);
    return only;
  }
  if (chosen !== only && !others.includes(chosen)) {
    throw new FieldRefused(
      '/nhsBody',
      'not-liable',
      `${chosen} was liable for no day that the council paid for`,
    );
  }
  return chosen;
}

/** The NHS body that a recharge is about, whichever way its money goes. */
export function nhsBodyOf({ document, creditor, debtor }: RechargeRecord): string {
  return document === 'recharge' ? debtor : creditor;
}
