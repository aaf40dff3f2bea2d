import type { WorkedExampleKind } from '../../kernel/worked-example.js';
import { nhsNumberExample } from './nhs-number.js';

/** The kinds of worked examples that this context works out. */
export const peopleWorkedExampleKinds: readonly WorkedExampleKind[] = [nhsNumberExample];
