/** Where two sources of one figure differ. One of them is followed and the other is shown, so that nobody overlooks it. */
export interface LeaveDifference {
  /** Stable code, such as `entitlement-differs`. */
  readonly code: string;
  /** What differs and which is followed, in a sentence. */
  readonly reason: string;
  /** The number that the figure rests on, as exact text; of hours unless the reason says pence. */
  readonly followed: string;
  /** The number that it would have rested on, in the same unit. */
  readonly instead: string;
}
