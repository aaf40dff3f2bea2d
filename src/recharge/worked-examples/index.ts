import type { WorkedExampleKind } from '../../kernel/worked-example.js';
import { bridgingRechargeExample } from './bridging-recharge.js';
import { oneOffExample } from './one-off-in-bridging.js';
import { reverseRechargeExample } from './reverse-recharge.js';

/** The kinds of worked examples that this context computes with its own rules. */
export const rechargeWorkedExampleKinds: readonly WorkedExampleKind[] = [
  bridgingRechargeExample,
  oneOffExample,
  reverseRechargeExample,
];
