import { apportion } from '../../../kernel/apportion.js';
import { basisOf, type Basis, type Rule } from '../../../kernel/basis.js';
import { Fraction } from '../../../kernel/fraction.js';
import { sumPence, ZERO_PENCE, type Pence } from '../../../kernel/pence.js';
import type { SharingTerms } from '../case-setting.js';
import type { RedundancyAssessed } from '../workforce.events.js';
import type { FundedPiece } from './funded-piece.js';
import { EMPLOYER, fundersOnLastDay, fundingWeights, type WeighingTerms } from './funding-weights.js';
import { currentFunders } from './redundancy-limits.js';

export const NOTICE_AND_LEAVE: Rule = {
  code: 'REDUNDANCY-NOTICE-AND-LEAVE',
  version: 1,
  title:
    'Notice that was not served and leave that was untaken fall on the current funder, or are shared alike',
  source: 'Local agreement, redundancy sharing: statutory notice, untaken leave at the end',
  certainty: 'product-decision',
};

/** What notice and untaken leave cost at the end of the job and who bears it, in pence. Never part of the redundancy pay. */
export interface NoticeAndLeave {
  /** Absent while nobody has said whether notice was given. */
  readonly noticePence?: Pence;
  readonly leavePence: Pence;
  readonly shares: readonly { readonly funder: string; readonly sharePence: Pence }[];
  readonly basis: Basis;
}

/**
 * Shares notice pay and untaken leave as the agreement says. Where no public body funds the job when it ends they are the
 * employer's own. What is paid ex gratia is never in it.
 */
export function noticeAndLeave(
  { noticePay, untakenLeavePence = ZERO_PENCE }: Pick<RedundancyAssessed, 'noticePay' | 'untakenLeavePence'>,
  pieces: readonly FundedPiece[],
  terms: WeighingTerms & Pick<SharingTerms, 'redundancyNoticeAndLeave' | 'redundancyPennyTie'>,
): NoticeAndLeave {
  const noticePence = noticePay?.amountPence;
  const totalPence = sumPence([noticePence ?? ZERO_PENCE, untakenLeavePence]);
  const current = currentFunders(pieces).map(({ funder, share }) => ({ payer: funder, weight: share }));
  const alike = terms.redundancyNoticeAndLeave === 'same-split' ? fundingWeights(pieces, terms) : [];
  const claims = [alike, current, [{ payer: EMPLOYER, weight: Fraction.one }]].find((each) =>
    each.some(({ weight }) => !weight.isZero),
  )!;
  const tieOrder = terms.redundancyPennyTie === 'funder-on-last-day' ? fundersOnLastDay(pieces) : [];
  const shares = apportion(totalPence, claims, tieOrder)
    .filter(({ sharePence }) => sharePence !== 0)
    .map(({ payer, sharePence }) => ({ funder: payer, sharePence }));
  return {
    ...(noticePence !== undefined && { noticePence }),
    leavePence: untakenLeavePence,
    shares,
    basis: basisOf(
      NOTICE_AND_LEAVE,
      {
        borneBy: terms.redundancyNoticeAndLeave,
        noticePence: noticePence ?? 'not known yet',
        leavePence: untakenLeavePence,
        ...Object.fromEntries(
          shares.map(({ funder, sharePence }): [string, number] => [`share of ${funder}`, sharePence]),
        ),
      },
      noticePay === undefined ? [] : [noticePay.basis],
    ),
  };
}
