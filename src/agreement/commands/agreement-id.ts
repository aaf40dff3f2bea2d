import { referenceFromBytes } from '../../kernel/ids.js';
import { derivedBytes } from '../../platform/event-store/derived-id.js';
import type { Parties } from '../domain/parties.js';

/** The prefix of the reference of a local agreement: `AG-7F3K92QD1M`. */
export const AGREEMENT_PREFIX = 'AG';

/**
 * The id of the agreement between two bodies. It follows from them, so that two drafts of the same pair race for one
 * stream, and finding whose agreement is in force is one read.
 */
export function agreementIdOf({ council, nhsBody }: Parties): string {
  return referenceFromBytes(AGREEMENT_PREFIX, derivedBytes('agreement', council, nhsBody));
}
