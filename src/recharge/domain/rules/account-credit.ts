import { basisOf } from '../../../kernel/basis.js';
import { known, pending, type Figure, type MissingFact } from '../../../kernel/figure.js';
import { Fraction } from '../../../kernel/fraction.js';
import { minPence, subtractPence, sumPence, type Pence } from '../../../kernel/pence.js';
import { clip, daysIn, type OpenPeriod, type Period } from '../../../kernel/period.js';
import { dateInWords, type PlainDate } from '../../../kernel/plain-date.js';
import type { ChargeOptions } from './charge-options.js';
import type { PaymentMade } from './payment-evidence.js';
import { ACCOUNT_CREDIT, ACCOUNT_LEAVE } from './recharge-rules.js';
import { unspentBalanceCredit } from './unspent-balance.js';

/** What the account of the direct payment held, by its statements. What nobody has said is absent. */
export interface AccountFacts {
  /** At the start of the day. */
  readonly opening?: {
    readonly on: PlainDate;
    readonly balancePence: Pence;
    readonly statementReference: string;
  };
  readonly closed?: {
    readonly on: PlainDate;
    readonly balancePence: Pence;
    readonly statementReference: string;
  };
  /** What the council took back; zero where that was taken back. */
  readonly reclaimed?: { readonly amountPence: Pence; readonly reclaimReference: string };
  readonly leave?: readonly LeaveInAccount[];
}

/** Money in the account that is for the leave of one PA, in pence. */
export interface LeaveInAccount {
  readonly employmentRef: string;
  readonly inAccountPence: Figure<Pence>;
}

/** What is taken off the recharge for bridging money that was not spent, in pence, with what shows it. */
export interface AccountCredit {
  readonly creditPence: Pence;
  readonly references: readonly string[];
}

/** What was charged for bridging, and what was paid into the account by when. */
export interface AccountMoney {
  readonly days: Period;
  /** Why days of bridging are parked, where some are: what was paid for them is nobody's yet. */
  readonly parkedFor?: MissingFact;
  /** What the lines of bridging come to. */
  readonly bridgingPence: Pence;
  readonly payments: readonly PaymentMade[];
  readonly payingBody: string;
}

/**
 * The credit for bridging money left in the account: on the basis of what was spent always, on that of what was paid once
 * the council has taken the balance back, and then never more than it took back. Nothing where no credit is due.
 *
 * Money for leave is credited or kept as leave, and not a second time as money left unspent: it comes off the closing balance
 * first, where the method does not leave it in the council's own opening balance anyway.
 *
 * Money for other days is not bridging money: the council's own part of the opening balance is what it held less what had
 * been paid in advance for days of bridging, and the closing balance counts without what was paid for days after them.
 *
 * Pending while days of bridging are parked, the leave that may be in the account is not known, a balance that the method needs
 * is missing, or was taken on another day than that of liability.
 */
export function accountCredit(
  account: AccountFacts,
  money: AccountMoney,
  { costBasis, creditMethod: method }: Pick<ChargeOptions, 'costBasis' | 'creditMethod'>,
): Figure<AccountCredit> | undefined {
  const { opening, closed, reclaimed } = account;
  const { days, bridgingPence, parkedFor } = money;
  const isReclaimed = reclaimed !== undefined && reclaimed.amountPence > 0;
  if (costBasis === 'direct-payment-paid' && !isReclaimed) return undefined;
  // Money for parked days would count as the council's own, and what is left as less than it is.
  if (parkedFor !== undefined) return pending(parkedFor);
  if (bridgingPence <= 0) return undefined;
  const forLeave = keptForLeave(account, method);
  const missing = missingFrom(account, days.from, method);
  if (forLeave.status === 'pending') return pending(...missing, ...forLeave.missing);
  if (closed === undefined || missing.length > 0) return pending(...missing);

  const openingPence = ownOpening(opening?.balancePence ?? ZERO, money);
  const later = paymentsOf(money, (paidOn) => paidOn <= closed.on);
  const laterPence = paidFor(later, () => ({ from: days.until }));
  const leavePence = forLeave.value;
  const closingPence = subtractPence(closed.balancePence, sumPence([laterPence, leavePence]));
  const balances = { openingPence, closingPence, paymentsPence: bridgingPence };
  const unspent = unspentBalanceCredit(balances, method);
  const creditPence =
    costBasis === 'actual-spend' || reclaimed === undefined
      ? unspent.value
      : minPence(unspent.value, reclaimed.amountPence);
  const inputs = {
    costBasis,
    method,
    ...(opening && { openingBalancePence: opening.balancePence, openingOn: opening.on }),
    closingBalancePence: closed.balancePence,
    closedOn: closed.on,
    paidForLaterDaysPence: laterPence,
    ...(leavePence > 0 && { keptForLeavePence: leavePence }),
    ...(reclaimed && { reclaimedPence: reclaimed.amountPence }),
    creditPence,
  };
  const references = [
    opening?.statementReference,
    closed.statementReference,
    reclaimed?.reclaimReference,
  ].filter((each) => each !== undefined);
  return known(
    { creditPence, references },
    basisOf(ACCOUNT_CREDIT, inputs, [unspent.basis, ...(leavePence > 0 ? [forLeave.basis] : [])]),
  );
}

/** Under the protected opening balance the money for leave is the council's own already. */
function keptForLeave({ leave = [] }: AccountFacts, method: ChargeOptions['creditMethod']): Figure<Pence> {
  return leaveInAccount(method === 'opening-protected' ? [] : leave);
}

/** What of the account is for leave, all PAs together. Pending while it is not known of one of them. */
export function leaveInAccount(leave: readonly LeaveInAccount[]): Figure<Pence> {
  const figures = leave.map(({ inAccountPence }) => inAccountPence);
  const missing = figures.flatMap((figure) => (figure.status === 'pending' ? figure.missing : []));
  if (missing.length > 0) return pending(...missing);
  const found = figures.flatMap((figure) => (figure.status === 'known' ? [figure] : []));
  const keptPence = sumPence(found.map(({ value }) => value));
  return known(
    keptPence,
    basisOf(
      ACCOUNT_LEAVE,
      { employments: leave.length, keptPence },
      found.map(({ basis }) => basis),
    ),
  );
}

const ZERO = sumPence([]);

/** The council's own money as liability began: without advances for later days, and with what came late for earlier ones. */
function ownOpening(balancePence: Pence, money: AccountMoney): Pence {
  const { from } = money.days;
  const inAdvance = paidFor(
    paymentsOf(money, (paidOn) => paidOn < from),
    () => ({ from }),
  );
  const late = paidFor(
    paymentsOf(money, (paidOn) => paidOn >= from),
    (payment) => ({ from: payment.from, until: from }),
  );
  return sumPence([subtractPence(balancePence, inAdvance), late]);
}

/** What the council paid in on such days. */
function paymentsOf(
  { payments, payingBody }: AccountMoney,
  isOfDate: (paidOn: PlainDate) => boolean,
): readonly PaymentMade[] {
  return payments.filter(({ payer, paidOn }) => payer === payingBody && isOfDate(paidOn));
}

/** What of the payments was for those days. */
function paidFor(payments: readonly PaymentMade[], daysOf: (payment: PaymentMade) => OpenPeriod): Pence {
  return sumPence(
    payments.map((payment) => {
      const part = clip(payment, daysOf(payment));
      if (part === undefined) return ZERO;
      return Fraction.of(daysIn(part), daysIn(payment)).times(payment.amountPence).toPence();
    }),
  );
}

function missingFrom(
  { opening, closed }: AccountFacts,
  liabilityStartsOn: PlainDate,
  method: ChargeOptions['creditMethod'],
): MissingFact[] {
  const suppliedBy = "the council's finance team, from the statements of the account";
  const needsOpening = method !== 'fifo' && opening?.on !== liabilityStartsOn;
  const taken = opening === undefined ? '' : `; the one recorded is of ${dateInWords(opening.on)}`;
  return [
    ...(needsOpening
      ? [
          {
            fact: 'account-opening-balance',
            reason: `The balance of the account as ${dateInWords(liabilityStartsOn)} began, when the NHS body became liable, is not recorded${taken}`,
            suppliedBy,
          },
        ]
      : []),
    ...(closed === undefined
      ? [
          {
            fact: 'account-closing-balance',
            reason: 'The account of the direct payment is not closed, so what was left in it is not known',
            suppliedBy,
          },
        ]
      : []),
  ];
}
