import { organisationDirectory } from '../../../agreement/index.js';
import type { Principal } from '../../../platform/access/principal.js';
import type { RechargeSummary } from '../../../recharge/index.js';
import { rechargeAddress } from '../../words/recharge-commands.js';
import type { CommandForm } from '../commands/command-pages.js';
import { rechargeStatusTags, rechargeStatusWords } from '../../words/recharge-words.js';

/** What the forms of a recharge have in common. */
export function rechargeForm(rechargeRef: string): Pick<CommandForm, 'record' | 'page' | 'under' | 'trail'> {
  const page = `/recharges/${rechargeRef}`;
  return {
    record: rechargeAddress(rechargeRef),
    page,
    under: `Recharge ${rechargeRef}`,
    trail: [
      { text: 'Recharges', href: '/recharges' },
      { text: rechargeRef, href: page },
    ],
  };
}

type Named = Pick<RechargeSummary, 'document' | 'rechargeRef'>;

/** What a page calls a recharge: `Recharge RC-…` or `Credit note RC-…`. */
export function rechargeName({ document, rechargeRef }: Named): string {
  return `${document === 'credit-note' ? 'Credit note' : 'Recharge'} ${rechargeRef}`;
}

/** Which sides of a recharge somebody’s organisation stands for, itself or after a body that it took over from. */
export function sidesOf(
  { creditor, debtor, payableBy }: Pick<RechargeSummary, 'creditor' | 'debtor' | 'payableBy'>,
  { organisation }: Pick<Principal, 'organisation'>,
): readonly ('creditor' | 'debtor')[] {
  const own = organisationDirectory.withPredecessors(organisation);
  const stands = {
    creditor: own.includes(creditor),
    debtor: own.includes(debtor) || own.includes(payableBy ?? debtor),
  };
  return (['creditor', 'debtor'] as const).filter((side) => stands[side]);
}

export function statusTag(status: RechargeSummary['status']) {
  return { text: rechargeStatusWords[status], classes: rechargeStatusTags[status] };
}
