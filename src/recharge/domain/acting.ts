import type { Actor } from '../../kernel/event.js';
import { NotYourSide } from '../../kernel/refusal.js';
import type { RechargeRecord } from './recharge.js';

/** Who acts, on what right, and which bodies their organisation stands for: itself and those that it took over from. */
export interface Acting extends Pick<Actor, 'role' | 'staff' | 'alsoKnownAs' | 'grant' | 'limitPence'> {
  /** The sign-in id. */
  readonly by: string;
  readonly standsFor: readonly string[];
}

/** @throws NotYourSide when the actor does not stand for the body that is owed the money. */
export function actsForCreditor({ creditor }: Pick<RechargeRecord, 'creditor'>, { standsFor }: Acting): void {
  if (standsFor.includes(creditor)) return;
  throw new NotYourSide(`This is for ${creditor}, which paid and is owed the money`, {
    side: 'creditor',
    organisation: creditor,
  });
}

/** @throws NotYourSide when the actor stands neither for the body that was liable nor for the one that now pays. */
export function actsForDebtor({ debtor, issue }: RechargeRecord, { standsFor }: Acting): void {
  const payer = issue?.payableBy ?? debtor;
  if (standsFor.includes(debtor) || standsFor.includes(payer)) return;
  throw new NotYourSide(`This is for ${payer}, which was liable and owes the money`, {
    side: 'debtor',
    organisation: payer,
  });
}
