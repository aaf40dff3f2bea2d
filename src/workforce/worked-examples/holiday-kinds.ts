import type { WorkedExampleKind } from '../../kernel/worked-example.js';
import { holidayAccrualExamples } from './holiday-accrual.js';
import { holidayEntitlementExamples } from './holiday-entitlement.js';
import { holidayFlowExample } from './holiday-flow.js';
import { holidayPayExamples } from './holiday-pay.js';

/** Examples about holiday: what is due, what has accrued, and what it is paid at. */
export const holidayKinds: readonly WorkedExampleKind[] = [
  ...holidayEntitlementExamples,
  holidayFlowExample,
  ...holidayAccrualExamples,
  ...holidayPayExamples,
];
