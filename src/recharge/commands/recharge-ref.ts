import { referenceFromBytes } from '../../kernel/ids.js';
import { derivedBytes } from '../../platform/event-store/derived-id.js';

/** The prefix of the reference of a recharge: `RC-7F3K92QD1M`. */
export const RECHARGE_PREFIX = 'RC';

/**
 * The reference of a version of a case's recharge, from 1. It follows from the case and the version, so that two people
 * who work out the same recharge at once race for one stream, and a case never has two that charge for the same days.
 *
 * @param laterBody the NHS body that it is for, where that followed the one that was alerted: each has versions of its own
 */
export function rechargeRefOf(caseRef: string, version: number, laterBody?: string): string {
  const series = laterBody === undefined ? [caseRef] : [caseRef, laterBody];
  return referenceFromBytes(RECHARGE_PREFIX, derivedBytes('recharge', ...series, version));
}
