import { apportion } from '../../../kernel/apportion.js';
import { basisOf, type Basis } from '../../../kernel/basis.js';
import type { MissingFact } from '../../../kernel/figure.js';
import { Fraction } from '../../../kernel/fraction.js';
import { subtractPence, ZERO_PENCE, type Pence } from '../../../kernel/pence.js';
import { partsOfWhole, type Division } from '../../../kernel/parts-of-whole.js';
import { cutAt, type Period } from '../../../kernel/period.js';
import { dateInWords, type PlainDate } from '../../../kernel/plain-date.js';
import { sameFacts } from '../../../kernel/same-facts.js';
import { JOINT_PACKAGE, TRANSFER_BACK_JOINT } from './recharge-rules.js';
import { penceFor } from './weekly-rate.js';

/** Who is liable and who pays: the council both, the council for the NHS body, or the NHS body both. */
export type PartOfDay = 'council-own' | 'bridged' | 'nhs-own';

/** Who pays for whom: the council for the NHS body, or on the way back the NHS body for the council. */
export const RECHARGE_DIRECTIONS = ['bridging', 'transfer-back'] as const;
export type Direction = (typeof RECHARGE_DIRECTIONS)[number];

/** How the cost of each day falls on the two bodies from a day until the next such fact. */
export interface JointPackage extends Division<PartOfDay> {
  readonly from: PlainDate;
}

/** The parts of a week's cost in exact pence. They add up to the cost. */
export type PartsOfWeek = Readonly<Record<PartOfDay, Fraction>>;

const WHOLE_IS_BRIDGED: Division<PartOfDay> = { parts: [], remainder: 'bridged' };

/** The joint package in force on a day; nothing where the council bridges the whole. */
export function jointPackageOn(packages: readonly JointPackage[], day: PlainDate): JointPackage | undefined {
  const found = packages.filter(({ from }) => from <= day).at(-1);
  return found === undefined || isWhole(found) ? undefined : found;
}

/** What a charge waits for where a history holds two packages from one day: which of them divides its days. */
export function packagesRecordedTwice(days: Period, packages: readonly JointPackage[]): MissingFact[] {
  const inForce = cutAt(
    days,
    packages.map(({ from }) => from),
  ).map((piece) => packages.findLast(({ from }) => from <= piece.from)?.from);
  const twice = inForce.find((day) => {
    const [first, ...others] = packages.filter(({ from }) => from === day).map(divisionOf);
    return others.some((other) => !sameFacts(first, other));
  });
  if (twice === undefined) return [];
  return [
    {
      fact: 'joint-package',
      reason: `Two joint packages from ${dateInWords(twice)} are recorded, and which divides the cost of a day is not known: correct one of them`,
      suppliedBy: 'the finance teams of both bodies',
    },
  ];
}

function divisionOf({ parts, remainder }: JointPackage): Division<PartOfDay> {
  return { parts, remainder };
}

function isWhole({ parts, remainder }: JointPackage): boolean {
  return parts.length === 0 && remainder === 'bridged';
}

/**
 * Divides the cost of a week. Fixed sums are met in the order in which they were stated, and none above what is left, so
 * that a cost below them makes nobody pay more than there is. On the way back the council pays nothing until its cover
 * starts, so that all but the NHS body's own part is paid for it.
 *
 * @param weeklyPence the cost of the whole package for a week
 */
export function partsOfWeek(
  weeklyPence: Pence,
  division: Division<PartOfDay> = WHOLE_IS_BRIDGED,
  direction: Direction = 'bridging',
): PartsOfWeek {
  const parts = partsOfWhole(Fraction.of(weeklyPence), division);
  const of = (part: PartOfDay) => parts.get(part) ?? Fraction.zero;
  const council = of('council-own');
  return direction === 'bridging'
    ? { 'council-own': council, bridged: of('bridged'), 'nhs-own': of('nhs-own') }
    : { 'council-own': Fraction.zero, bridged: council.plus(of('bridged')), 'nhs-own': of('nhs-own') };
}

/** True where the NHS body keeps a part of each day for itself. */
export function keepsNhsPart({ parts, remainder }: Division<PartOfDay>): boolean {
  return remainder === 'nhs-own' || parts.some(({ part }) => part === 'nhs-own');
}

/** True where the council keeps a part of each day for itself. */
export function keepsCouncilPart({ parts, remainder }: Division<PartOfDay>): boolean {
  return remainder === 'council-own' || parts.some(({ part }) => part === 'council-own');
}

/** What the days of a line come to for each part, in whole pence that add up to the whole. */
export interface JointFigures {
  /** The part that one body pays for the other, for a week, in exact pence as text. */
  readonly bridgedWeekly: string;
  /** The whole package for the days. */
  readonly wholePence: Pence;
  readonly councilOwnPence: Pence;
  readonly nhsOwnPence: Pence;
  /** How much of the person's contribution is for the council's own part, and so neither charged nor refunded. */
  readonly councilContributionPence: Pence;
}

/**
 * @param bridgedPence what the bridged part comes to for the days, rounded half up
 * @param councilContribution the contribution towards the council's own part, for a week
 */
export function jointFigures(
  weeklyPence: Pence,
  parts: PartsOfWeek,
  days: Period,
  bridgedPence: Pence,
  councilContribution: Fraction,
): JointFigures {
  const wholePence = penceFor(weeklyPence, days);
  const othersPence = subtractPence(wholePence, bridgedPence);
  const own = ['council-own', 'nhs-own'] as const;
  const shares =
    othersPence === 0
      ? []
      : apportion(
          othersPence,
          own.map((part) => ({ payer: part, weight: parts[part] })),
        );
  const shareOf = (part: (typeof own)[number]) =>
    shares.find(({ payer }) => payer === part)?.sharePence ?? ZERO_PENCE;
  return {
    bridgedWeekly: parts.bridged.toString(),
    wholePence,
    councilOwnPence: shareOf('council-own'),
    nhsOwnPence: shareOf('nhs-own'),
    councilContributionPence: penceFor(councilContribution, days),
  };
}

/** Why only a part of each day is charged. */
export function jointBasis({ from, parts, remainder }: JointPackage, direction: Direction): Basis {
  const stated: Record<string, string> = Object.fromEntries(
    parts.map(({ part, share, weeklyPence }) => [part, share ?? `${weeklyPence ?? ZERO_PENCE} pence a week`]),
  );
  const rule = direction === 'bridging' ? JOINT_PACKAGE : TRANSFER_BACK_JOINT;
  return basisOf(rule, { from, ...stated, remainder });
}

export function smaller(left: Fraction, right: Fraction): Fraction {
  return left.compare(right) <= 0 ? left : right;
}
