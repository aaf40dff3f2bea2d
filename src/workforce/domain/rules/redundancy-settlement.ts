import { basisOf, type Basis, type Rule } from '../../../kernel/basis.js';
import { sumPence, ZERO_PENCE, type Pence } from '../../../kernel/pence.js';
import type { SharingTerms } from '../case-setting.js';
import { EMPLOYER, isOtherFunder } from './funding-weights.js';

export const SETTLEMENT: Rule = {
  code: 'REDUNDANCY-SETTLEMENT',
  version: 1,
  title: 'Who pays the PA first, and who then pays whom; the part of a third party is recovered from nobody',
  source: 'Local agreement, redundancy sharing: who pays first, several NHS bodies, other funders',
  certainty: 'product-decision',
};

/** The payee's name of the PA. */
export const ASSISTANT = 'assistant';

/** One payment between the parties, in pence. */
export interface SettlementPayment {
  readonly from: string;
  /** A body, or `assistant`. */
  readonly to: string;
  readonly amountPence: Pence;
}

export interface Settlement {
  readonly payments: readonly SettlementPayment[];
  /** Parts that no body pays: the employer's own, and those of third parties. They stay with the employer or the estate. */
  readonly leftToEmployerPence: Pence;
  readonly basis: Basis;
}

export interface SettlementFacts {
  readonly shares: readonly { readonly funder: string; readonly sharePence: Pence }[];
  /** The public bodies that fund the job when it ends, the one with the largest part first. */
  readonly current: readonly string[];
  readonly isNhsBody: (funder: string) => boolean;
}

/**
 * The payments that settle a split, in pence. A body pays its share to the PA, or to the current funder that paid the PA
 * before; of several NHS bodies each pays for itself, or the last for all of them and collects.
 */
export function settlementOf(
  { shares, current, isNhsBody }: SettlementFacts,
  terms: Pick<SharingTerms, 'redundancyPaidFirstBy' | 'redundancySeveralNhsBodies'>,
): Settlement {
  const payable = shares.filter(({ funder, sharePence }) => isPublic(funder) && sharePence !== 0);
  const leftToEmployerPence = sumPence(
    shares.filter(({ funder }) => !isPublic(funder)).map(({ sharePence }) => sharePence),
  );
  const lastNhsBody = lastOf(payable, current, isNhsBody);
  const throughLast = terms.redundancySeveralNhsBodies === 'last-settles-and-collects';
  const settles = (funder: string) =>
    throughLast && lastNhsBody !== undefined && isNhsBody(funder) ? lastNhsBody : funder;

  const collected = payable
    .filter(({ funder }) => settles(funder) !== funder)
    .map(({ funder, sharePence }) => ({ from: funder, to: settles(funder), amountPence: sharePence }));
  const bySettler = new Map<string, Pence>();
  for (const { funder, sharePence } of payable) {
    const settler = settles(funder);
    bySettler.set(settler, sumPence([bySettler.get(settler) ?? ZERO_PENCE, sharePence]));
  }
  const payments = [...paidToAssistant(bySettler, current[0], terms), ...collected];
  return {
    payments,
    leftToEmployerPence,
    basis: basisOf(SETTLEMENT, {
      paidFirstBy: terms.redundancyPaidFirstBy,
      severalNhsBodies: terms.redundancySeveralNhsBodies,
      leftToEmployerPence,
      ...Object.fromEntries(
        payments.map(({ from, to, amountPence }): [string, number] => [`${from} to ${to}`, amountPence]),
      ),
    }),
  };
}

const isPublic = (funder: string) => funder !== EMPLOYER && !isOtherFunder(funder);

/** The NHS body that funds the job when it ends, or else the one whose time began last. */
function lastOf(
  payable: SettlementFacts['shares'],
  current: readonly string[],
  isNhsBody: (funder: string) => boolean,
): string | undefined {
  return current.find(isNhsBody) ?? payable.findLast(({ funder }) => isNhsBody(funder))?.funder;
}

function paidToAssistant(
  bySettler: ReadonlyMap<string, Pence>,
  current: string | undefined,
  { redundancyPaidFirstBy }: Pick<SharingTerms, 'redundancyPaidFirstBy'>,
): readonly SettlementPayment[] {
  const each = [...bySettler].map(([from, amountPence]) => ({ from, to: ASSISTANT, amountPence }));
  if (redundancyPaidFirstBy === 'each-direct' || current === undefined || each.length === 0) return each;
  const total = sumPence(bySettler.values());
  const recovered = each
    .filter(({ from }) => from !== current)
    .map((payment) => ({ ...payment, to: current }));
  return [{ from: current, to: ASSISTANT, amountPence: total }, ...recovered];
}
