import type { WorkedExampleKind } from '../../kernel/worked-example.js';
import { hospitalFundingExample } from './hospital-funding.js';

/** The kinds of worked examples that this context works out. */
export const hospitalWorkedExampleKinds: readonly WorkedExampleKind[] = [hospitalFundingExample];
