import type { Decision } from '../../../kernel/event.js';
import type { Figure, MissingFact } from '../../../kernel/figure.js';
import { negatePence } from '../../../kernel/pence.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { refuseUnlessReference } from '../../../kernel/field-checks.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { sameFacts } from '../../../kernel/same-facts.js';
import { actsForCreditor, type Acting } from '../acting.js';
import { linesOwedBy, missingFrom, type Adjustments } from '../recharge-document.js';
import type { RechargeEvent, RechargeFact, RechargeLine } from '../recharge.events.js';
import { directionOf, type Recharge, type RechargeRecord } from '../recharge.js';
import { RechargeNotFound, RechargeNotReady } from '../refusals.js';
import type { BridgingRecharge } from '../rules/bridging-recharge.js';
import type { DueDates } from '../rules/due-dates.js';
import { PayerNotKnown, RechargeOutOfDate, VatNotConfirmed } from './issue.refusals.js';

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

export interface IssueTerms {
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
  /** What today's facts give. */
  readonly bridging: Figure<BridgingRecharge>;
  readonly adjustments: Pick<Adjustments, 'oneOffs' | 'credit'>;
  readonly acting: Acting;
}

/**
 * Issues an approved recharge. From here on the version never changes; what turns out wrong is credited.
 *
 * @throws FieldRefused when the document is dated in the future, what shows the choice of a successor is no reference, or the
 *   purchase order is lacking that the agreement asks for.
 * @throws VatNotConfirmed when the agreement leaves the VAT code to finance, which has not confirmed it.
 * @throws RechargeOutOfDate when the facts of the case give other lines by now.
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

/**
 * True when today's facts of the case give the lines that the document has. Leave is agreed apart, and what stays paid
 * follows from the other lines and from versions that do not change any more; neither is looked at again.
 */
function standsStill(
  record: RechargeRecord,
  { bridging, adjustments }: Pick<IssueTerms, 'bridging' | 'adjustments'>,
): boolean {
  const { oneOffs, credit } = adjustments;
  const again = { oneOffs, ...(credit && { credit }) };
  if (bridging.status === 'pending' || missingFrom(again).length > 0) return false;
  const { document, creditor, debtor, lines } = record;
  const direction = directionOf(record);
  const isCredit = document === 'credit-note';
  const today = linesOwedBy(isCredit ? creditor : debtor, bridging.value, { ...again, leave: [] }, direction);
  const said = ({ kind, from, until, amountPence, evidence }: Omit<RechargeLine, 'number'>) => [
    ...[kind, from, until, amountPence],
    ...(kind === direction ? [] : evidence),
  ];
  const looked = lines.filter(({ kind }) => kind !== 'leave-credit' && kind !== 'paid-stays');
  const standing = looked.map((line) =>
    said(isCredit ? { ...line, amountPence: negatePence(line.amountPence) } : line),
  );
  return sameFacts(standing, today.map(said));
}
