import { basisOf } from '../../../kernel/basis.js';
import { known } from '../../../kernel/figure.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { determineLiability, type LiabilityFacts } from '../../../transfer-case/index.js';
import { LIABILITY_STATED } from '../../domain/rules/recharge-rules.js';
import type { BridgingRechargeWithLines } from './bridging-recharge.query.js';
import { bridgingRows, type BridgingCase } from './bridging-rows.js';

export type { BridgingCase };

/** From when the NHS body is liable: the day itself where it is stated, else the facts that it follows from. */
export interface CalculatedStart {
  readonly stated: PlainDate | undefined;
  readonly facts: LiabilityFacts;
}

const NOBODY_EMPLOYED = { leave: [], redundancy: [] };
const NO_LEAVE: readonly [] = [];
const NOT_KEPT = { caseRef: '', subject: '', revision: 0 };

/** What the facts of a case that nobody has recorded would come to, by the rules of the read model. Nothing is kept. */
export function calculatedBridging(
  facts: BridgingCase,
  { stated: startsOn, facts: liabilityFacts }: CalculatedStart,
): BridgingRechargeWithLines {
  const liability =
    startsOn === undefined
      ? determineLiability(liabilityFacts)
      : known({ startsOn }, basisOf(LIABILITY_STATED, { startsOn }));
  const { row, lines } = bridgingRows(facts, liability, NO_LEAVE, NOBODY_EMPLOYED, NOT_KEPT);
  return { head: row, lines };
}
