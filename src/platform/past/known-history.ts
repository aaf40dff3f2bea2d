import type { Recorded } from '../../kernel/event.js';
import { londonDayAt, type Instant } from '../../kernel/instant.js';
import { dateInWords, type PlainDate } from '../../kernel/plain-date.js';
import type { SubjectHistory } from '../projections/projection.js';
import { NotThereThen } from './past-refusals.js';

/** The two times that a question about the past names. An answer to it reads no other clock. */
export interface Clocks {
  /** Only what was recorded by then counts, that moment included. */
  readonly knownAt: Instant;
  /** Only what was true by that civil day counts. Absent: all that was known, also what begins later. */
  readonly asAt?: PlainDate;
}

/** All that was recorded of a subject by a moment, with the clocks that it was asked at. */
export interface KnownHistory extends SubjectHistory {
  readonly clocks: Clocks;
}

/** What of a history had been recorded by a moment. */
export function knownBy({ subject, events }: SubjectHistory, clocks: Clocks): KnownHistory {
  return { subject, clocks, events: events.filter(({ recordedAt }) => recordedAt <= clocks.knownAt) };
}

/** What "today" is in an answer: the day that is asked about, or else the day in London on which it was known. */
export function todayOf({ asAt, knownAt }: Clocks): PlainDate {
  return asAt ?? londonDayAt(knownAt);
}

/**
 * The facts that were true by the day that is asked about. A fact that was put right counts as its last correction says it:
 * what was corrected to a later day was not true yet. A record that began later is not there at all. What is left is numbered
 * anew, as a history without holes.
 *
 * @param prefixes the types of events that are cut, such as `recharge.`; all of them when there are none
 */
export function trueBy(history: KnownHistory, ...prefixes: readonly `${string}.`[]): SubjectHistory {
  const { subject, clocks, events } = history;
  const { asAt } = clocks;
  if (asAt === undefined) return history;
  const isCut = ({ event }: Recorded) =>
    prefixes.length === 0 || prefixes.some((prefix) => event.type.startsWith(prefix));
  const lastSaid = lastCorrections(events);
  const revisions = new Map<string, number>();
  const kept = events.flatMap((recorded): readonly Recorded[] => {
    if (!isCut(recorded)) return [recorded];
    const { stream, revision, eventId, event } = recorded;
    const before = revisions.get(stream) ?? 0;
    // Without its beginning a record is not there.
    if (before === 0 && revision > 1) return [];
    if ((lastSaid.get(eventId) ?? event).occurredOn > asAt) return [];
    revisions.set(stream, before + 1);
    return [{ ...recorded, revision: before + 1 }];
  });
  return { subject, events: kept };
}

/**
 * The facts that were true by the day that is asked about, of a subject that was there on it.
 *
 * @throws NotThereThen when the day is before the first thing that happened to it.
 */
export function factsThen(history: KnownHistory): SubjectHistory {
  const facts = trueBy(history);
  const [first] = history.events;
  if (first !== undefined && facts.events[0]?.eventId === first.eventId) return facts;
  const begins = first === undefined ? '' : ` begins on ${dateInWords(first.event.occurredOn)}`;
  const { asAt } = history.clocks;
  const then = asAt === undefined ? '' : ` on ${dateInWords(asAt)}`;
  throw new NotThereThen(`${history.subject}${begins}: nothing of it was true${then}.`);
}

/** For each event that was corrected, and each that corrects it, the last of them. */
function lastCorrections(events: readonly Recorded[]): ReadonlyMap<string, Recorded['event']> {
  const chains = new Map<string, string[]>();
  const last = new Map<string, Recorded['event']>();
  for (const { eventId, event } of events) {
    const { corrects } = event.data as { readonly corrects?: unknown };
    if (typeof corrects !== 'string') continue;
    const chain = [...(chains.get(corrects) ?? [corrects]), eventId];
    for (const id of chain) last.set(id, event);
    chains.set(eventId, chain);
  }
  return last;
}
