import { basisOf, type Basis } from '../../../kernel/basis.js';
import type { MissingFact } from '../../../kernel/figure.js';
import { subtractPence, sumPence, type Pence } from '../../../kernel/pence.js';
import { daysIn, type Period } from '../../../kernel/period.js';
import { addDays, type PlainDate } from '../../../kernel/plain-date.js';
import type { AccountDispute, AccountEntry, DocumentAccount } from './document-account.js';
import { STATEMENT_BALANCE } from './statement-rules.js';

export type StatementSide = 'council' | 'nhs-body';

/** Whose account a document is on: that of the two bodies, nobody's of them, or not known before somebody chooses. */
export type Standing = StatementSide | 'neither' | { readonly missing: MissingFact };

/** What one of the two owes the other over the period, in pence. Credits and payments are below zero. */
export interface StatementBalance {
  readonly openingPence: Pence;
  readonly rechargesPence: Pence;
  readonly creditsPence: Pence;
  readonly paymentsPence: Pence;
  readonly closingPence: Pence;
  readonly basis: Basis;
}

/** One movement of the period. */
export interface StatementEntry extends AccountEntry, Owed {}

interface Owed {
  readonly rechargeRef: string;
  readonly caseRef: string;
  readonly owedBy: StatementSide;
  /** Who was liable at the time, before any succession. */
  readonly bodyAtTime: string;
}

/** A line that is in dispute at the end of the period. */
export interface StatementDispute extends Omit<AccountDispute, 'settledOn'>, Owed {
  readonly ageDays: number;
}

/** Disputed sums of one reason by how long they have been open at the end of the period, in days. All in pence. */
export interface DisputesByReason {
  readonly reasonCode: AccountDispute['reasonCode'];
  readonly lines: number;
  readonly totalPence: Pence;
  readonly upTo30Pence: Pence;
  readonly upTo60Pence: Pence;
  readonly upTo90Pence: Pence;
  readonly over90Pence: Pence;
}

/** A document whose payer has to be chosen before it is on anybody's statement. */
export interface WaitingDocument {
  readonly rechargeRef: string;
  readonly caseRef: string;
  /** What is outstanding of it at the end of the period. */
  readonly outstandingPence: Pence;
  readonly missing: MissingFact;
}

/** The account of two bodies over a period. It says nothing of who reads it, so that both read the same. */
export interface Statement {
  readonly nhsBodyOwes: StatementBalance;
  readonly councilOwes: StatementBalance;
  /** What the NHS body owes the council once both directions are set off; below zero where the council owes. */
  readonly netClosingPence: Pence;
  readonly netOpeningPence: Pence;
  /** In order of their days, then of their documents. */
  readonly entries: readonly StatementEntry[];
  readonly disputes: readonly StatementDispute[];
  readonly disputesByReason: readonly DisputesByReason[];
  readonly waiting: readonly WaitingDocument[];
}

/**
 * Draws up the statement from the accounts of the documents. A pure fold: given the accounts as they were known at a moment, it
 * is the statement as it was then.
 *
 * @param debtorOf which of the two owes a document, resolved through succession at the end of the period
 */
export function statementOf(
  accounts: readonly DocumentAccount[],
  period: Period,
  debtorOf: (account: DocumentAccount) => Standing,
): Statement {
  const until = (on: PlainDate) => on < period.until;
  const owed: { readonly account: DocumentAccount; readonly owedBy: StatementSide }[] = [];
  const waiting: WaitingDocument[] = [];
  for (const account of inOrder(accounts)) {
    const standing = debtorOf(account);
    if (standing === 'neither') continue;
    if (typeof standing === 'string') owed.push({ account, owedBy: standing });
    else if (account.entries.some(({ on }) => until(on))) {
      const { rechargeRef, caseRef } = account;
      const sums = account.entries.filter(({ on }) => until(on)).map(({ amountPence }) => amountPence);
      waiting.push({ rechargeRef, caseRef, outstandingPence: sumPence(sums), missing: standing.missing });
    }
  }
  const all = owed
    .flatMap(({ account, owedBy }) =>
      account.entries.map((entry) => ({ ...entry, ...ownedBy(account, owedBy) })),
    )
    .filter(({ on }) => until(on))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const disputes = owed.flatMap(({ account, owedBy }) => disputesAt(account, owedBy, period));
  const nhsBodyOwes = balanceOf(
    all.filter(({ owedBy }) => owedBy === 'nhs-body'),
    period,
  );
  const councilOwes = balanceOf(
    all.filter(({ owedBy }) => owedBy === 'council'),
    period,
  );
  return {
    nhsBodyOwes,
    councilOwes,
    netOpeningPence: subtractPence(nhsBodyOwes.openingPence, councilOwes.openingPence),
    netClosingPence: subtractPence(nhsBodyOwes.closingPence, councilOwes.closingPence),
    entries: all.filter(({ on }) => on >= period.from),
    disputes,
    disputesByReason: byReason(disputes),
    waiting,
  };
}

function inOrder(accounts: readonly DocumentAccount[]): readonly DocumentAccount[] {
  return [...accounts].sort((a, b) => (a.rechargeRef < b.rechargeRef ? -1 : 1));
}

function ownedBy({ rechargeRef, caseRef, debtor }: DocumentAccount, owedBy: StatementSide): Owed {
  return { rechargeRef, caseRef, owedBy, bodyAtTime: debtor };
}

function balanceOf(entries: readonly AccountEntry[], { from, until }: Period): StatementBalance {
  const sum = (fits: (entry: AccountEntry) => boolean) =>
    sumPence(entries.filter(fits).map(({ amountPence }) => amountPence));
  const moved = (...kinds: readonly AccountEntry['kind'][]) =>
    sum(({ on, kind }) => on >= from && kinds.includes(kind));
  const amounts = {
    openingPence: sum(({ on }) => on < from),
    rechargesPence: moved('recharge', 'credit-note'),
    creditsPence: moved('credit'),
    paymentsPence: moved('payment'),
    closingPence: sum(() => true),
  };
  return {
    ...amounts,
    basis: basisOf(STATEMENT_BALANCE, { from, lastDay: addDays(until, -1), ...amounts }),
  };
}

function disputesAt(
  account: DocumentAccount,
  owedBy: StatementSide,
  { until }: Period,
): readonly StatementDispute[] {
  return account.disputes
    .filter(
      ({ queriedOn, settledOn }) => queriedOn < until && (settledOn === undefined || settledOn >= until),
    )
    .map(({ settledOn: _, ...dispute }) => ({
      ...dispute,
      ...ownedBy(account, owedBy),
      ageDays: daysIn({ from: dispute.queriedOn, until }) - 1,
    }));
}

function byReason(disputes: readonly StatementDispute[]): readonly DisputesByReason[] {
  const reasons = [...new Set(disputes.map(({ reasonCode }) => reasonCode))].sort();
  return reasons.map((reasonCode) => {
    const own = disputes.filter((each) => each.reasonCode === reasonCode);
    const aged = (least: number, most: number) =>
      sumPence(
        own
          .filter(({ ageDays }) => ageDays >= least && ageDays <= most)
          .map(({ amountPence }) => amountPence),
      );
    return {
      reasonCode,
      lines: own.length,
      totalPence: aged(0, Infinity),
      upTo30Pence: aged(0, 30),
      upTo60Pence: aged(31, 60),
      upTo90Pence: aged(61, 90),
      over90Pence: aged(91, Infinity),
    };
  });
}
