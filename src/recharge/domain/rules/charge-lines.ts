import { basisOf, type Basis, type BasisInputs } from '../../../kernel/basis.js';
import { Fraction } from '../../../kernel/fraction.js';
import {
  maxPence,
  minPence,
  subtractPence,
  sumPence,
  ZERO_PENCE,
  type Pence,
} from '../../../kernel/pence.js';
import { cutAt, daysIn, lastDayOf, type Period } from '../../../kernel/period.js';
import { addDays, type PlainDate } from '../../../kernel/plain-date.js';
import { contributionsReceivedFor, type ContributionReceipt } from './contribution-matching.js';
import { contributionsCounted, type CountedContribution } from './contributions-counted.js';
import {
  jointBasis,
  jointFigures,
  jointPackageOn,
  partsOfWeek,
  smaller,
  type Direction,
  type JointFigures,
  type JointPackage,
} from './joint-package.js';
import { evidenceFor, type PaymentEvidence, type PaymentMade } from './payment-evidence.js';
import { BRIDGING_LINE } from './recharge-rules.js';
import {
  suspensionBasis,
  suspensionOn,
  weeklyPaid,
  type Suspension,
  type SuspensionNote,
} from './suspension.js';
import { penceFor, rateOn, type WeeklyRate } from './weekly-rate.js';

/**
 * Which cost is claimed: what was paid net plus the contributions that were really paid, plus the assessed contribution
 * whether or not it was paid, or the net payments alone.
 */
export type GrossBasis = 'evidenced' | 'full' | 'net';

/** The body that is liable from a day until the next one. */
export interface LiableFrom {
  readonly from: PlainDate;
  /** Absent where it is not known which of several bodies it was. */
  readonly body?: string;
  /** The body that the case names for those days, which another may have followed in law; the same where it is absent. */
  readonly debtor?: string;
}

/** What was paid for by one body while another was liable. */
export interface CostFacts {
  /** Weekly cost of the whole package, the person's contribution included. */
  readonly awardRates: readonly WeeklyRate[];
  /** What the person was assessed to contribute; none recorded means that none was charged. */
  readonly contributions: readonly WeeklyRate[];
  readonly contributionReceipts: readonly ContributionReceipt[];
  /** In date order; none means that the council bridges the whole. */
  readonly jointPackages?: readonly JointPackage[];
  readonly suspensions?: readonly Suspension[];
  readonly payments: readonly PaymentMade[];
  readonly liableBodies: readonly LiableFrom[];
  readonly payingBody: string;
  /** The council pays for the NHS body where nothing is said. */
  readonly direction?: Direction;
  /** Years after a payment from which a claim for it is warned of; six where the agreement says nothing. */
  readonly limitationYears?: number;
  readonly grossBasis: GrossBasis;
}

/** Days with one rate, contribution, share and liable body, and what they come to. All sums in pence. */
export interface ChargeLine extends Period {
  readonly days: number;
  /** The whole package, whatever part of it is charged. */
  readonly weeklyGrossPence: Pence;
  /** Never above the gross rate: nobody contributes more than the cost. */
  readonly weeklyContributionPence: Pence;
  /** What one body paid for the liable one, the contribution included: under a joint package a part of the package. */
  readonly grossPence: Pence;
  readonly netPence: Pence;
  /** The assessed contribution for the days: what the gross cost is above the net, so that the two always add up. */
  readonly contributionPence: Pence;
  /** What the person paid that counts for the days, be it received for them or, beyond what these needed, for others. */
  readonly contributionReceivedPence: Pence;
  /** What is claimed. */
  readonly amountPence: Pence;
  /** The body that was liable at the time. */
  readonly liableBody: string;
  /** The body that the case names for the days: a document has one debtor, and each has a document of its own. */
  readonly debtor: string;
  /** Only under a joint package. */
  readonly joint?: JointFigures;
  /** Only while care at home was interrupted. */
  readonly suspension?: SuspensionNote;
  readonly evidence: PaymentEvidence;
  readonly basis: Basis;
}

/** The days of `period` that no award rate covers: those before the first. */
export function daysWithoutRate(whole: Period, awardRates: readonly WeeklyRate[]): Period | undefined {
  const pieces = cutAt(
    whole,
    awardRates.map(({ from }) => from),
  );
  return pieces.find(({ from }) => rateOn(awardRates, from) === undefined);
}

/** The first days of `period` for which it is not known which body was liable. */
export function daysWithoutBody(whole: Period, liableBodies: readonly LiableFrom[]): Period | undefined {
  const pieces = cutAt(
    whole,
    liableBodies.map(({ from }) => from),
  );
  return pieces.find(({ from }) => liableOn(liableBodies, from) === '');
}

/**
 * Splits the period at every change of rate, contribution, share or liable body and at both ends of a suspension, and works out each line as the weekly sum times
 * days over 7, half up to the penny. Each day of the period must have an award rate and a liable body; `daysWithoutRate` and
 * `daysWithoutBody` tell.
 *
 * @param from the explanation of the period itself
 */
export function chargeLines(whole: Period, facts: CostFacts, from: readonly Basis[]): ChargeLine[] {
  const pieces = cutAt(whole, changesOf(facts)).map((piece) => costOf(piece, facts));
  const received = contributionsReceivedFor(pieces, facts.contributionReceipts, facts.contributions);
  const counted = contributionsCounted(
    pieces.map(({ from: start, until, contributionPence, shares, joint }, index) => ({
      ...{ from: start, until },
      receivedPence: received[index] ?? ZERO_PENCE,
      councilPartPence: shares?.councilContributionPence ?? ZERO_PENCE,
      assessedPence: contributionPence,
      joint,
    })),
  );
  return pieces.map((piece, index) => lineFor(piece, counted[index] ?? NOTHING_COUNTED, facts, from));
}

const NOTHING_COUNTED: CountedContribution = { countedPence: ZERO_PENCE, notes: {}, basis: [] };

/** The days on which a line has to end because something differs from the day before; the same again is no change. */
function changesOf(facts: CostFacts): PlainDate[] {
  const { jointPackages = [], suspensions = [] } = facts;
  const dated = [
    ...[...facts.awardRates, ...facts.contributions, ...facts.liableBodies, ...jointPackages].map(
      ({ from }) => from,
    ),
    ...suspensions.flatMap(({ from, until }) => [from, until]),
  ];
  const termsOn = (day: PlainDate) => JSON.stringify(termsOfDay(facts, day));
  return dated.filter((day) => termsOn(day) !== termsOn(addDays(day, -1)));
}

/** What each day of a line has in common. */
function termsOfDay(facts: CostFacts, day: PlainDate) {
  const awarded = rateOn(facts.awardRates, day)?.weeklyPence ?? ZERO_PENCE;
  const suspension = suspensionOn(facts.suspensions ?? [], day);
  const weeklyGrossPence = weeklyPaid(awarded, suspension);
  const assessed = rateOn(facts.contributions, day)?.weeklyPence ?? ZERO_PENCE;
  const joint = jointPackageOn(facts.jointPackages ?? [], day);
  return {
    weeklyGrossPence,
    weeklyContributionPence: minPence(assessed, weeklyGrossPence),
    liableBody: liableOn(facts.liableBodies, day),
    debtor: debtorOn(facts.liableBodies, day),
    ...(joint && { joint }),
    ...(suspension && { suspension }),
  };
}

/** What the days of a line cost and what was assessed for them, whatever the person paid. */
function costOf(piece: Period, facts: CostFacts) {
  const terms = termsOfDay(facts, piece.from);
  const { weeklyGrossPence, weeklyContributionPence, joint } = terms;
  const parts = partsOfWeek(weeklyGrossPence, joint, facts.direction);
  const contribution = Fraction.of(weeklyContributionPence);
  const towardsCouncil = smaller(contribution, parts['council-own']);
  const towardsBridged = smaller(contribution.minus(towardsCouncil), parts.bridged);
  const grossPence = penceFor(parts.bridged, piece);
  const netPence = penceFor(parts.bridged.minus(towardsBridged), piece);
  return {
    ...piece,
    days: daysIn(piece),
    ...terms,
    joint,
    grossPence,
    netPence,
    contributionPence: subtractPence(grossPence, netPence),
    shares: joint && jointFigures(weeklyGrossPence, parts, piece, grossPence, towardsCouncil),
  };
}

function lineFor(
  { joint, suspension, shares, debtor, ...cost }: ReturnType<typeof costOf>,
  { countedPence, notes: countedNotes, basis: countedBasis }: CountedContribution,
  facts: CostFacts,
  from: readonly Basis[],
): ChargeLine {
  const figures = { ...cost, contributionReceivedPence: countedPence };
  const amountPence = claimed(facts.grossBasis, figures);
  const note = suspension && { reason: suspension.reason, paid: suspension.paid };
  return {
    ...figures,
    amountPence,
    debtor,
    ...(shares && { joint: shares }),
    ...(note && { suspension: note }),
    evidence: evidenceFor(cost, facts.payments, facts.payingBody, facts.limitationYears),
    basis: lineBasis(
      { ...figures, amountPence, grossBasis: facts.grossBasis },
      { ...shares, ...(note && { suspendedFor: note.reason, paidMeanwhile: note.paid }), ...countedNotes },
      [
        ...from,
        ...(joint ? [jointBasis(joint, facts.direction ?? 'bridging')] : []),
        ...(suspension ? [suspensionBasis(suspension)] : []),
        ...countedBasis,
      ],
    ),
  };
}

function claimed(
  grossBasis: GrossBasis,
  line: Pick<ChargeLine, 'grossPence' | 'netPence' | 'contributionPence' | 'contributionReceivedPence'>,
): Pence {
  switch (grossBasis) {
    case 'full':
      return line.grossPence;
    case 'net':
      return line.netPence;
    case 'evidenced':
      // More than was assessed is money in the account, not a cost of the service, and no reversal lowers what was paid.
      return sumPence([
        line.netPence,
        maxPence(ZERO_PENCE, minPence(line.contributionReceivedPence, line.contributionPence)),
      ]);
  }
}

function liableOn(bodies: readonly LiableFrom[], day: PlainDate): string {
  return bodies.filter(({ from }) => from <= day).at(-1)?.body ?? '';
}

function debtorOn(bodies: readonly LiableFrom[], day: PlainDate): string {
  const found = bodies.filter(({ from }) => from <= day).at(-1);
  return found?.debtor ?? found?.body ?? '';
}

function lineBasis(
  line: Omit<ChargeLine, 'basis' | 'evidence' | 'debtor' | 'joint' | 'suspension'> & {
    readonly grossBasis: GrossBasis;
  },
  notes: BasisInputs,
  from: readonly Basis[],
): Basis {
  const { until: _, ...figures } = line;
  return basisOf(BRIDGING_LINE, { ...figures, ...notes, lastDay: lastDayOf(line) }, from);
}
