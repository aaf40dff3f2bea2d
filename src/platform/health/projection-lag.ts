/** How far a read model is behind the store. */
export interface Lag {
  /** Events that it has still to take in. */
  readonly lagEvents: number;
  /** For how many whole seconds the oldest of these has been there. */
  readonly lagSeconds: number;
}

/** How far the read models are behind the store. */
export interface ProjectionLag {
  /** That of the slowest read model, with its events counted no further than `atMost`. */
  lag(atMost: number): Promise<Lag>;
}

/** Nest's name for the lag of the read models. */
export const PROJECTION_LAG = Symbol('ProjectionLag');
