import { basisOf, type Basis, type Rule } from '../../../kernel/basis.js';
import type { Answer } from '../../../kernel/figure.js';
import { maxPence, negatePence, ZERO_PENCE, type Pence } from '../../../kernel/pence.js';
import { firstLiableBody, type CaseSetting, type SharingTerms } from '../case-setting.js';
import type { AccruedLeave } from './accrued-leave.js';
import { mappedAnswer } from './mapped-answer.js';

const AGREEMENT = 'Local agreement, settlement of leave';

export const LEAVE_SETTLED = {
  'net-off-recharge': {
    code: 'LEAVE-NETTED-OFF-RECHARGE',
    version: 1,
    title: 'What the council owes for leave is a credit line of the recharge, and nothing is paid beside it',
    source: AGREEMENT,
    certainty: 'product-decision',
  },
  'council-pays-nhs': {
    code: 'LEAVE-PAID-BETWEEN-BODIES',
    version: 1,
    title: 'What is owed for leave is paid by itself, and is in no line of the recharge',
    source: AGREEMENT,
    certainty: 'product-decision',
  },
  'retain-in-account': {
    code: 'LEAVE-KEPT-IN-ACCOUNT',
    version: 1,
    title:
      'What the council owes for leave stays in the account and is held back from what the council reclaims of it; no body pays the other',
    source: AGREEMENT,
    certainty: 'product-decision',
  },
  'nhs-absorbs': {
    code: 'LEAVE-ABSORBED',
    version: 1,
    title: 'The NHS body takes the leave on, and nothing is owed for it',
    source: AGREEMENT,
    certainty: 'product-decision',
  },
} as const satisfies Record<SharingTerms['leaveSettlement'], Rule>;

/** What follows from the leave of one PA. A field that is absent does not follow from the method. All in pence. */
export interface LeaveSettlement {
  readonly method: SharingTerms['leaveSettlement'];
  /** Comes off the recharge; below zero it is added to it. */
  readonly creditLinePence?: Pence;
  /** Stays in the account when the council reclaims what is left there. */
  readonly holdBackPence?: Pence;
  /** To be paid by itself. */
  readonly payable?: { readonly debtor: string; readonly creditor: string; readonly amountPence: Pence };
  /** Taken on without payment. */
  readonly absorbedPence?: Pence;
}

type Consequence = Omit<LeaveSettlement, 'method'>;

/**
 * The one visible consequence that the agreement's method has for leave of some value. No two methods give money for the
 * same leave, so that it is never counted twice.
 */
export function leaveSettlement(leave: Answer<AccruedLeave>, setting: CaseSetting): Answer<LeaveSettlement> {
  const method = setting.terms.leaveSettlement;
  return mappedAnswer(leave, (value, basis) => {
    const consequence = consequenceOf(method, value, setting);
    return { value: { method, ...consequence }, basis: explained(method, consequence, setting, basis) };
  });
}

function consequenceOf(
  method: SharingTerms['leaveSettlement'],
  { owedPence, valuePence }: AccruedLeave,
  setting: CaseSetting,
): Consequence {
  switch (method) {
    case 'net-off-recharge':
      return { creditLinePence: owedPence };
    case 'council-pays-nhs':
      return paid(owedPence, setting);
    case 'retain-in-account':
      // Leave that was taken too early cannot be kept in the council's account: the NHS body pays for it.
      return owedPence < 0
        ? { holdBackPence: ZERO_PENCE, ...paid(owedPence, setting) }
        : { holdBackPence: owedPence };
    case 'nhs-absorbs':
      return { absorbedPence: valuePence };
  }
}

function paid(owedPence: Pence, setting: CaseSetting): Consequence {
  if (owedPence === 0) return {};
  const { council } = setting;
  const nhsBody = firstLiableBody(setting);
  const [debtor, creditor] = owedPence > 0 ? [council, nhsBody] : [nhsBody, council];
  return { payable: { debtor, creditor, amountPence: maxPence(owedPence, negatePence(owedPence)) } };
}

function explained(
  method: SharingTerms['leaveSettlement'],
  { payable, ...amounts }: Consequence,
  { termsFrom }: CaseSetting,
  from: Basis,
): Basis {
  return basisOf(LEAVE_SETTLED[method], { ...amounts, ...payable, termsFrom }, [from]);
}
