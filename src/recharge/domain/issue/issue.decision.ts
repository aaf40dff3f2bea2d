import type { Decision } from '../../../kernel/event.js';
import type { MissingFact } from '../../../kernel/figure.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { refuseUnlessReference } from '../../../kernel/field-checks.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { sameFacts } from '../../../kernel/same-facts.js';
import { actsForCreditor, type Acting } from '../acting.js';
import { ApprovalLapsed } from '../duties/duties.refusals.js';
import { recordedSince, type FactsBehind } from '../duties/facts-behind.js';
import type { RechargeEvent, RechargeFact } from '../recharge.events.js';
import type { Recharge, RechargeRecord } from '../recharge.js';
import { RechargeNotFound, RechargeNotReady } from '../refusals.js';
import type { DueDates } from '../rules/due-dates.js';
import { PayerNotKnown, RechargeOutOfDate, VatNotConfirmed } from './issue.refusals.js';
import { standsStill, type TodaysFacts } from './stands-still.js';

/** Who owes on the date of the document, or why that is not known. */
export type Payer =
  | { readonly status: 'known'; readonly organisation: { readonly code: string } }
  | { readonly status: 'pending'; readonly missing: MissingFact };

/** Why the chosen one of several successors pays, and what shows it. */
export type SuccessorChoice = Omit<NonNullable<RechargeRecord['successorChoice']>, 'payableBy'>;

/** The choices of the local agreement about the document, in the agreement's own words. */
export interface DocumentOptions {
  readonly rechargePurchaseOrder: 'not-required' | 'required';
  readonly rechargeVat: 'outside-scope' | 'to-be-confirmed';
}

export interface IssueTerms extends TodaysFacts {
  readonly documentDate: PlainDate;
  readonly today: PlainDate;
  readonly invoiceReference: string;
  readonly purchaseOrder?: string;
  readonly payer: Payer;
  /** Given where the debtor was split, and `payer` is the successor that was chosen. */
  readonly choice?: SuccessorChoice;
  readonly due: DueDates;
  /** What the local agreement asks of the document. */
  readonly agreed: DocumentOptions;
  /** The facts behind the sum as they are recorded now. */
  readonly facts: FactsBehind;
  readonly acting: Acting;
}

/**
 * Issues an approved recharge. From here on the version never changes; what turns out wrong is credited.
 *
 * @throws FieldRefused when the document is dated in the future, what shows the choice of a successor is no reference, or the
 *   purchase order is lacking that the agreement asks for.
 * @throws VatNotConfirmed when the agreement leaves the VAT code to finance, which has not confirmed it.
 * @throws RechargeOutOfDate when the facts of the case give other lines by now.
 * @throws ApprovalLapsed when a fact behind the sum was recorded after it was approved, though it gives the same lines.
 * @throws PayerNotKnown, NotYourSide, RechargeNotReady
 */
export const issueRecharge =
  (terms: IssueTerms): Decision<Recharge, RechargeEvent> =>
  (state) => {
    switch (state.stage) {
      case 'none':
        throw new RechargeNotFound();
      case 'approved':
        actsForCreditor(state, terms.acting);
        return documentWithChoice(state, terms);
      case 'issued':
        if (isRepeat(state, terms)) return [];
        throw new RechargeNotReady('issue', state);
      case 'draft':
      case 'credited':
      case 'withdrawn':
        throw new RechargeNotReady('issue', state);
    }
  };

/** The document, after the choice of who pays it where there was one. */
function documentWithChoice(state: RechargeRecord, terms: IssueTerms): readonly RechargeEvent[] {
  const { choice, acting } = terms;
  if (choice !== undefined) refuseUnlessReference('/payableByDocument', choice.documentReference);
  const document = issued(state, terms);
  if (choice === undefined) return [document];
  const { debtor } = state;
  const { payableBy, documentDate } = document.data;
  const data = { debtor, payableBy, ...choice, by: acting.by };
  return [{ type: 'recharge.successor-chosen', occurredOn: documentDate, data }, document];
}

function issued(state: RechargeRecord, terms: IssueTerms): RechargeFact<'recharge.issued'> {
  const { documentDate, today, invoiceReference, purchaseOrder, payer, due, acting } = terms;
  if (documentDate > today) {
    throw new FieldRefused(
      '/documentDate',
      'document-date-in-the-future',
      'The date of the document is in the future',
    );
  }
  refuseUnlessAsAgreed(terms);
  if (!standsStill(state, terms)) throw new RechargeOutOfDate();
  const since = state.approval === undefined ? 0 : recordedSince(state.approval, terms.facts);
  if (since > 0) throw new ApprovalLapsed(since);
  if (payer.status === 'pending') throw new PayerNotKnown(payer.missing);
  return {
    type: 'recharge.issued',
    occurredOn: documentDate,
    data: {
      documentDate,
      invoiceReference,
      ...(purchaseOrder !== undefined && { purchaseOrder }),
      payableBy: payer.organisation.code,
      ...due,
      by: acting.by,
    },
  };
}

function refuseUnlessAsAgreed({ agreed, purchaseOrder }: IssueTerms): void {
  if (agreed.rechargePurchaseOrder === 'required' && purchaseOrder === undefined) {
    throw new FieldRefused(
      '/purchaseOrder',
      'purchase-order-required',
      'By the local agreement a recharge names the purchase order of the body that owes',
    );
  }
  if (agreed.rechargeVat === 'to-be-confirmed') throw new VatNotConfirmed();
}

function isRepeat({ issue, successorChoice }: RechargeRecord, terms: IssueTerms): boolean {
  return (
    sameFacts(successorChoice, terms.choice && { ...terms.choice, payableBy: codeOf(terms.payer) }) &&
    issue?.documentDate === terms.documentDate &&
    issue.invoiceReference === terms.invoiceReference &&
    issue.purchaseOrder === terms.purchaseOrder
  );
}

function codeOf(payer: Payer): string | undefined {
  return payer.status === 'known' ? payer.organisation.code : undefined;
}
