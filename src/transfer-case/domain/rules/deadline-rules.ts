import type { Rule } from '../../../kernel/basis.js';

/** The clocks of a case. */
export const DEADLINE_KINDS = [
  'alert-acknowledgement',
  'eligibility-decision',
  'fast-track-package',
  'bridging-review',
  'bridging-hard-stop',
  'phb-cover',
  'direct-payment-stop',
  'recharge-issue',
] as const;

export type DeadlineKind = (typeof DEADLINE_KINDS)[number];

const PRODUCT = 'Decided here, since no source settles it; a local agreement may differ';

/** Where each clock comes from. */
export const CLOCK_RULE: Readonly<Record<DeadlineKind, Rule>> = {
  'alert-acknowledgement': {
    code: 'CLOCK-ALERT-ACKNOWLEDGEMENT',
    version: 2,
    title: 'The NHS body acknowledges an alert within five working days',
    source: PRODUCT,
    certainty: 'product-decision',
  },
  'eligibility-decision': {
    code: 'CLOCK-ELIGIBILITY-DECISION',
    version: 1,
    title: 'The decision is due within 28 days of the checklist; from day 29 on the NHS body may be liable',
    source:
      'National Framework for NHS Continuing Healthcare, refunds guidance as published by NHS Lincolnshire ICB',
    certainty: 'sourced',
  },
  'fast-track-package': {
    code: 'CLOCK-FAST-TRACK-PACKAGE',
    version: 1,
    title: 'On the Fast Track care is usually in place within 48 hours',
    source: 'Fast Track Pathway Tool (2012)',
    certainty: 'sourced',
  },
  'bridging-review': {
    code: 'CLOCK-BRIDGING-REVIEW',
    version: 1,
    title:
      'Bridging is reviewed eight weeks after the notified decision, or when an approver says; it never ends by itself',
    source: 'Herts Valleys, in Skills for Care (2016); the weeks stand in the local agreement',
    certainty: 'local-practice',
  },
  'bridging-hard-stop': {
    code: 'CLOCK-BRIDGING-HARD-STOP',
    version: 1,
    title:
      'Where the agreement names a last day for bridging, counted in weeks from the notified decision, no review is put off beyond it; payments go on until somebody decides',
    source: 'Local agreement, bridging: none unless it is chosen',
    certainty: 'product-decision',
  },
  'phb-cover': {
    code: 'CLOCK-PHB-COVER',
    version: 1,
    title: 'The budget covers the person from the day after the last that the direct payment covers',
    source: PRODUCT,
    certainty: 'product-decision',
  },
  'direct-payment-stop': {
    code: 'CLOCK-DIRECT-PAYMENT-STOP',
    version: 1,
    title: 'The direct payment covers its last day on the day before the budget starts',
    source: PRODUCT,
    certainty: 'product-decision',
  },
  'recharge-issue': {
    code: 'CLOCK-RECHARGE-ISSUE',
    version: 2,
    title:
      'The recharge is issued within 30 days of the completed transfer, or in the days of the local agreement from the completion or the first day of the budget',
    source: PRODUCT,
    certainty: 'product-decision',
  },
};
