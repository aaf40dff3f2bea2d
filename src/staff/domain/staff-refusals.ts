import { DutiesApart, Refusal } from '../../kernel/refusal.js';
import type { Right, RightStage } from './staff-member.js';

/** There is no such account, or none that the organisation knows. */
export class StaffNotFound extends Refusal {
  override readonly name = 'StaffNotFound';
  readonly code = 'staff-not-found';
  readonly kind = 'not-found';

  constructor() {
    super('There is no member of staff of that reference in your organisation');
  }
}

/** The account has no such right, or none in the organisation. */
export class RightNotFound extends Refusal {
  override readonly name = 'RightNotFound';
  readonly code = 'right-not-found';
  readonly kind = 'not-found';

  constructor() {
    super('The member of staff has no right of that reference in your organisation');
  }
}

/** Nobody asks for a right of their own, or decides on one. */
export class OwnRight extends DutiesApart {
  override readonly name = 'OwnRight';
  readonly code = 'own-right';
  readonly kind = 'forbidden';

  constructor() {
    super('Nobody requests or decides a right for themselves, under any of their accounts');
  }
}

/** Whoever asked for a right does not decide on it. */
export class SamePersonDecides extends DutiesApart {
  override readonly name = 'SamePersonDecides';
  readonly code = 'same-person-decides';
  readonly kind = 'conflict';

  constructor() {
    super('Another administrator than the one who requested the right has to decide on it');
  }
}

/** The days are taken: a role is held once at a time, or asked for once. */
export class RightOverlaps extends Refusal {
  override readonly name = 'RightOverlaps';
  readonly code = 'right-overlaps';
  readonly kind = 'conflict';
  override readonly facts: Readonly<Record<string, string>>;

  constructor({ grant, role, stage, from, until }: Right) {
    super(`The right ${grant} to the role ${role} is ${stage} for some of these days`);
    this.facts = { grant, stage, from, ...(until !== undefined && { until }) };
  }
}

/** The right has come too far, or not far enough, for this. */
export class RightNotOpen extends Refusal {
  override readonly name = 'RightNotOpen';
  readonly code = 'right-not-open';
  readonly kind = 'conflict';
  override readonly facts: { readonly stage: RightStage };

  constructor({ grant, stage }: Right, why = `it is ${stage}`) {
    super(`The right ${grant} is not open to this: ${why}`);
    this.facts = { stage };
  }
}

/** The operator helps an organisation to its first two administrators, and no further. */
export class EnoughAdministrators extends Refusal {
  override readonly name = 'EnoughAdministrators';
  readonly code = 'enough-administrators';
  readonly kind = 'conflict';
  override readonly facts: { readonly administrators: number };

  constructor(organisation: string, administrators: number) {
    super(
      `${organisation} has ${administrators} administrators today: they give further rights themselves, two of them for each`,
    );
    this.facts = { administrators };
  }
}

/** Nobody makes two people of themselves. */
export class OwnAccounts extends DutiesApart {
  override readonly name = 'OwnAccounts';
  readonly code = 'own-accounts';
  readonly kind = 'forbidden';

  constructor() {
    super('Another administrator has to say that your accounts are not one person’s');
  }
}

/** An organisation has no say over who works for others and not for it, whatever accounts it makes known to itself. */
export class WorksElsewhere extends Refusal {
  override readonly name = 'WorksElsewhere';
  readonly code = 'works-elsewhere';
  readonly kind = 'forbidden';

  constructor() {
    super('The account, or another one of the person, has rights in another organisation and none in yours');
  }
}

/** An account is another one of one person only, and never of itself. */
export class NotAnotherAccount extends Refusal {
  override readonly name = 'NotAnotherAccount';
  readonly code = 'not-another-account';
  readonly kind = 'conflict';
}
