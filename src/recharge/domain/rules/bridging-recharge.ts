import { basisOf, type Basis } from '../../../kernel/basis.js';
import { known, pending, type Figure, type MissingFact } from '../../../kernel/figure.js';
import { maxPence, subtractPence, sumPence, ZERO_PENCE, type Pence } from '../../../kernel/pence.js';
import { clip, period, periodInWords, type Period } from '../../../kernel/period.js';
import { addDays, latest, type PlainDate } from '../../../kernel/plain-date.js';
import {
  chargeLines,
  daysWithoutBody,
  daysWithoutRate,
  type ChargeLine,
  type CostFacts,
} from './charge-lines.js';
import { packagesRecordedTwice } from './joint-package.js';
import {
  BRIDGING_DAYS,
  CASE_MERGED,
  CHC_DECLINED,
  CONTRIBUTION_REFUND,
  RECHARGE_TOTAL,
} from './recharge-rules.js';
import { daysRatedTwice, whichHolds } from './weekly-rate.js';

/** From when the NHS body is liable, and the days before it that wait for a fact. */
export interface LiabilityStart {
  readonly startsOn: PlainDate;
  readonly held?: HeldDays;
}

/** Days that wait for a fact. */
export interface HeldDays extends Period {
  readonly missing: MissingFact;
}

/** From when NHS bodies dispute which of them is responsible, until they settle it. */
export interface ParkedDays {
  readonly from: PlainDate;
  readonly missing: MissingFact;
}

/** The facts of a case that its bridging recharge rests on. What is not known is absent. */
export interface BridgingFacts extends CostFacts {
  readonly liability: Figure<LiabilityStart>;
  /** The first day that the liable body's own budget covers. */
  readonly newCoverStartsOn?: PlainDate;
  /** The last day that the old payment covered. */
  readonly lastDayCovered?: PlainDate;
  readonly diedOn?: PlainDate;
  readonly liabilityEnd?: EndOfLiability;
  /** The first day for which the person does not want NHS Continuing Healthcare. */
  readonly declinedFrom?: PlainDate;
  readonly parked?: ParkedDays;
  /** The case that goes on in place of this one, where it was merged. */
  readonly merger?: { readonly into: string; readonly mergedOn: PlainDate };
  /** How the person wants the budget to be held. */
  readonly budgetForm?: { readonly form: string; readonly from: PlainDate };
}

/** The facts that end bridging, each with the first day that is not bridged because of it. */
export type BridgingEnds = Pick<
  BridgingFacts,
  'newCoverStartsOn' | 'lastDayCovered' | 'diedOn' | 'declinedFrom' | 'liabilityEnd'
>;

/** The last day that the NHS body was liable for, where eligibility has ended, with its explanation. */
export interface EndOfLiability {
  readonly lastDay: PlainDate;
  readonly basis: Basis;
}

/** What the debtor owes for bridging, and what follows for the person. All sums in pence. */
export interface BridgingRecharge {
  readonly days: Period;
  readonly lines: readonly ChargeLine[];
  /** Always the sum of the lines. */
  readonly totalPence: Pence;
  /** What the council gives back to the person: the contributions received for the days. */
  readonly refundToPersonPence: Pence;
  /** What the person was charged for the days and did not pay. */
  readonly contributionCancelledPence: Pence;
  readonly refundBasis: Basis;
  /** Days that may be owed too, once somebody says whether the late decision was justified. They are in no total. */
  readonly held?: HeldDays;
  /** Days that are owed by one of several NHS bodies, once they settle by which. They are in no total. */
  readonly parked?: HeldDays;
}

export const PHB_COVER_START: MissingFact = {
  fact: 'phb-cover-start',
  reason: 'PHB cover start not recorded',
  suppliedBy: "the NHS body's personal health budget team",
};

/**
 * What is owed for the days on which one body was liable and another paid.
 *
 * Pending while the start of liability, an end date or an award rate is missing. Liability that starts after the budget
 * does gives no days and no lines.
 */
export function bridgingRecharge(facts: BridgingFacts): Figure<BridgingRecharge> {
  const { liability, merger } = facts;
  if (merger !== undefined) return nothingOwed(merger);
  if (liability.status === 'pending') return liability;
  const until = endOfBridging(facts);
  if (until === undefined) return pending(PHB_COVER_START);

  const { startsOn, held } = liability.value;
  const bridged = period(startsOn, latest(startsOn, until));
  const parked = parkedDays(bridged, facts.parked);
  const days = parked === undefined ? bridged : period(startsOn, parked.from);
  const unpriced = daysWithoutRate(days, facts.awardRates);
  if (unpriced !== undefined) return pending(awardRateFor(unpriced));
  const twice = recordedTwice(days, facts);
  if (twice.length > 0) return pending(...twice);
  const unclear = daysWithoutBody(days, facts.liableBodies);
  if (unclear !== undefined) return pending(liableBodyFor(unclear));

  const daysBasis = basisOf(BRIDGING_DAYS, { startsOn, ...ends(facts) }, [
    liability.basis,
    ...endBases(facts),
  ]);
  const lines = chargeLines(days, facts, [daysBasis]);
  const totalPence = sumPence(lines.map((line) => line.amountPence));
  return known(
    {
      days,
      lines,
      totalPence,
      ...refundOf(lines),
      ...(held && { held }),
      ...(parked && { parked }),
    },
    basisOf(
      RECHARGE_TOTAL,
      { lines: lines.length, totalPence },
      lines.length === 0 ? [daysBasis] : lines.map(({ basis }) => basis),
    ),
  );
}

function nothingOwed({ into, mergedOn }: NonNullable<BridgingFacts['merger']>): Figure<BridgingRecharge> {
  return nothingToCharge(mergedOn, [basisOf(CASE_MERGED, { into, mergedOn })]);
}

/** A charge of no days, as it stands on a day. */
export function nothingToCharge(on: PlainDate, from: readonly Basis[] = []): Figure<BridgingRecharge> {
  return known(
    { days: period(on, on), lines: [], totalPence: ZERO_PENCE, ...refundOf([]) },
    basisOf(RECHARGE_TOTAL, { lines: 0, totalPence: ZERO_PENCE }, from),
  );
}

/**
 * The first day that is not bridged: the new cover starts, the person declines it, or the day before was the last one
 * covered or lived.
 */
export function endOfBridging({
  newCoverStartsOn,
  lastDayCovered,
  diedOn,
  declinedFrom,
  liabilityEnd,
}: BridgingEnds): PlainDate | undefined {
  const lastDays = [lastDayCovered, diedOn, liabilityEnd?.lastDay].filter((day) => day !== undefined);
  const ends = [newCoverStartsOn, declinedFrom, ...lastDays.map((day) => addDays(day, 1))].filter(
    (day) => day !== undefined,
  );
  return ends.sort().at(0);
}

function parkedDays(bridged: Period, parked: ParkedDays | undefined): HeldDays | undefined {
  const days = parked && clip(bridged, parked);
  return days && { ...days, missing: parked.missing };
}

/** The bodies that owe for a recharge, in the order of their first days. */
export function debtorsOf({ lines }: Pick<BridgingRecharge, 'lines'>): readonly string[] {
  return [...new Set(lines.map(({ debtor }) => debtor))];
}

/** The part of a recharge that one body owes: its own lines with their own total. The whole when it owes all of it. */
export function owedBy(figure: Figure<BridgingRecharge>, debtor: string): Figure<BridgingRecharge> {
  if (figure.status === 'pending') return figure;
  const lines = figure.value.lines.filter((line) => line.debtor === debtor);
  if (lines.length === figure.value.lines.length) return figure;
  const from = lines[0]?.from ?? figure.value.days.from;
  const totalPence = sumPence(lines.map((line) => line.amountPence));
  return known(
    {
      ...figure.value,
      days: period(from, lines.at(-1)?.until ?? from),
      lines,
      totalPence,
      ...refundOf(lines),
    },
    basisOf(
      RECHARGE_TOTAL,
      { lines: lines.length, totalPence },
      lines.map(({ basis }) => basis),
    ),
  );
}

/** Why liability ended, where it did. */
function endBases({ declinedFrom, liabilityEnd }: BridgingEnds): Basis[] {
  return [
    ...(declinedFrom === undefined ? [] : [basisOf(CHC_DECLINED, { declinedFrom })]),
    ...(liabilityEnd === undefined ? [] : [liabilityEnd.basis]),
  ];
}

function ends({
  newCoverStartsOn,
  lastDayCovered,
  diedOn,
  declinedFrom,
  liabilityEnd,
}: BridgingEnds): Record<string, string> {
  return {
    ...(newCoverStartsOn && { newCoverStartsOn }),
    ...(lastDayCovered && { lastDayCovered }),
    ...(diedOn && { diedOn }),
    ...(declinedFrom && { declinedFrom }),
    ...(liabilityEnd && { lastDayLiable: liabilityEnd.lastDay }),
  };
}

/** What the person gets back of the contributions for the lines, and what of them is cancelled. */
export function refundOf(lines: readonly ChargeLine[]) {
  const refundToPersonPence = sumPence(lines.map((line) => line.contributionReceivedPence));
  const contributionCancelledPence = sumPence(
    lines.map((line) =>
      maxPence(ZERO_PENCE, subtractPence(line.contributionPence, line.contributionReceivedPence)),
    ),
  );
  const contributionPence = sumPence(lines.map((line) => line.contributionPence));
  return {
    refundToPersonPence,
    contributionCancelledPence,
    refundBasis: basisOf(CONTRIBUTION_REFUND, {
      contributionPence,
      refundToPersonPence,
      contributionCancelledPence,
    }),
  };
}

function awardRateFor(days: Period): MissingFact {
  return {
    fact: 'award-rate',
    reason: `No award rate is recorded for ${periodInWords(days)}`,
    suppliedBy: "the council's direct payment team",
  };
}

/** What cannot be said because a history holds two sums, or two joint packages, from one day. */
function recordedTwice(days: Period, facts: CostFacts): MissingFact[] {
  const suppliedBy = "the council's direct payment team";
  const rates = daysRatedTwice(days, facts.awardRates);
  const contributions = daysRatedTwice(days, facts.contributions);
  return [
    ...(rates ? [{ fact: 'award-rate', reason: whichHolds('The award rate', rates), suppliedBy }] : []),
    ...(contributions
      ? [{ fact: 'contribution', reason: whichHolds('The contribution', contributions), suppliedBy }]
      : []),
    ...packagesRecordedTwice(days, facts.jointPackages ?? []),
  ];
}

function liableBodyFor(days: Period): MissingFact {
  return {
    fact: 'liable-body',
    reason: `It is not known which body was liable for ${periodInWords(days)}, because bodies were split or merged`,
    suppliedBy: 'the finance teams of both bodies',
  };
}
