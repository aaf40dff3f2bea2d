import type { WorkedExampleKind } from '../../kernel/worked-example.js';
import { accruedLeaveExample } from './accrued-leave.js';
import { holidayKinds } from './holiday-kinds.js';
import { oneKindPerName } from './one-kind-per-name.js';
import { rateKinds } from './rate-kinds.js';
import { redundancyKinds } from './redundancy-kinds.js';
import { redundancySplitExample } from './redundancy-split.js';

/** The kinds of worked examples whose figures this context works out. */
export const workforceWorkedExampleKinds: readonly WorkedExampleKind[] = oneKindPerName([
  redundancySplitExample,
  accruedLeaveExample,
  ...holidayKinds,
  ...redundancyKinds,
  ...rateKinds,
]);
