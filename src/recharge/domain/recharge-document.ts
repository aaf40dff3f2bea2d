import type { Basis } from '../../kernel/basis.js';
import { Fraction } from '../../kernel/fraction.js';
import type { Figure, MissingFact } from '../../kernel/figure.js';
import { negatePence, sumPence, type Pence } from '../../kernel/pence.js';
import { daysIn, type Period } from '../../kernel/period.js';
import type { LeaveOwed } from './case-facts.js';
import type { RechargeLine } from './recharge.events.js';
import type { AccountCredit } from './rules/account-credit.js';
import type { BridgingRecharge } from './rules/bridging-recharge.js';
import type { Direction } from './rules/joint-package.js';
import type { MoneyFlow } from './rules/flow-of-money.js';
import type { ChargedOneOff } from './rules/one-off-charge.js';
import { paidThatStays, type PaidBeforeEnd } from './rules/paid-that-stays.js';
import { leaveCreditBasis } from './rules/leave-credit.js';

/** What is charged or credited beside the days of bridging, each with its evidence. */
export interface Adjustments {
  readonly oneOffs: readonly ChargedOneOff[];
  /** Absent where nothing of the account is credited. */
  readonly credit?: Figure<AccountCredit>;
  /** Empty where leave is settled in another way. */
  readonly leave: readonly LeaveOwed[];
  /** Only where liability ended, and the NHS body had paid something when that was decided. */
  readonly paid?: PaidBeforeEnd;
}

/** The lines of a recharge with who owes whom. The total is the sum of the lines and never below zero. */
export interface RechargeDocument extends MoneyFlow {
  readonly document: 'recharge' | 'credit-note';
  readonly lines: readonly RechargeLine[];
  readonly totalPence: Pence;
  /** Employments whose leave is not known yet, and is in no line. */
  readonly leavePendingFor: readonly string[];
}

type UnnumberedLine = Omit<RechargeLine, 'number'>;

/**
 * Puts the lines of a recharge together: the days that one body paid for the other, one-off payments, and the credits for
 * leave and for money left unspent. Lines that come to less than nothing make a credit note: the same lines with the opposite signs, owed by
 * the body that paid.
 */
export function rechargeDocument(
  bridging: BridgingRecharge,
  flow: MoneyFlow,
  adjustments: Adjustments,
  direction: Direction,
): RechargeDocument {
  const lines = linesOwedBy(flow.debtor, bridging, adjustments, direction);
  const totalPence = sumPence(lines.map(({ amountPence }) => amountPence));
  const leavePendingFor = adjustments.leave
    .filter(({ owedPence }) => owedPence.status === 'pending')
    .map(({ employmentRef }) => employmentRef);
  return totalPence < 0
    ? {
        document: 'credit-note',
        creditor: flow.debtor,
        debtor: flow.creditor,
        lines: numbered(lines.map(negated)),
        totalPence: negatePence(totalPence),
        leavePendingFor,
      }
    : { document: 'recharge', ...flow, lines: numbered(lines), totalPence, leavePendingFor };
}

/** What a body owes and is credited with, line by line, whether or not that comes to less than nothing. */
export function linesOwedBy(
  debtor: string,
  bridging: BridgingRecharge,
  adjustments: Adjustments,
  direction: Direction,
): readonly UnnumberedLine[] {
  const about = { ...bridging.days, days: daysIn(bridging.days), bodyAtTime: debtor };
  const added = [
    ...caseLines(adjustments, about),
    ...adjustments.leave.flatMap((leave) => leaveLines(leave, about)),
  ];
  const owed = [
    ...bridging.lines.map((line) => dayLine(line, direction)),
    ...added.filter(({ amountPence }) => amountPence !== 0),
  ];
  return [...owed, ...paidLines(owed, adjustments.paid, about)];
}

function dayLine(line: BridgingRecharge['lines'][number], kind: Direction): UnnumberedLine {
  const { from, until, days, evidence } = line;
  return {
    kind,
    from,
    until,
    days,
    ...weeklyOf(line),
    amountPence: line.amountPence,
    bodyAtTime: line.liableBody,
    evidence: evidence.references,
    ...(evidence.claimBefore && { claimBefore: evidence.claimBefore }),
    ...explainedBy(line.basis),
  };
}

/** The sum that a reader can multiply by the days; absent where it is no whole number of pence. */
function weeklyOf({ weeklyGrossPence, joint }: BridgingRecharge['lines'][number]) {
  if (joint === undefined) return { weeklyPence: weeklyGrossPence };
  const weekly = Fraction.parse(joint.bridgedWeekly);
  return weekly.denominator === 1n ? { weeklyPence: weekly.toPence() } : {};
}

type About = Period & Pick<UnnumberedLine, 'days' | 'bodyAtTime'>;

/** The facts that a line waits for, the days of bridging and the leave aside. */
export function missingFrom({
  oneOffs,
  credit,
  paid,
}: Pick<Adjustments, 'oneOffs' | 'credit' | 'paid'>): readonly MissingFact[] {
  const figures = [...oneOffs.map(({ charge }) => charge), credit, paid?.takenAway];
  return figures.flatMap((figure) => (figure?.status === 'pending' ? figure.missing : []));
}

/** The lines for one-off payments and for the account; one that is not known yet makes none. */
function caseLines({ oneOffs, credit }: Adjustments, about: About): UnnumberedLine[] {
  const charged = oneOffs.flatMap(({ receiptReference, charge }): UnnumberedLine[] => {
    if (charge.status === 'pending') return [];
    const amountPence = charge.value.chargedPence;
    const evidence = [receiptReference];
    return [{ kind: 'one-off', ...about, amountPence, evidence, ...explainedBy(charge.basis) }];
  });
  if (credit?.status !== 'known') return charged;
  const { creditPence, references } = credit.value;
  const credited: UnnumberedLine = {
    kind: 'unspent-balance-credit',
    ...about,
    amountPence: negatePence(creditPence),
    evidence: references,
    ...explainedBy(credit.basis),
  };
  return [...charged, credited];
}

function leaveLines({ employmentRef, owedPence }: LeaveOwed, about: About): UnnumberedLine[] {
  if (owedPence.status === 'pending') return [];
  return [
    {
      kind: 'leave-credit',
      ...about,
      amountPence: negatePence(owedPence.value),
      evidence: [employmentRef],
      ...explainedBy(leaveCreditBasis(employmentRef, owedPence)),
    },
  ];
}

function paidLines(
  owed: readonly UnnumberedLine[],
  paid: PaidBeforeEnd | undefined,
  { bodyAtTime }: About,
): UnnumberedLine[] {
  const owedPence = sumPence(owed.map(({ amountPence }) => amountPence));
  const stays = paid && paidThatStays(owedPence, paid);
  if (stays === undefined) return [];
  const { days, staysPence: amountPence, basis } = stays;
  const about = { kind: 'paid-stays' as const, ...days, days: daysIn(days), bodyAtTime };
  return [{ ...about, amountPence, evidence: [], ...explainedBy(basis) }];
}

/** The rule and its inputs as an event keeps them. */
function explainedBy({ rule, version, inputs }: Basis) {
  const figures = Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [name, typeof value === 'boolean' ? String(value) : value]),
  );
  return { rule, ruleVersion: version, figures };
}

function negated(line: UnnumberedLine): UnnumberedLine {
  return { ...line, amountPence: negatePence(line.amountPence) };
}

function numbered(lines: readonly UnnumberedLine[]): RechargeLine[] {
  return lines.map((line, index) => ({ number: index + 1, ...line }));
}
