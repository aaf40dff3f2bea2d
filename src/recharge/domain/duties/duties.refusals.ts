import { describePence, type Pence } from '../../../kernel/pence.js';
import { DutiesApart } from '../../../kernel/refusal.js';

/** One person may not both prepare a sum and release it, nor take it back. */
export class PreparerMayNotApprove extends DutiesApart {
  override readonly name = 'PreparerMayNotApprove';
  readonly code = 'preparer-may-not-approve';
  readonly kind = 'forbidden';

  constructor() {
    super('Someone else must do this, because you prepared the recharge');
  }
}

/** Who recorded a payment, a rate or another fact behind a sum has entered a part of it. */
export class EnteredWhatIsCharged extends DutiesApart {
  override readonly name = 'EnteredWhatIsCharged';
  readonly code = 'entered-what-is-charged';
  readonly kind = 'forbidden';

  constructor() {
    super('Someone else must do this, because you recorded facts of the case that the sum rests on');
  }
}

/** A sum is released by somebody who was given the right to approve, whatever route they came by. */
export class NotAnApprover extends DutiesApart {
  override readonly name = 'NotAnApprover';
  readonly code = 'not-an-approver';
  readonly kind = 'forbidden';

  constructor(role: string) {
    super(`An approver must do this, and you act as ${role}`);
  }
}

/** Who asked for a credit does not agree to it as well. */
export class RequesterMayNotCredit extends DutiesApart {
  override readonly name = 'RequesterMayNotCredit';
  readonly code = 'requester-may-not-credit';
  readonly kind = 'forbidden';

  constructor() {
    super('Someone else must agree to it, because you asked for the credit');
  }
}

/** One person with rights in both bodies answers for one of them only. */
export class ChargedByYourself extends DutiesApart {
  override readonly name = 'ChargedByYourself';
  readonly code = 'charged-by-yourself';
  readonly kind = 'forbidden';

  constructor() {
    super(
      'Someone else must do this, because you prepared or approved the recharge for the body that is owed',
    );
  }
}

/** Figures of a limit, in pence. */
export interface LimitFigures {
  readonly limitPence: Pence;
  /** What counts against it: the sum itself, and what the same person approved beside it. */
  readonly countedPence: Pence;
  /** The part of it that was approved beside it. */
  readonly besidePence: Pence;
}

/** The right of an approver reaches up to a sum, and this is more. */
export class OverApprovalLimit extends DutiesApart {
  override readonly name = 'OverApprovalLimit';
  readonly code = 'over-approval-limit';
  readonly kind = 'forbidden';
  override readonly facts: Readonly<LimitFigures>;

  constructor(figures: LimitFigures) {
    super(`You may approve up to ${describePence(figures.limitPence)}, and ${countedInWords(figures)}`);
    this.facts = { ...figures };
  }
}

/** Above a sum the agreement asks for an approver whose own right states that it reaches so far. */
export class AboveAgreedLimit extends DutiesApart {
  override readonly name = 'AboveAgreedLimit';
  readonly code = 'above-agreed-limit';
  readonly kind = 'forbidden';
  override readonly facts: Readonly<LimitFigures>;

  constructor(figures: LimitFigures) {
    super(
      `By the local agreement a sum above ${describePence(figures.limitPence)} is approved by the chief finance officer or whoever has that right, and ${countedInWords(figures)}`,
    );
    this.facts = { ...figures };
  }
}

function countedInWords({ countedPence, besidePence }: LimitFigures): string {
  const all = `it comes to ${describePence(countedPence)}`;
  return besidePence === 0
    ? all
    : `${all} with the ${describePence(besidePence)} that you approved on this case before`;
}

/** Facts behind the sum were recorded after it was approved, so that the approval holds no more. */
export class ApprovalLapsed extends DutiesApart {
  override readonly name = 'ApprovalLapsed';
  readonly code = 'approval-lapsed';
  readonly kind = 'conflict';
  override readonly facts: { readonly recordedSince: number };

  constructor(recordedSince: number) {
    super(
      `The approval has lapsed: ${recordedSince === 1 ? 'a fact' : `${recordedSince} facts`} behind the sum ${recordedSince === 1 ? 'was' : 'were'} recorded after it. Have the recharge approved again`,
    );
    this.facts = { recordedSince };
  }
}
