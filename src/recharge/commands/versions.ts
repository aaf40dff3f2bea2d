import { paidPence, type RechargeRecord } from '../domain/recharge.js';
import type { VersionTerms } from './charge-terms.js';
import { rechargeRefOf, type Series } from './recharge-ref.js';
import type { Recharges } from './recharges.js';

/** Every version of the recharges of one debt of a case, in order. */
export async function versionsOf(
  { streams }: Pick<Recharges, 'streams'>,
  caseRef: string,
  series: Series,
): Promise<readonly RechargeRecord[]> {
  const versions: RechargeRecord[] = [];
  for (;;) {
    const { state } = await streams.load(rechargeRefOf(caseRef, versions.length + 1, ...series));
    if (state.stage === 'none') return versions;
    versions.push(state);
  }
}

/** True when a version may still be owed: it was neither credited nor withdrawn. */
export function stands({ stage }: RechargeRecord): boolean {
  return stage !== 'credited' && stage !== 'withdrawn';
}

/** A version with the one before it, and what was paid on that and on those before. */
export function versionAfter(earlier: readonly RechargeRecord[], rechargeRef: string): VersionTerms {
  const before = earlier.at(-1);
  if (before === undefined) return { rechargeRef };
  const payments = earlier.flatMap(({ debtor, payments: made }) => made.map((each) => ({ ...each, debtor })));
  const { rechargeRef: superseded, debtor } = before;
  return {
    rechargeRef,
    supersedes: { rechargeRef: superseded, debtor, paidPence: paidPence(before), payments },
  };
}
