import type { RightStage } from './staff-member.js';

export const RIGHT_STEPS = ['grant', 'refuse', 'end'] as const;
export type RightStep = (typeof RIGHT_STEPS)[number];

/** What may happen next to a right. The decisions check for themselves; one that has ended can only end earlier. */
export const nextRightSteps = {
  requested: ['grant', 'refuse'],
  granted: ['end'],
  refused: [],
  ended: ['end'],
} as const satisfies Record<RightStage, readonly RightStep[]>;
