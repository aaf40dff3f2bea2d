import { Refusal } from '../../kernel/refusal.js';
import type { RechargeRecord } from './recharge.js';
import { nextSteps, statusOf, type RechargeStatus, type RechargeStep } from './stages.js';

/** There is no such recharge, or none that the actor's organisation may see: the answer is the same for both. */
export class RechargeNotFound extends Refusal {
  override readonly name = 'RechargeNotFound';
  readonly code = 'recharge-not-found';
  readonly kind = 'not-found';

  constructor() {
    super('There is no such recharge, or your organisation has no part in it');
  }
}

/** The recharge is not at a status at which this may happen. */
export class RechargeNotReady extends Refusal {
  override readonly name = 'RechargeNotReady';
  readonly code = 'recharge-not-ready';
  readonly kind = 'conflict';
  override readonly facts: { readonly status: RechargeStatus; readonly nextSteps: readonly RechargeStep[] };

  constructor(step: RechargeStep, state: RechargeRecord) {
    const status = statusOf(state);
    super(
      `"${capitalised(step.replace('-', ' '))}" is not possible while the recharge is ${status.replace('-', ' ')}`,
    );
    this.facts = { status, nextSteps: nextSteps[status] };
  }
}

/** The recharge has no line of that number. */
export class NoSuchLine extends Refusal {
  override readonly name = 'NoSuchLine';
  readonly code = 'no-such-line';
  readonly kind = 'not-found';
  override readonly facts: { readonly line: number; readonly lines: number };

  constructor(line: number, lines: number) {
    super(`There is no line ${line}: the recharge has ${lines}`);
    this.facts = { line, lines };
  }
}

function capitalised(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
