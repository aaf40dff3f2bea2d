import type { Figure } from '../../kernel/figure.js';
import type { Pence } from '../../kernel/pence.js';
import { addDays, type PlainDate } from '../../kernel/plain-date.js';
import { oneOf, wholeNumber } from '../../kernel/shape.js';
import type { AccountFacts, LeaveInAccount } from './rules/account-credit.js';
import {
  endOfBridging,
  type BridgingFacts,
  type EndOfLiability,
  type LiabilityStart,
  type ParkedDays,
} from './rules/bridging-recharge.js';
import type { CaseChargeFacts } from './rules/case-charge.js';
import type { ChargeOptions, TransferBackRate } from './rules/charge-options.js';
import type { LiableFrom } from './rules/charge-lines.js';
import type { ContributionReceipt } from './rules/contribution-matching.js';
import type { JointPackage } from './rules/joint-package.js';
import type { Suspension } from './rules/suspension.js';
import type { OneOffFact } from './rules/one-off-charge.js';
import type { TransferBackFacts } from './rules/transfer-back.js';
import type { PaymentMade } from './rules/payment-evidence.js';
import type { WeeklyRate } from './rules/weekly-rate.js';

/** What of a transfer case a recharge rests on. */
export interface ChargeableCase {
  readonly council: string;
  readonly nhsBody: string;
  /** In date order: the NHS bodies that followed it. */
  readonly areaChanges: readonly { readonly from: PlainDate; readonly nhsBody: string }[];
  readonly awardRates: readonly WeeklyRate[];
  readonly contributions: readonly WeeklyRate[];
  readonly contributionReceipts: readonly ContributionReceipt[];
  readonly jointPackages: readonly JointPackage[];
  readonly suspensions: readonly Suspension[];
  readonly payments: readonly PaymentMade[];
  readonly oneOffs: readonly OneOffFact[];
  readonly openingBalance?: Statement & { readonly balanceOn: PlainDate };
  readonly accountClosed?: Statement & { readonly closedOn: PlainDate };
  readonly balanceReclaimed?: { readonly amountPence: Pence; readonly reclaimReference: string };
  readonly phbCoverStartsOn?: PlainDate;
  readonly lastDayCovered?: PlainDate;
  readonly diedOn?: PlainDate;
  readonly declinedFrom?: PlainDate;
  readonly merger?: { readonly into: string; readonly mergedOn: PlainDate };
  readonly budgetForm?: { readonly form: string; readonly from: PlainDate };
  /** The local agreement that the case is bound to, with its options by name. */
  readonly agreement?: {
    readonly agreementId: string;
    readonly version: number;
    readonly options: Readonly<Record<string, string | number>>;
  };
}

interface Statement {
  readonly balancePence: Pence;
  readonly statementReference: string;
}

/** What of a case that is on its way back the debt of the council rests on. */
export interface ReturningCase extends ChargeableCase {
  readonly councilBudgets: readonly WeeklyRate[];
  readonly phbRates: readonly WeeklyRate[];
  readonly councilCoverStartsOn?: PlainDate;
}

/** Which body stands for another on a day, and on which days that changes. */
export interface BodiesInLaw {
  bodyOn(code: string, day: PlainDate): { readonly code: string } | undefined;
  successionsBetween(code: string, from: PlainDate, until: PlainDate): readonly PlainDate[];
}

/** An employment's leave as the council owes it at the start of liability, in pence; below zero when too much was taken. */
export interface LeaveOwed {
  readonly employmentRef: string;
  readonly owedPence: Figure<Pence>;
}

/** The leave of one PA as the recharge and the account take it. */
export interface CaseLeaveFact extends LeaveOwed, LeaveInAccount {}

const grossBasis = oneOf(['evidenced', 'full', 'net']);

/**
 * The facts of a case as the rule of the bridging recharge takes them: the council paid while the NHS body was liable. A
 * case that is bound to no agreement yet is shown on the evidenced cost.
 *
 * @param parked the days for which NHS bodies dispute which of them is responsible
 */
export function bridgingFactsOf(
  record: ChargeableCase,
  liability: Figure<LiabilityStart>,
  bodies: BodiesInLaw,
  parked?: ParkedDays,
  liabilityEnd?: EndOfLiability,
): BridgingFacts {
  const ends = {
    ...(record.phbCoverStartsOn && { newCoverStartsOn: record.phbCoverStartsOn }),
    ...(record.lastDayCovered && { lastDayCovered: record.lastDayCovered }),
    ...(record.diedOn && { diedOn: record.diedOn }),
    ...(record.declinedFrom && { declinedFrom: record.declinedFrom }),
    ...(liabilityEnd && { liabilityEnd }),
  };
  return {
    liability,
    ...ends,
    awardRates: record.awardRates,
    contributions: record.contributions,
    contributionReceipts: record.contributionReceipts,
    jointPackages: record.jointPackages,
    suspensions: record.suspensions,
    payments: paymentsOf([record.council], record.payments, bodies),
    liableBodies:
      liability.status === 'pending'
        ? []
        : bodiesFrom(record, liability.value.startsOn, endOfBridging(ends), bodies),
    payingBody: record.council,
    ...limitation(record.agreement?.options['limitationWarningYears']),
    ...(parked && { parked }),
    ...(record.merger && { merger: record.merger }),
    ...(record.budgetForm && { budgetForm: record.budgetForm }),
    grossBasis: grossBasis(record.agreement?.options['grossBasis'] ?? 'evidenced', '/grossBasis'),
  };
}

/**
 * The payments of the case. One of a body that took over from one of the given is that one's: a reorganisation makes
 * nothing paid by nobody.
 */
function paymentsOf(
  codes: readonly string[],
  payments: readonly PaymentMade[],
  bodies: BodiesInLaw,
): readonly PaymentMade[] {
  const days = payments.map(({ paidOn }) => paidOn);
  const successors = new Map(
    codes.flatMap((code) => days.map((day) => [bodies.bodyOn(code, day)?.code, code] as const)),
  );
  return payments.map((payment) => {
    const { payer } = payment;
    const tookOverFrom = payer === undefined || codes.includes(payer) ? payer : successors.get(payer);
    return tookOverFrom === undefined ? payment : { ...payment, payer: tookOverFrom };
  });
}

function limitation(years: string | number | undefined): Pick<BridgingFacts, 'limitationYears'> {
  return years === undefined ? {} : { limitationYears: wholeNumber(years, '/limitationWarningYears') };
}

/** The facts of a case that all its charges for bridging rest on, with the options of its agreement. */
export function caseChargeFactsOf(
  record: ChargeableCase,
  liability: Figure<LiabilityStart>,
  bodies: BodiesInLaw,
  options: ChargeOptions,
  parked?: ParkedDays,
  liabilityEnd?: EndOfLiability,
  leave: readonly LeaveInAccount[] = [],
): CaseChargeFacts {
  const facts = bridgingFactsOf(record, liability, bodies, parked, liabilityEnd);
  return { ...facts, oneOffs: record.oneOffs, account: { ...accountOf(record), leave }, options };
}

/**
 * The facts of a case that has lost eligibility, as the rule of the way back takes them. Nothing while the NHS body is liable,
 * and where its budget never began: then the council goes on paying for itself.
 *
 * @param end the last day that the NHS body was liable for
 */
export function transferBackFactsOf(
  record: ReturningCase,
  bodies: BodiesInLaw,
  options: { readonly transferBackRate: TransferBackRate },
  end: EndOfLiability | undefined,
): TransferBackFacts | undefined {
  const { phbCoverStartsOn, councilCoverStartsOn, diedOn, declinedFrom, council } = record;
  // A case that was merged owes nothing: the one that it went into does.
  if (end === undefined || phbCoverStartsOn === undefined || record.merger !== undefined) return undefined;
  const ends = [councilCoverStartsOn, declinedFrom, diedOn && addDays(diedOn, 1)].filter(
    (day) => day !== undefined,
  );
  const liableUntil = ends.sort().at(-1);
  const theCouncil = { nhsBody: council, areaChanges: [] };
  const nhsCodes = [record.nhsBody, ...record.areaChanges.map(({ nhsBody }) => nhsBody)];
  return {
    ...{ end, phbCoverStartsOn, council, rate: options.transferBackRate },
    ...(councilCoverStartsOn && { councilCoverStartsOn }),
    ...(diedOn && { diedOn }),
    ...(declinedFrom && { declinedFrom }),
    councilBudgets: record.councilBudgets,
    phbRates: record.phbRates,
    jointPackages: record.jointPackages,
    payments: paymentsOf(nhsCodes, record.payments, bodies),
    liableBodies: bodiesFrom(theCouncil, phbCoverStartsOn, liableUntil, bodies),
    nhsBody: record.nhsBody,
    areaChanges: record.areaChanges,
    ...limitation(record.agreement?.options['limitationWarningYears']),
  };
}

function accountOf({ openingBalance, accountClosed, balanceReclaimed }: ChargeableCase): AccountFacts {
  return {
    ...(openingBalance && { opening: { ...openingBalance, on: openingBalance.balanceOn } }),
    ...(accountClosed && { closed: { ...accountClosed, on: accountClosed.closedOn } }),
    ...(balanceReclaimed && { reclaimed: balanceReclaimed }),
  };
}

/** Who was liable from which day: cut where the case names another body and where one is followed by another in law. */
function bodiesFrom(
  { nhsBody, areaChanges }: Pick<ChargeableCase, 'nhsBody' | 'areaChanges'>,
  from: PlainDate,
  until: PlainDate | undefined,
  bodies: BodiesInLaw,
): LiableFrom[] {
  const debtorOn = (day: PlainDate) =>
    areaChanges.filter((change) => change.from <= day).at(-1)?.nhsBody ?? nhsBody;
  const codes = [nhsBody, ...areaChanges.map((change) => change.nhsBody)];
  const changes =
    until === undefined
      ? []
      : [
          ...codes.flatMap((code) => bodies.successionsBetween(code, from, until)),
          ...areaChanges.map((change) => change.from).filter((day) => from < day && day < until),
        ];
  return [from, ...[...new Set(changes)].sort()].map((day) => {
    const debtor = debtorOn(day);
    const body = bodies.bodyOn(debtor, day)?.code;
    return { from: day, debtor, ...(body !== undefined && { body }) };
  });
}
