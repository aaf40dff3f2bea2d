import type { Employment } from './employment.js';

/** The things that can be done to an employment. */
export const STEPS = [
  'start-employment',
  'change-terms',
  'state-continuous-service',
  'record-funding-period',
  'record-leave-statement',
  'update-insurance-claim',
  'assess-redundancy',
  'end-employment',
  'share-redundancy',
] as const;

export type Step = (typeof STEPS)[number];

const WHILE_KNOWN = [
  'change-terms',
  'state-continuous-service',
  'record-funding-period',
  'record-leave-statement',
  'update-insurance-claim',
  'assess-redundancy',
] as const;

/**
 * What may happen next. Facts about an ended job still come in late: payroll's statement, a funder that was forgotten, the
 * insurer's answer. Its end may be put right, but redundancy is shared only once the job has ended.
 */
export const nextSteps = {
  none: ['start-employment'],
  working: [...WHILE_KNOWN, 'end-employment'],
  ended: [...WHILE_KNOWN, 'end-employment', 'share-redundancy'],
} as const satisfies Record<Employment['stage'], readonly Step[]>;
