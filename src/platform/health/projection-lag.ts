/** How far the read models are behind the store. */
export interface ProjectionLag {
  /** Events that the slowest read model has still to take in, counted no further than `atMost`. */
  events(atMost: number): Promise<number>;
}

/** Nest's name for the lag of the read models. */
export const PROJECTION_LAG = Symbol('ProjectionLag');
