import type { MissingFact } from '../../../kernel/figure.js';
import { lastDayOf, periodInWords, type Period } from '../../../kernel/period.js';
import { Refusal } from '../../../kernel/refusal.js';

/** From when bridging may be charged for, in the words of the local agreement. */
export type ChargeTiming = 'when-transfer-complete' | 'when-cover-starts';

const FOLLOWS_WHEN = {
  'when-transfer-complete': 'the transfer is complete',
  'when-cover-starts': 'the budget covers the person',
} as const satisfies Record<ChargeTiming, string>;

/** A recharge follows a transfer that is complete, a budget that covers the person where the agreement says so, or a withdrawal after the council had paid. */
export class CaseNotComplete extends Refusal {
  override readonly name = 'CaseNotComplete';
  readonly code = 'case-not-complete';
  readonly kind = 'conflict';
  override readonly facts: { readonly stage: string };

  constructor(stage: string, timing: ChargeTiming) {
    super(`A recharge follows when ${FOLLOWS_WHEN[timing]}, and this case is ${stage.replace('-', ' ')}`);
    this.facts = { stage };
  }
}

/** A fact that the sum rests on is not known. */
export class RechargePending extends Refusal {
  override readonly name = 'RechargePending';
  readonly code = 'recharge-pending';
  readonly kind = 'conflict';
  override readonly facts: { readonly missing: readonly MissingFact[] };

  constructor(missing: readonly MissingFact[]) {
    super(`The recharge cannot be worked out yet: ${missing.map(({ reason }) => reason).join('; ')}`);
    this.facts = { missing };
  }
}

/** Nobody is recorded to have paid for some of the days, and a day that nobody paid for makes no debt. */
export class RechargeNotEvidenced extends Refusal {
  override readonly name = 'RechargeNotEvidenced';
  readonly code = 'recharge-not-evidenced';
  readonly kind = 'conflict';
  override readonly facts: { readonly days: readonly { readonly from: string; readonly lastDay: string }[] };

  constructor(days: readonly Period[]) {
    super(`No payment is recorded for ${days.map(periodInWords).join(', nor for ')}`);
    this.facts = { days: days.map((each) => ({ from: each.from, lastDay: lastDayOf(each) })) };
  }
}

/** The lines come to nothing, or there are none. */
export class NothingToCharge extends Refusal {
  override readonly name = 'NothingToCharge';
  readonly code = 'nothing-to-charge';
  readonly kind = 'conflict';

  constructor() {
    super('The recharge comes to nothing, so there is no document to issue');
  }
}

/** The case has a recharge already, with other figures. */
export class RechargeExists extends Refusal {
  override readonly name = 'RechargeExists';
  readonly code = 'recharge-exists';
  readonly kind = 'conflict';
  override readonly facts: { readonly rechargeRef: string };

  constructor(rechargeRef: string) {
    super(
      `The case has recharge ${rechargeRef} already; work out its draft anew, or credit it after it was issued`,
    );
    this.facts = { rechargeRef };
  }
}
