import type { WorkedExampleKind } from '../../kernel/worked-example.js';
import { orgSuccessionExample } from './org-succession.js';

/** The kinds of worked examples that this context works out. */
export const agreementWorkedExampleKinds: readonly WorkedExampleKind[] = [orgSuccessionExample];
