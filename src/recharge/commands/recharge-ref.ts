import { referenceFromBytes } from '../../kernel/ids.js';
import { derivedBytes } from '../../platform/event-store/derived-id.js';
import { nhsBodiesOf, type CaseRecord } from '../../transfer-case/index.js';
import type { DebtOfCase } from './charge-terms.js';

/** The prefix of the reference of a recharge: `RC-7F3K92QD1M`. */
export const RECHARGE_PREFIX = 'RC';

/** What tells the recharges of one debt of a case from those of its others; nothing for the first NHS body's bridging. */
export type Series = readonly string[];

/** The series of a debt: the NHS bodies that followed the one that was alerted have their own, and so has each way back. */
export function seriesOf({ nhsBody: alerted }: Pick<CaseRecord, 'nhsBody'>, debt: DebtOfCase): Series {
  const { direction, nhsBody } = debt;
  if (direction === 'transfer-back') return [direction, nhsBody];
  return nhsBody === alerted ? [] : [nhsBody];
}

/** Every series that recharges of a case may have. */
export function allSeriesOf(theCase: CaseRecord): readonly Series[] {
  return nhsBodiesOf(theCase).flatMap((nhsBody) => [
    seriesOf(theCase, { direction: 'bridging', nhsBody }),
    seriesOf(theCase, { direction: 'transfer-back', nhsBody }),
  ]);
}

/**
 * The reference of a version of a case's recharge, from 1. It follows from the case and the version, so that two people
 * who work out the same recharge at once race for one stream, and a case never has two that charge for the same days.
 */
export function rechargeRefOf(caseRef: string, version: number, ...series: Series): string {
  return referenceFromBytes(RECHARGE_PREFIX, derivedBytes('recharge', caseRef, ...series, version));
}
