import type { Basis } from '../../../kernel/basis.js';

/** A value with its explanation, where every fact that it needs was handed in, so that it is never pending. */
export interface Explained<Value> {
  readonly value: Value;
  readonly basis: Basis;
}
