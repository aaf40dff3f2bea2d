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

/** One of the figures that a question which the rules do not settle may come to. */
export interface Candidate<Value> {
  /** Which reading of the rules gives it, in words. */
  readonly reading: string;
  readonly value: Value;
  readonly basis: Basis;
}

/** Why the rules do not settle a question, and who has to. */
export interface Referral {
  /** Stable code, such as `cap-changes-with-notice`. */
  readonly code: string;
  readonly reason: string;
  /** Who can say which figure stands, in the words of the office: "an employment adviser". */
  readonly referTo: string;
}

/** A figure that an adviser has to choose: each candidate is worked out, and none is preferred. */
export interface Referred<Value> {
  readonly status: 'refer';
  readonly referrals: readonly Referral[];
  readonly candidates: readonly Candidate<Value>[];
}

/** A figure where the rules may leave the choice to an adviser. */
export type Answer<Value> = Figure<Value> | Referred<Value>;

export function refer<Value>(
  referrals: readonly Referral[],
  candidates: readonly Candidate<Value>[],
): Referred<Value> {
  return { status: 'refer', referrals, candidates };
}
