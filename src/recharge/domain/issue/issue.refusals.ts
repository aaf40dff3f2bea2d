import type { MissingFact } from '../../../kernel/figure.js';
import { Refusal } from '../../../kernel/refusal.js';

/** The debtor was split, or its successor is not loaded, so that it is not known who pays. It is never guessed. */
export class PayerNotKnown extends Refusal {
  override readonly name = 'PayerNotKnown';
  readonly code = 'payer-not-known';
  readonly kind = 'conflict';
  override readonly facts: { readonly missing: MissingFact };

  constructor(missing: MissingFact) {
    super(`It is not known who pays this recharge: ${missing.reason}`);
    this.facts = { missing };
  }
}

/** Facts of the case changed after the sum was worked out. */
export class RechargeOutOfDate extends Refusal {
  override readonly name = 'RechargeOutOfDate';
  readonly code = 'recharge-out-of-date';
  readonly kind = 'conflict';

  constructor() {
    super('The facts of the case give another sum now; work the recharge out anew');
  }
}

export const VAT_MISSING: MissingFact = {
  fact: 'vat-code',
  reason: 'By the local agreement finance has still to confirm the VAT code of recharges',
  suppliedBy: 'the finance teams, in a version of the local agreement',
};

/** The agreement leaves the VAT code open, and a document without one would be sent back. */
export class VatNotConfirmed extends Refusal {
  override readonly name = 'VatNotConfirmed';
  readonly code = 'vat-not-confirmed';
  readonly kind = 'conflict';
  override readonly facts = { missing: VAT_MISSING };

  constructor() {
    super(`The recharge cannot be issued yet: ${VAT_MISSING.reason}`);
  }
}
