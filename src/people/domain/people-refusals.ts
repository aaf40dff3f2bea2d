import type { ReasonAgainst } from './erase/erasure-check.js';
import { DutiesApart, Refusal } from '../../kernel/refusal.js';
import { dateInWords, type PlainDate } from '../../kernel/plain-date.js';

/** Two people cannot have one number: whoever looks at both decides which of them is whose, or that they are one. */
export class NhsNumberTaken extends Refusal {
  override readonly name = 'NhsNumberTaken';
  readonly code = 'nhs-number-taken';
  readonly kind = 'conflict';
  override readonly facts: Readonly<Record<string, string>>;
  override readonly fields = [
    {
      pointer: '/nhsNumber',
      code: this.code,
      detail: 'Another person of your organisation has this NHS number',
    },
  ];

  constructor(readonly personId: string) {
    super('Another person of your organisation has this NHS number: look at both and correct one of them');
    this.facts = { personId };
  }
}

/** The details were removed for good, so nothing is added to them. */
export class PersonRemoved extends Refusal {
  override readonly name = 'PersonRemoved';
  readonly code = 'person-removed';
  readonly kind = 'conflict';
  override readonly facts: Readonly<Record<string, string>>;

  constructor(removedOn: PlainDate) {
    super(`The details of this person were removed on ${dateInWords(removedOn)}, and none are added`);
    this.facts = { removedOn };
  }
}

/** Something stands against removing the details: the facts say what. */
export class ErasureRefused extends Refusal {
  override readonly name = 'ErasureRefused';
  readonly code = 'erasure-refused';
  readonly kind = 'conflict';
  override readonly facts: Readonly<Record<string, unknown>>;

  constructor(reasons: readonly ReasonAgainst[]) {
    super(`The details are not removed: ${reasons.map(({ detail }) => detail).join('; ')}`);
    this.facts = { reasons };
  }
}

/** There is one request at a time. */
export class ErasureRequested extends Refusal {
  override readonly name = 'ErasureRequested';
  readonly code = 'erasure-requested';
  readonly kind = 'conflict';

  constructor() {
    super('The removal of these details was requested before: approve or withdraw that request');
  }
}

/** The request was approved, withdrawn or carried out, so that this cannot be done to it any more. */
export class ErasureNotOpen extends Refusal {
  override readonly name = 'ErasureNotOpen';
  readonly code = 'erasure-not-open';
  readonly kind = 'conflict';

  constructor() {
    super('The request is not open to this any more');
  }
}

/** Two people remove a person's details. */
export class SamePersonApproves extends DutiesApart {
  override readonly name = 'SamePersonApproves';
  readonly code = 'same-person-approves';
  readonly kind = 'conflict';

  constructor() {
    super('Somebody else than who requested the removal has to approve it');
  }
}
