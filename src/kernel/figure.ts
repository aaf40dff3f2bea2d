import type { Basis } from './basis.js';

/** A fact that a figure waits for. */
export interface MissingFact {
  /** Stable code, such as `liability-start`. */
  readonly fact: string;
  /** Why the figure cannot be given, in a sentence. */
  readonly reason: string;
  /** Who can supply it, in the words of the office: "the ICB's CHC team". */
  readonly suppliedBy: string;
}

/** A figure is known with its explanation, or pending with what is missing. It is never zero for want of a fact. */
export type Figure<Value> =
  | { readonly status: 'known'; readonly value: Value; readonly basis: Basis }
  | { readonly status: 'pending'; readonly missing: readonly MissingFact[] };

export function known<Value>(value: Value, basis: Basis): Figure<Value> {
  return { status: 'known', value, basis };
}

export function pending<Value = never>(...missing: readonly MissingFact[]): Figure<Value> {
  return { status: 'pending', missing };
}
