import type { WorkedExampleKind } from '../../kernel/worked-example.js';
import { redundancyEligibilityKinds } from './redundancy-eligibility.js';
import { redundancyGovukKinds } from './redundancy-govuk.js';
import { redundancyNoticeKinds } from './redundancy-notice.js';
import { redundancyPayKinds } from './redundancy-pay.js';
import { redundancyWeeksKinds } from './redundancy-weeks.js';

/** The kinds of examples of statutory redundancy pay, of notice and of who has a right to the payment. */
export const redundancyKinds: readonly WorkedExampleKind[] = [
  ...redundancyWeeksKinds,
  ...redundancyPayKinds,
  ...redundancyGovukKinds,
  ...redundancyNoticeKinds,
  ...redundancyEligibilityKinds,
];
