import { FieldRefused, Refusal } from '../../kernel/refusal.js';
import type { CaseRecord } from '../../transfer-case/index.js';
import type { Figure } from '../../kernel/figure.js';
import { directionOf, type RechargeRecord } from '../domain/recharge.js';
import type { DebtOfCase } from './charge-terms.js';
import type { TransferBack } from '../domain/rules/transfer-back.js';
import { debtorsOf, type BridgingRecharge } from '../domain/rules/bridging-recharge.js';

/** Several NHS bodies owe for one case, or are owed, and a document has one of them. */
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

/** The council owes nothing back: the NHS body is liable still, or the council's cover followed at once. */
export class NoTransferBack extends Refusal {
  override readonly name = 'NoTransferBack';
  readonly code = 'no-transfer-back';
  readonly kind = 'conflict';

  constructor() {
    super('The council owes nothing back: the NHS body paid for no day after it was liable');
  }
}

/**
 * The NHS body that the council owes on the way back of a case.
 *
 * @param chosen the one that the caller names; it may be left out where only one paid
 * @throws NoTransferBack when the council owes none.
 * @throws SeveralNhsBodies when none is named and several paid.
 * @throws FieldRefused when the one that is named paid for no day.
 */
export function nhsBodyOwed(owed: readonly TransferBack[], chosen: string | undefined): string {
  const creditors = [...new Set(owed.map(({ creditor }) => creditor))];
  const [only, ...others] = creditors;
  if (only === undefined) throw new NoTransferBack();
  if (chosen === undefined) {
    if (others.length > 0) throw new SeveralNhsBodies(creditors);
    return only;
  }
  if (creditors.includes(chosen)) return chosen;
  const detail = `${chosen} paid for no day on which the council was liable`;
  throw new FieldRefused('/nhsBody', 'not-owed', detail);
}

/** The debt of the case that a recharge is about, whichever way its money goes. */
export function debtOf(record: RechargeRecord): DebtOfCase {
  const { document, creditor, debtor } = record;
  const direction = directionOf(record);
  const nhsOwes = (direction === 'bridging') === (document === 'recharge');
  return { direction, nhsBody: nhsOwes ? debtor : creditor };
}
