/** How far the read models have come. */
export interface ReadModelProgress {
  /**
   * Waits until every read model shows what stands at this position of the store.
   *
   * @returns false when that has not happened after `timeoutMs` milliseconds.
   */
  waitFor(position: string, timeoutMs: number): Promise<boolean>;
}

/** Nest's name for the progress of the read models. */
export const READ_MODEL_PROGRESS = Symbol('ReadModelProgress');
