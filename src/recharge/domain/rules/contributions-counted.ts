import { basisOf, type Basis, type BasisInputs } from '../../../kernel/basis.js';
import {
  maxPence,
  minPence,
  negatePence,
  subtractPence,
  sumPence,
  ZERO_PENCE,
  type Pence,
} from '../../../kernel/pence.js';
import { periodInWords, type Period } from '../../../kernel/period.js';
import { keepsCouncilPart, type JointPackage } from './joint-package.js';
import { CONTRIBUTION_OTHER_DAYS } from './recharge-rules.js';

/** What the person paid for the days of one line of a charge, and what was assessed for them. All sums in pence. */
export interface ContributionOfDays extends Period {
  /** Below zero where more was paid back than was received. */
  readonly receivedPence: Pence;
  /** Assessed for the council's own part, which comes first and is neither charged nor refunded. */
  readonly councilPartPence: Pence;
  /** Assessed for what is charged. */
  readonly assessedPence: Pence;
  readonly joint: JointPackage | undefined;
}

/** What of the person's money counts for the days of one line, in pence. */
export interface CountedContribution {
  /** For what is charged; above what was assessed only where more was paid than was assessed for the whole charge. */
  readonly countedPence: Pence;
  /** For the explanation of the line; empty where just the money counts that was received for its days. */
  readonly notes: BasisInputs;
  readonly basis: readonly Basis[];
}

/** A sum in pence, never below zero, of a line for which so much counts. */
type SumOf = (line: ContributionOfDays, heldPence: Pence) => Pence;

const aboveZero = (amount: Pence) => maxPence(ZERO_PENCE, amount);
const wholePence = (line: ContributionOfDays) => sumPence([line.councilPartPence, line.assessedPence]);

const lacksCouncilPart: SumOf = (line, held) => aboveZero(subtractPence(line.councilPartPence, held));
const lacksAssessed: SumOf = (line, held) => aboveZero(subtractPence(wholePence(line), held));
const wasPaidBack: SumOf = (line, held) => (hasCouncilPart(line) ? ZERO_PENCE : aboveZero(negatePence(held)));
const owesCouncil: SumOf = (line, held) => (hasCouncilPart(line) ? lacksCouncilPart(line, held) : ZERO_PENCE);
const aboveCouncilPart: SumOf = (line, held) => aboveZero(subtractPence(held, line.councilPartPence));
const aboveAssessed: SumOf = (line, held) => aboveZero(subtractPence(held, wholePence(line)));

/**
 * What counts for each line of a charge, in their order, once what was received for some days beyond the sum assessed for
 * them counts for the others, the earliest first: where the days are divided makes no difference to the sums of all lines.
 *
 * Under one joint package the council's own part of all days comes before what is charged for any. Money for days under
 * another package, or none, counts for these only as far as it is more than was assessed for its own; what was paid back
 * lowers whatever was paid.
 */
export function contributionsCounted(lines: readonly ContributionOfDays[]): readonly CountedContribution[] {
  const packages = [...new Set(lines.map(packageOf))];
  const inPackages = packages.reduce<readonly Pence[]>(
    (held, each) => {
      const isOfPackage = (line: ContributionOfDays) => packageOf(line) === each;
      const first = moved(
        lines,
        held,
        among(isOfPackage, lacksCouncilPart),
        among(isOfPackage, aboveCouncilPart),
      );
      return moved(lines, first, among(isOfPackage, lacksAssessed), among(isOfPackage, aboveAssessed));
    },
    lines.map(({ receivedPence }) => receivedPence),
  );
  // What is assessed comes last: the steps before it may take from days that others can make up for.
  const overCharge = [
    [owesCouncil, aboveAssessed],
    [wasPaidBack, aboveCouncilPart],
    [lacksAssessed, aboveAssessed],
  ] as const;
  const held = overCharge.reduce((each, [lacks, spares]) => moved(lines, each, lacks, spares), inPackages);
  const changes = lines.map(({ receivedPence }, index) =>
    subtractPence(held[index] ?? ZERO_PENCE, receivedPence),
  );
  return lines.map((line, index) => ({
    countedPence: forCharge(line, held[index] ?? ZERO_PENCE),
    ...explained(line, changes[index] ?? ZERO_PENCE, lines, changes),
  }));
}

/** Days are under one package where their cost is divided in one way. */
function packageOf({ joint }: ContributionOfDays): string {
  return joint === undefined ? '' : JSON.stringify([joint.parts, joint.remainder]);
}

function hasCouncilPart({ joint }: ContributionOfDays): boolean {
  return joint !== undefined && keepsCouncilPart(joint);
}

function among(isIn: (line: ContributionOfDays) => boolean, sumOf: SumOf): SumOf {
  return (line, held) => (isIn(line) ? sumOf(line, held) : ZERO_PENCE);
}

/** What counts for each line after as much as can be has gone from those that have some to spare to those that lack it. */
function moved(
  lines: readonly ContributionOfDays[],
  held: readonly Pence[],
  lacks: SumOf,
  spares: SumOf,
): readonly Pence[] {
  const sums = (of: SumOf) => lines.map((line, index) => of(line, held[index] ?? ZERO_PENCE));
  const [lacking, spare] = [sums(lacks), sums(spares)];
  const amount = minPence(sumPence(lacking), sumPence(spare));
  const [given, taken] = [inOrder(amount, lacking), inOrder(amount, spare)];
  return held.map((each, index) =>
    subtractPence(sumPence([each, given[index] ?? ZERO_PENCE]), taken[index] ?? ZERO_PENCE),
  );
}

/** The amount in parts, none above its limit, of which the first come first. */
function inOrder(amount: Pence, limits: readonly Pence[]): readonly Pence[] {
  let leftPence = amount;
  return limits.map((limit) => {
    const part = minPence(leftPence, limit);
    leftPence = subtractPence(leftPence, part);
    return part;
  });
}

/** What is above the council's own part. Less than that leaves nothing, and no debt for what is charged. */
function forCharge(line: ContributionOfDays, held: Pence): Pence {
  return hasCouncilPart(line) ? aboveCouncilPart(line, held) : held;
}

function explained(
  { receivedPence }: ContributionOfDays,
  change: Pence,
  lines: readonly ContributionOfDays[],
  changes: readonly Pence[],
): Pick<CountedContribution, 'notes' | 'basis'> {
  if (change === 0) return { notes: {}, basis: [] };
  const notes =
    change > 0 ? { receivedForOtherDaysPence: change } : { countedForOtherDaysPence: negatePence(change) };
  const others = lines.filter((_, index) => {
    const other = changes[index] ?? ZERO_PENCE;
    return change > 0 ? other < 0 : other > 0;
  });
  const otherDays = others.map((line) => periodInWords(line)).join(', ');
  const inputs = { receivedForDaysPence: receivedPence, ...notes, otherDays };
  return { notes, basis: [basisOf(CONTRIBUTION_OTHER_DAYS, inputs)] };
}
