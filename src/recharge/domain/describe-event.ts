import type { Recorded } from '../../kernel/event.js';
import { describePence } from '../../kernel/pence.js';
import { dateInWords } from '../../kernel/plain-date.js';
import type { RechargeEvent, RechargeFact } from './recharge.events.js';
import { directionOf } from './recharge.js';

/** One sentence in plain English about an event of a recharge, for a history. It names codes and dates, never a person. */
export function describeRechargeEvent({ event }: Recorded<RechargeEvent>): string {
  switch (event.type) {
    case 'recharge.calculated':
      return calculation(event.data);
    case 'recharge.approved':
      return `The recharge of ${describePence(event.data.totalPence)} was approved`;
    case 'recharge.successor-chosen': {
      const { debtor, payableBy, reasonCode, documentReference } = event.data;
      return `${payableBy} was chosen to pay what ${debtor} owed before it was split (${reasonCode}, shown by ${documentReference})`;
    }
    case 'recharge.issued': {
      const { invoiceReference, documentDate, payableBy, paymentDueOn } = event.data;
      return `The recharge was issued as ${invoiceReference} of ${dateInWords(documentDate)}, payable by ${payableBy} by ${dateInWords(paymentDueOn)}`;
    }
    case 'recharge.line-queried':
      return `Line ${event.data.line} of the recharge was queried (${event.data.reasonCode})`;
    case 'recharge.line-accepted':
      return `Line ${event.data.line} of the recharge was accepted`;
    case 'recharge.paid': {
      const { amountPence, paidOn, paymentReference } = event.data;
      return `${describePence(amountPence)} of the recharge was paid on ${dateInWords(paidOn)} (${paymentReference})`;
    }
    case 'recharge.credit-requested':
      return `It was asked to credit the recharge (${event.data.reasonCode}), which takes an approver who is somebody else`;
    case 'recharge.credited':
      return `The recharge was credited: ${describePence(event.data.amountPence)} (${event.data.reasonCode})`;
    case 'recharge.withdrawn':
      return `The recharge was withdrawn (${event.data.reasonCode})`;
  }
}

function calculation(data: RechargeFact<'recharge.calculated'>['data']): string {
  const { document, rechargeRef, totalPence, lines, debtor, creditor, supersedes } = data;
  const what = document === 'recharge' ? 'Recharge' : 'Credit note';
  const back = directionOf({ lines }) === 'transfer-back' ? ' on the way back' : '';
  const after = supersedes === undefined ? '' : `, in place of ${supersedes}`;
  const count = lines.length === 1 ? '1 line' : `${lines.length} lines`;
  return `${what}${back} ${rechargeRef} was worked out: ${debtor} owes ${creditor} ${describePence(totalPence)} in ${count}${after}`;
}
