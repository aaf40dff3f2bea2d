import { basisOf } from '../../../kernel/basis.js';
import { known, pending, type Figure, type MissingFact } from '../../../kernel/figure.js';
import { sumPence } from '../../../kernel/pence.js';
import { period, periodInWords, type Period } from '../../../kernel/period.js';
import { addDays, dateInWords, earliest, latest, type PlainDate } from '../../../kernel/plain-date.js';
import {
  nothingToCharge,
  refundOf,
  type BridgingRecharge,
  type EndOfLiability,
} from './bridging-recharge.js';
import {
  chargeLines,
  daysWithoutBody,
  daysWithoutRate,
  type ChargeLine,
  type LiableFrom,
} from './charge-lines.js';
import type { TransferBackRate } from './charge-options.js';
import { jointPackageOn, keepsNhsPart, packagesRecordedTwice, type JointPackage } from './joint-package.js';
import type { PaymentMade } from './payment-evidence.js';
import { RECHARGE_TOTAL, TRANSFER_BACK } from './recharge-rules.js';
import { daysRatedTwice, rateOn, whichHolds, type WeeklyRate } from './weekly-rate.js';

/** The loss of eligibility that a transfer back to the council follows from. */
export interface EligibilityLost {
  readonly decidedOn: PlainDate;
  /** Days of notice, of which the day of the decision is the first. */
  readonly noticeDays: number;
}

/** The last day that the NHS body pays for as its own. */
export function noticeEndsOn({ decidedOn, noticeDays }: EligibilityLost): PlainDate {
  return addDays(decidedOn, noticeDays - 1);
}

/** The facts of a case that is on its way back. What is not known is absent. */
export interface TransferBackFacts {
  /** The last day that the NHS body was liable for. */
  readonly end: EndOfLiability;
  /** The first day that the budget of the NHS body covered; before it the council paid for itself. */
  readonly phbCoverStartsOn: PlainDate;
  /** The first day that the council's own direct payment covers. */
  readonly councilCoverStartsOn?: PlainDate;
  readonly diedOn?: PlainDate;
  readonly declinedFrom?: PlainDate;
  readonly rate: TransferBackRate;
  readonly councilBudgets: readonly WeeklyRate[];
  readonly phbRates: readonly WeeklyRate[];
  /** In date order; none means that the council owes the whole of each day. */
  readonly jointPackages: readonly JointPackage[];
  readonly payments: readonly PaymentMade[];
  readonly council: string;
  /** The council, and those that followed it in law. */
  readonly liableBodies: readonly LiableFrom[];
  /** In date order: the NHS body that was alerted has no first day of its own. */
  readonly nhsBody: string;
  readonly areaChanges: readonly { readonly from: PlainDate; readonly nhsBody: string }[];
  readonly limitationYears?: number;
}

/** What the council owes one NHS body for days that this paid after it was liable. */
export interface TransferBack {
  readonly creditor: string;
  readonly debtor: string;
  readonly rate: TransferBackFacts['rate'];
  readonly charge: Figure<BridgingRecharge>;
}

/** Days of one NHS body; without an end while nobody has said when the council's cover starts. */
interface Stretch {
  readonly creditor: string;
  readonly from: PlainDate;
  readonly until: PlainDate | undefined;
}

/**
 * What the council owes for the days from the end of liability to the start of its own cover, for each NHS body that paid
 * in turn. Nothing where the council's cover follows without a day between.
 */
export function transferBack(facts: TransferBackFacts): readonly TransferBack[] {
  const startsOn = latest(addDays(facts.end.lastDay, 1), facts.phbCoverStartsOn);
  return stretches(facts, startsOn).map((stretch) => ({
    creditor: stretch.creditor,
    debtor: facts.council,
    rate: facts.rate,
    charge: chargeFor(stretch, facts),
  }));
}

/**
 * Everything that the council owes one NHS body, which may have paid more than once where the person moved away and came
 * back. Pending while any of it is.
 *
 * @param asOf the day to show where the body is owed nothing
 */
export function owedTo(
  owed: readonly TransferBack[],
  creditor: string,
  asOf: PlainDate,
): Figure<BridgingRecharge> {
  const charges = owed.filter((each) => each.creditor === creditor).map(({ charge }) => charge);
  const [first, ...others] = charges;
  if (first === undefined) return nothingToCharge(asOf);
  if (others.length === 0) return first;
  const missing = charges.flatMap((charge) => (charge.status === 'pending' ? charge.missing : []));
  if (missing.length > 0) return pending(...missing);
  return chargeOf(charges.flatMap((charge) => (charge.status === 'known' ? charge.value.lines : [])));
}

function stretches(facts: TransferBackFacts, startsOn: PlainDate): readonly Stretch[] {
  const until = endOf(facts);
  if (until !== undefined && until <= startsOn) return [];
  const { nhsBody, areaChanges } = facts;
  const first = areaChanges.findLast(({ from }) => from <= startsOn)?.nhsBody ?? nhsBody;
  const later = areaChanges.filter(({ from }) => from > startsOn && (until === undefined || from < until));
  const starts = [{ from: startsOn, nhsBody: first }, ...later];
  return starts.map(({ from, nhsBody: creditor }, index) => ({
    creditor,
    from,
    until: starts[index + 1]?.from ?? until,
  }));
}

function endOf({ councilCoverStartsOn, diedOn, declinedFrom }: TransferBackFacts): PlainDate | undefined {
  const [first, ...others] = [councilCoverStartsOn, declinedFrom, diedOn && addDays(diedOn, 1)].filter(
    (day) => day !== undefined,
  );
  return first === undefined ? undefined : earliest(first, ...others);
}

function chargeFor({ creditor, from, until }: Stretch, facts: TransferBackFacts): Figure<BridgingRecharge> {
  const { rate, liableBodies, payments, limitationYears, end, jointPackages } = facts;
  const rates = rate === 'actual-phb-rate' ? facts.phbRates : facts.councilBudgets;
  if (until === undefined) {
    const unpriced = rateOn(rates, from) === undefined;
    return pending(...(unpriced ? [rateFor(rate, `from ${dateInWords(from)}`)] : []), COUNCIL_COVER_START);
  }
  const days = period(from, until);
  const unpriced = daysWithoutRate(days, rates);
  if (unpriced !== undefined) return pending(rateFor(rate, `for ${periodInWords(unpriced)}`));
  const twice = daysRatedTwice(days, rates);
  if (twice !== undefined) {
    const what = rate === 'actual-phb-rate' ? 'What the budget pays' : "The council's budget";
    return pending(missingRate(rate, whichHolds(what, twice)));
  }
  const packagesTwice = packagesRecordedTwice(days, jointPackages);
  if (packagesTwice.length > 0) return pending(...packagesTwice);
  const unclear = daysWithoutBody(days, liableBodies);
  if (unclear !== undefined) return pending(councilFor(unclear));
  const lapsed = jointPackageOn(jointPackages, from);
  if (lapsed !== undefined && lapsed.from <= end.lastDay && keepsNhsPart(lapsed)) {
    return pending(jointPackageAfter(end.lastDay));
  }
  const inputs = { lastDayLiable: end.lastDay, from, until, rate };
  const cost = {
    ...{ awardRates: rates, contributions: [], contributionReceipts: [], payments, liableBodies },
    ...{ payingBody: creditor, grossBasis: 'evidenced' as const, jointPackages },
    direction: 'transfer-back' as const,
    ...(limitationYears !== undefined && { limitationYears }),
  };
  const lines = chargeLines(days, cost, [basisOf(TRANSFER_BACK, inputs, [end.basis])]);
  return chargeOf(lines);
}

/** The sum of some lines, at least one, in date order. */
function chargeOf(lines: readonly ChargeLine[]): Figure<BridgingRecharge> {
  const [first] = lines;
  const last = lines.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('A charge has a line');
  const totalPence = sumPence(lines.map(({ amountPence }) => amountPence));
  return known(
    { days: period(first.from, last.until), lines, totalPence, ...refundOf(lines) },
    basisOf(
      RECHARGE_TOTAL,
      { lines: lines.length, totalPence },
      lines.map(({ basis }) => basis),
    ),
  );
}

const COUNCIL_COVER_START: MissingFact = {
  fact: 'council-cover-start',
  reason: "Nobody has said from which day the council's direct payment covers the person again",
  suppliedBy: "the council's direct payment team",
};

/** A package from while the NHS body was liable does not say whether it goes on bearing its own part. */
function jointPackageAfter(lastDay: PlainDate): MissingFact {
  return {
    fact: 'joint-package',
    reason: `Whether the NHS body goes on bearing a part of its own after ${dateInWords(lastDay)}, its last day of liability, is not recorded: set the joint package from the day after`,
    suppliedBy: 'the finance teams of both bodies',
  };
}

function rateFor(rate: TransferBackRate, days: string): MissingFact {
  const what =
    rate === 'actual-phb-rate'
      ? 'What the personal health budget pays'
      : 'What the council assesses the budget at';
  return missingRate(rate, `${what} is not recorded ${days}`);
}

function missingRate(rate: TransferBackRate, reason: string): MissingFact {
  return rate === 'actual-phb-rate'
    ? { fact: 'phb-rate', reason, suppliedBy: "the NHS body's personal health budget team" }
    : { fact: 'council-budget', reason, suppliedBy: "the council's direct payment team" };
}

function councilFor(days: Period): MissingFact {
  return {
    fact: 'liable-body',
    reason: `It is not known which council was liable for ${periodInWords(days)}, because bodies were split or merged`,
    suppliedBy: 'the finance teams of both bodies',
  };
}
