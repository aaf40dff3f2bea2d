import { choice, count } from './option-kinds.js';

/** How long the council pays for the NHS body before somebody looks again, and who may say that it goes on. */
export const BRIDGING_OPTIONS = {
  bridgingReviewWeeks: count(
    'Weeks from the notified decision to the first review of bridging, which is a review point and never a cap.',
    8,
    1,
    52,
  ),
  bridgingReviewStepDays: count('Days from one review of bridging to the next.', 14, 1, 182),
  bridgingExtensionBy: choice(
    'Whose approver may move a review of bridging on: that of either body, or of one of them.',
    ['either-body', 'council', 'nhs-body'],
  ),
  bridgingHardStopWeeks: count(
    'Weeks from the notified decision after which no review of bridging is put off any more and the two bodies have to decide; 0 for none. It stops no payment.',
    0,
    0,
    260,
  ),
};
