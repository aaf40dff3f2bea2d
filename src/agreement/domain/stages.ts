import type { Agreement } from './agreement.js';

export const AGREEMENT_STEPS = ['draft-agreement', 'draft-version', 'sign-version'] as const;
export type AgreementStep = (typeof AGREEMENT_STEPS)[number];

/** What may happen next, by where the newest version stands. The decisions check for themselves. */
export const nextAgreementSteps = {
  none: ['draft-agreement'],
  draft: ['draft-version', 'sign-version'],
  'partly-signed': ['draft-version', 'sign-version'],
  'in-force': ['draft-version'],
} as const satisfies Record<Agreement['stage'], readonly AgreementStep[]>;
