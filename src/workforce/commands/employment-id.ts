import { referenceFromBytes } from '../../kernel/ids.js';
import { derivedBytes } from '../../platform/event-store/derived-id.js';

/** The prefix of the reference of an employment: `EM-7F3K92QD1M`. */
export const EMPLOYMENT_PREFIX = 'EM';

/**
 * The id of a PA's employment on a case. It follows from the two references, so that the alert, an import and a form all
 * mean the same job, and a list that is sent twice changes nothing.
 */
export function employmentIdOf(caseRef: string, assistantRef: string): string {
  return referenceFromBytes(EMPLOYMENT_PREFIX, derivedBytes('employment', caseRef, assistantRef));
}
