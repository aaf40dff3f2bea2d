import type { Decision } from '../../../kernel/event.js';
import type { Figure, MissingFact } from '../../../kernel/figure.js';
import { negatePence } from '../../../kernel/pence.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import { FieldRefused } from '../../../kernel/refusal.js';
import { actsForCreditor, type Acting } from '../acting.js';
import type { RechargeEvent, RechargeFact } from '../recharge.events.js';
import type { Recharge, RechargeRecord } from '../recharge.js';
import { RechargeNotFound, RechargeNotReady } from '../refusals.js';
import type { BridgingRecharge } from '../rules/bridging-recharge.js';
import type { DueDates } from '../rules/due-dates.js';
import { PayerNotKnown, RechargeOutOfDate } from './issue.refusals.js';

/** Who owes on the date of the document, or why that is not known. */
export type Payer =
  | { readonly status: 'known'; readonly organisation: { readonly code: string } }
  | { readonly status: 'pending'; readonly missing: MissingFact };

export interface IssueTerms {
  readonly documentDate: PlainDate;
  readonly today: PlainDate;
  readonly invoiceReference: string;
  readonly purchaseOrder?: string;
  readonly payer: Payer;
  readonly due: DueDates;
  /** What today's facts give. */
  readonly bridging: Figure<BridgingRecharge>;
  readonly acting: Acting;
}

/**
 * Issues an approved recharge. From here on the version never changes; what turns out wrong is credited.
 *
 * @throws FieldRefused when the document is dated in the future.
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
        return [issued(state, terms)];
      case 'issued':
        if (isRepeat(state, terms)) return [];
        throw new RechargeNotReady('issue', state);
      case 'draft':
      case 'credited':
      case 'withdrawn':
        throw new RechargeNotReady('issue', state);
    }
  };

function issued(state: RechargeRecord, terms: IssueTerms): RechargeFact<'recharge.issued'> {
  const { documentDate, today, invoiceReference, purchaseOrder, payer, due, bridging, acting } = terms;
  if (documentDate > today) {
    throw new FieldRefused(
      '/documentDate',
      'document-date-in-the-future',
      'The date of the document is in the future',
    );
  }
  if (!standsStill(state, bridging)) throw new RechargeOutOfDate();
  if (payer.status === 'pending') throw new PayerNotKnown(payer.missing);
  return {
    type: 'recharge.issued',
    occurredOn: documentDate,
    data: {
      documentDate,
      invoiceReference,
      ...(purchaseOrder === undefined ? {} : { purchaseOrder }),
      payableBy: payer.organisation.code,
      ...due,
      by: acting.by,
    },
  };
}

function isRepeat({ issue }: RechargeRecord, terms: IssueTerms): boolean {
  return (
    issue?.documentDate === terms.documentDate &&
    issue.invoiceReference === terms.invoiceReference &&
    issue.purchaseOrder === terms.purchaseOrder
  );
}

/** True when today's facts give the bridging lines that the document has. */
function standsStill({ document, lines }: RechargeRecord, bridging: Figure<BridgingRecharge>): boolean {
  if (bridging.status === 'pending') return false;
  const standing = lines
    .filter(({ kind }) => kind === 'bridging')
    .map(({ from, until, amountPence }) => [
      from,
      until,
      document === 'credit-note' ? negatePence(amountPence) : amountPence,
    ]);
  const today = bridging.value.lines.map(({ from, until, amountPence }) => [from, until, amountPence]);
  return JSON.stringify(standing) === JSON.stringify(today);
}
