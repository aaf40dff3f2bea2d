import type { Recorded } from '../../../kernel/event.js';
import { negatePence, type Pence } from '../../../kernel/pence.js';
import type { PlainDate } from '../../../kernel/plain-date.js';
import type { RechargeEvent, RechargeFact } from '../recharge.events.js';

/** What moves the account of one document: issued it is owed, a payment or a credit takes off it. */
export interface AccountEntry {
  readonly on: PlainDate;
  readonly kind: 'recharge' | 'credit-note' | 'payment' | 'credit';
  /** What the debtor owes more; a payment and a credit are below zero. */
  readonly amountPence: Pence;
  /** The invoice, the payment, or why it was credited. */
  readonly reference: string;
}

/** A line that is or was in dispute. */
export interface AccountDispute {
  readonly line: number;
  readonly reasonCode: RechargeFact<'recharge.line-queried'>['data']['reasonCode'];
  readonly queriedOn: PlainDate;
  /** The day on which it was accepted, queried for another reason, or credited; absent while it is open. */
  readonly settledOn?: PlainDate;
  readonly amountPence: Pence;
}

/** The account of one issued document, from its first day to what is known of it. */
export interface DocumentAccount {
  readonly rechargeRef: string;
  readonly caseRef: string;
  readonly creditor: string;
  /** Who was liable at the time. */
  readonly debtor: string;
  /** Who owed it on the date of the document. */
  readonly payableBy: string;
  readonly entries: readonly AccountEntry[];
  readonly disputes: readonly AccountDispute[];
}

type Calculated = RechargeFact<'recharge.calculated'>['data'];

/**
 * The account that the events of one recharge lead to; nothing while it was not issued. Payments stay on the document on which
 * they were made: one that was credited after it was paid is owed the other way, and the version after it is owed anew.
 */
export function documentAccount(history: readonly Recorded<RechargeEvent>[]): DocumentAccount | undefined {
  let calculated: Calculated | undefined;
  let account: DocumentAccount | undefined;
  for (const { event } of history) {
    if (event.type === 'recharge.calculated') calculated = event.data;
    else if (calculated !== undefined) account = withEvent(account, calculated, event);
  }
  return account;
}

function withEvent(
  account: DocumentAccount | undefined,
  calculated: Calculated,
  event: Exclude<RechargeEvent, { type: 'recharge.calculated' }>,
): DocumentAccount | undefined {
  if (event.type === 'recharge.issued') return issued(calculated, event);
  if (account === undefined) return undefined;
  switch (event.type) {
    case 'recharge.paid': {
      const { paidOn, amountPence, paymentReference } = event.data;
      const payment = negatePence(amountPence);
      return withEntry(account, {
        on: paidOn,
        kind: 'payment',
        amountPence: payment,
        reference: paymentReference,
      });
    }
    case 'recharge.credited': {
      const { amountPence, reasonCode } = event.data;
      const credited = withEntry(account, {
        on: event.occurredOn,
        kind: 'credit',
        amountPence,
        reference: reasonCode,
      });
      return { ...credited, disputes: account.disputes.map((each) => settled(each, event.occurredOn)) };
    }
    case 'recharge.line-queried':
      return queried(account, calculated, event);
    case 'recharge.line-accepted': {
      const { line } = event.data;
      return {
        ...account,
        disputes: account.disputes.map((each) => settledLine(each, line, event.occurredOn)),
      };
    }
    case 'recharge.approved':
    case 'recharge.credit-requested':
    case 'recharge.successor-chosen':
    case 'recharge.withdrawn':
      return account;
  }
}

function issued(
  { rechargeRef, caseRef, creditor, debtor, document, totalPence }: Calculated,
  { data }: RechargeFact<'recharge.issued'>,
): DocumentAccount {
  const { documentDate, invoiceReference, payableBy } = data;
  const entry = { on: documentDate, kind: document, amountPence: totalPence, reference: invoiceReference };
  return { rechargeRef, caseRef, creditor, debtor, payableBy, entries: [entry], disputes: [] };
}

function withEntry(account: DocumentAccount, entry: AccountEntry): DocumentAccount {
  return { ...account, entries: [...account.entries, entry] };
}

function queried(
  account: DocumentAccount,
  { lines }: Calculated,
  { data: { line, reasonCode }, occurredOn }: RechargeFact<'recharge.line-queried'>,
): DocumentAccount {
  const amountPence = lines.find(({ number }) => number === line)?.amountPence;
  if (amountPence === undefined) return account;
  const before = account.disputes.map((each) => settledLine(each, line, occurredOn));
  return { ...account, disputes: [...before, { line, reasonCode, queriedOn: occurredOn, amountPence }] };
}

function settledLine(dispute: AccountDispute, line: number, on: PlainDate): AccountDispute {
  return dispute.line === line ? settled(dispute, on) : dispute;
}

function settled(dispute: AccountDispute, on: PlainDate): AccountDispute {
  return dispute.settledOn === undefined ? { ...dispute, settledOn: on } : dispute;
}
