import { Refusal } from '../../kernel/refusal.js';
import type { Employment, EmploymentRecord } from './employment.js';

/** There is no such employment, or none that the actor may see: the answer is the same for both. */
export class EmploymentNotFound extends Refusal {
  override readonly name = 'EmploymentNotFound';
  readonly code = 'employment-not-found';
  readonly kind = 'not-found';

  constructor() {
    super('There is no such employment, or your organisation has no part in it');
  }
}

/** The correction names an event that is not there, or that was corrected before. */
export class NothingToCorrect extends Refusal {
  override readonly name = 'NothingToCorrect';
  readonly code = 'nothing-to-correct';
  readonly kind = 'conflict';
  override readonly fields = [
    {
      pointer: '/corrects/eventId',
      code: 'nothing-to-correct',
      detail: 'Give the id of a record of this kind that still stands',
    },
  ];

  constructor(readonly corrects: string) {
    super('The correction names no record of this employment that still stands');
  }
}

/**
 * The employment that a decision is about.
 *
 * @throws EmploymentNotFound before it was started.
 */
export function known(state: Employment): EmploymentRecord {
  if (state.stage === 'none') throw new EmploymentNotFound();
  return state;
}

/**
 * The facts that stay once the corrected one is taken away.
 *
 * @throws NothingToCorrect when the correction names none of them.
 */
export function withoutCorrected<Fact extends { readonly eventId: string }>(
  facts: readonly Fact[],
  corrects: string | undefined,
): readonly Fact[] {
  const kept = facts.filter(({ eventId }) => eventId !== corrects);
  if (corrects !== undefined && kept.length === facts.length) throw new NothingToCorrect(corrects);
  return kept;
}
