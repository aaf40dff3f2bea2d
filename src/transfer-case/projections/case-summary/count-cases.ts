import type { BodySide } from '../../../platform/access/side-of-role.js';
import type { Stage } from '../../domain/case-record.js';
import type { WaitingOn } from '../../domain/waiting-on.js';

export const MOVES = ['ours', 'theirs'] as const;
export type Move = (typeof MOVES)[number];

/** A case that waits for both waits for whoever looks: only what the other side has to do alone is theirs. */
export function movesOf(side: BodySide): Readonly<Record<Move, readonly WaitingOn[]>> {
  return side === 'nhs'
    ? { ours: ['nhs', 'both'], theirs: ['council'] }
    : { ours: ['council', 'both'], theirs: ['nhs'] };
}

/** How many cases have all of this in common, as one of their two sides sees it. */
export interface CaseTally {
  readonly stage: Stage;
  readonly waitingOn: WaitingOn;
  /** The next open deadline has passed. */
  readonly overdue: boolean;
  /** The body on the other side. */
  readonly otherBody: string;
  /** The sign-in id of who works it on this side; null where nobody does. */
  readonly worker: string | null;
  readonly cases: number;
}

/** Which cases are counted. */
export interface CountedFilter {
  readonly stage?: Stage;
  readonly move?: Move;
  readonly otherBody?: string;
  readonly worker?: string | null;
}

/** How many cases there are, and whose move each is. */
export interface MoveCounts {
  readonly all: number;
  readonly ours: number;
  readonly theirs: number;
  /** Cases whose next open deadline has passed. */
  readonly overdue: number;
}

/** How many cases there are, by what the work lists tell apart. */
export interface CaseCounts extends MoveCounts {
  /** By who works them: how many the person who asks does, nobody does, and each that anybody does. */
  readonly workers: {
    readonly anybody: number;
    readonly me: number;
    readonly nobody: number;
    /** Whoever works most first. */
    readonly each: readonly { readonly id: string; readonly cases: number }[];
  };
  /** By the body on the other side, in the order of their codes. */
  readonly otherBodies: readonly { readonly organisation: string; readonly cases: number }[];
  /** Only stages that there are cases at. */
  readonly stages: readonly (MoveCounts & { readonly stage: Stage })[];
}

/** Who counts, and on which side. */
export interface Counting {
  readonly id: string;
  readonly side: BodySide;
}

type Dimension = keyof CountedFilter;

/** The counts of tallies that a filter leaves. Each leaves out the filter by what it counts, so that it says what choosing would show. */
export function countCases(
  tallies: readonly CaseTally[],
  filter: CountedFilter,
  { id, side }: Counting,
): CaseCounts {
  const moves = movesOf(side);
  const fits: Readonly<Record<Dimension, (tally: CaseTally) => boolean>> = {
    stage: ({ stage }) => filter.stage === undefined || stage === filter.stage,
    move: ({ waitingOn }) => filter.move === undefined || moves[filter.move].includes(waitingOn),
    otherBody: ({ otherBody }) => filter.otherBody === undefined || otherBody === filter.otherBody,
    worker: ({ worker }) => filter.worker === undefined || worker === filter.worker,
  };
  const without = (...leftOut: readonly Dimension[]) =>
    tallies.filter((tally) =>
      (Object.keys(fits) as Dimension[]).every((each) => leftOut.includes(each) || fits[each](tally)),
    );
  const moveCounts = (counted: readonly CaseTally[]): MoveCounts => ({
    all: sum(counted),
    ours: sum(counted.filter(({ waitingOn }) => moves.ours.includes(waitingOn))),
    theirs: sum(counted.filter(({ waitingOn }) => moves.theirs.includes(waitingOn))),
    overdue: sum(counted.filter(({ overdue }) => overdue)),
  });
  const byWorker = without('worker');
  const worked = groups(byWorker, ({ worker }) => worker);
  return {
    ...moveCounts(without('move')),
    workers: {
      anybody: sum(byWorker),
      me: sum(worked.get(id) ?? []),
      nobody: sum(worked.get(null) ?? []),
      each: [...worked]
        .flatMap(([worker, counted]) => (worker === null ? [] : [{ id: worker, cases: sum(counted) }]))
        .sort((one, other) => other.cases - one.cases || (one.id < other.id ? -1 : 1)),
    },
    otherBodies: [...groups(without('otherBody'), ({ otherBody }) => otherBody)]
      .map(([organisation, counted]) => ({ organisation, cases: sum(counted) }))
      .sort((one, other) => (one.organisation < other.organisation ? -1 : 1)),
    stages: [...groups(without('stage', 'move'), ({ stage }) => stage)].map(([stage, counted]) => ({
      stage,
      ...moveCounts(counted),
    })),
  };
}

function groups<Key>(
  tallies: readonly CaseTally[],
  keyOf: (tally: CaseTally) => Key,
): ReadonlyMap<Key, readonly CaseTally[]> {
  const found = new Map<Key, CaseTally[]>();
  for (const tally of tallies) {
    const key = keyOf(tally);
    const group = found.get(key);
    if (group === undefined) found.set(key, [tally]);
    else group.push(tally);
  }
  return found;
}

function sum(tallies: readonly CaseTally[]): number {
  return tallies.reduce((total, { cases }) => total + cases, 0);
}
