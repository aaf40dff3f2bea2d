import type { Actor } from '../../../kernel/event.js';
import type { Instant } from '../../../kernel/instant.js';
import { knownBy, trueBy, type Clocks, type KnownHistory } from '../../../platform/past/known-history.js';
import type { SubjectHistory } from '../../../platform/projections/projection.js';
import { historyIn, type HistoryRow } from '../../projections/history/history.query.js';
import { changesBetween, type FigureChange } from './figure-changes.js';
import { figuresIn, sumsIn, type FiguresByPath } from './figures-in.js';
import { viewsOfCase, type ViewsOfCase } from './views-of-case.js';

type Viewer = Pick<Actor, 'organisation'>;

/** A case as it stood after one of its events, and what that event changed. */
export interface ReplayedStep {
  readonly clocks: Clocks;
  readonly event: HistoryRow;
  readonly views: ViewsOfCase;
  readonly changes: readonly FigureChange[];
  /** The paths of the figures that are money, before it or after. */
  readonly sums: ReadonlySet<string>;
}

/**
 * The case after the step with a number, from 1, looked at on the day on which it was recorded.
 *
 * @throws RangeError when there is no such step.
 */
export function replayedStep(history: SubjectHistory, step: number, viewer: Viewer): ReplayedStep {
  const event = historyIn(history)[step - 1];
  if (event === undefined) throw new RangeError(`There is no step ${step}`);
  const clocks = { knownAt: event.recordedAt as Instant };
  const views = viewsOfCase(upTo(history, step, clocks), viewer);
  const before = step === 1 ? {} : viewsOfCase(upTo(history, step - 1, clocks), viewer);
  const changes = changesBetween(figuresIn(before), figuresIn(views));
  return { clocks, event, views, changes, sums: new Set([...sumsIn(before), ...sumsIn(views)]) };
}

/** A figure that differs between two moments, with the places of the events that moved it. */
export interface ExplainedChange extends FigureChange {
  readonly changedBy: readonly string[];
  /** It moved with the day that is asked about, and not only by what was recorded. */
  readonly movedWithTheDay: boolean;
}

/** What differs between two looks at a case, and the events that were recorded in between or became true. */
export interface CaseDifference {
  readonly differences: readonly ExplainedChange[];
  readonly events: readonly HistoryRow[];
  /** The paths of the figures that are money on either side. */
  readonly sums: ReadonlySet<string>;
}

/**
 * Goes from one look to the other: event by event, and then from the one day to the other.
 *
 * @throws NotThereThen when either look is before the case.
 */
export function caseDifference(
  history: SubjectHistory,
  from: Clocks,
  to: Clocks,
  viewer: Viewer,
): CaseDifference {
  const viewsAt = (step: number, clocks: Clocks) => viewsOfCase(upTo(history, step, clocks), viewer);
  const rows = historyIn(history);
  const first = knownBy(history, from).events.length;
  const last = knownBy(history, to).events.length;
  const [viewsBefore, viewsAfter] = [viewsAt(first, from), viewsAt(last, to)];
  const [before, after] = [figuresIn(viewsBefore), figuresIn(viewsAfter)];
  const moved = new Map<string, string[]>();
  let seen: FiguresByPath = before;
  for (let step = first + 1; step <= last; step += 1) {
    const next = figuresIn(viewsAt(step, from));
    const position = rows[step - 1]?.position ?? '';
    for (const { path } of changesBetween(seen, next))
      moved.set(path, [...(moved.get(path) ?? []), position]);
    seen = next;
  }
  const byTheDay = new Set(changesBetween(seen, after).map(({ path }) => path));
  const differences = changesBetween(before, after).map((change) => ({
    ...change,
    changedBy: moved.get(change.path) ?? [],
    movedWithTheDay: byTheDay.has(change.path),
  }));
  const sums = new Set([...sumsIn(viewsBefore), ...sumsIn(viewsAfter)]);
  return { differences, events: rows.filter(isBetween(history, from, to, first, last)), sums };
}

/** The events that were recorded between the two looks, and those that one of the days leaves out and the other does not. */
function isBetween(history: SubjectHistory, from: Clocks, to: Clocks, first: number, last: number) {
  const idsAt = (step: number, clocks: Clocks) =>
    new Set(trueBy(upTo(history, step, clocks)).events.map(({ eventId }) => eventId));
  const [before, after] = [idsAt(first, from), idsAt(last, to)];
  return ({ eventId, ordinal }: HistoryRow) =>
    (ordinal > first && ordinal <= last) || before.has(eventId) !== after.has(eventId);
}

function upTo({ subject, events }: SubjectHistory, step: number, clocks: Clocks): KnownHistory {
  return { subject, clocks, events: events.slice(0, step) };
}
