import type { Basis } from '../../../kernel/basis.js';
import { known, refer, type Answer } from '../../../kernel/figure.js';

/** A value with its explanation. */
export interface ExplainedValue<Value> {
  readonly value: Value;
  readonly basis: Basis;
}

/** The next step of a sum: done for a known figure, for each candidate of one that is referred, and not for a pending one. */
export function mappedAnswer<From, To>(
  answer: Answer<From>,
  step: (value: From, basis: Basis) => ExplainedValue<To>,
): Answer<To> {
  switch (answer.status) {
    case 'pending':
      return answer;
    case 'known': {
      const { value, basis } = step(answer.value, answer.basis);
      return known(value, basis);
    }
    case 'refer':
      return refer(
        answer.referrals,
        answer.candidates.map(({ reading, value, basis }) => ({ reading, ...step(value, basis) })),
      );
  }
}
