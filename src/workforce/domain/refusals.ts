import { Refusal } from '../../kernel/refusal.js';
import type { Employment, EmploymentRecord } from './employment.js';

/** There is no such employment, or none that the actor may see. */
export class EmploymentNotFound extends Refusal {
  override readonly name = 'EmploymentNotFound';
  readonly code = 'employment-not-found';
  readonly kind = 'not-found';

  constructor() {
    super('There is no employment with this reference');
  }
}

/** The correction names an event that is not there, or that was corrected before. */
export class NothingToCorrect extends Refusal {
  override readonly name = 'NothingToCorrect';
  readonly code = 'nothing-to-correct';
  readonly kind = 'conflict';
  override readonly fields = [
    {
      pointer: '/corrects',
      code: 'nothing-to-correct',
      detail: 'Give the id of a record of this employment that still stands',
    },
  ];

  constructor(readonly corrects: string) {
    super(`${corrects} is not a record of this employment that could be corrected`);
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
