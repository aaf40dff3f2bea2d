/** Something to be done outside of the product: a notice, a call. Plain JSON, and nothing that names a person. */
export interface OutwardEffect {
  /** Which receiver carries it out. Never change it: it keys what waits. */
  readonly effect: string;
  readonly payload: object;
}

/** An effect on its way to its receiver. */
export interface Delivery {
  /** The same at every try. Whoever receives it twice knows it again by this. */
  readonly id: string;
  readonly payload: object;
}

/** Carries out one kind of effect. */
export interface EffectReceiver {
  readonly effect: string;
  /**
   * Carries it out, at least once: after a crash it is asked again with the same id.
   *
   * @param signal is aborted when the answer has taken too long
   * @throws whatever went wrong; it is tried again later.
   */
  deliver(delivery: Delivery, signal: AbortSignal): Promise<void>;
}
