import type { WorkedExampleKind } from '../../kernel/worked-example.js';
import { dayTwentyNineExample } from './day-twenty-nine.js';

/** The kinds of worked examples that this context works out. */
export const transferCaseWorkedExampleKinds: readonly WorkedExampleKind[] = [dayTwentyNineExample];
