import { Refusal } from '../../kernel/refusal.js';
import type { EligibilityDecision } from './case-record.js';

/** A correction puts dates right. Another outcome is another decision, and has its own way in. */
export class OutcomeStands extends Refusal {
  override readonly name = 'OutcomeStands';
  readonly code = 'outcome-stands';
  readonly kind = 'conflict';
  override readonly facts: { readonly outcome: EligibilityDecision['outcome'] };

  constructor(outcome: EligibilityDecision['outcome']) {
    super(
      outcome === 'not-eligible'
        ? 'The decision stands as not eligible; a challenge that changed it is recorded as a revised decision'
        : 'The decision stands as eligible; a correction changes its dates only',
    );
    this.facts = { outcome };
  }
}
