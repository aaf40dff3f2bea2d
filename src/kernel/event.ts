import type { Pence } from './pence.js';
import type { PlainDate } from './plain-date.js';

/**
 * A fact as the office would say it. `type` is `<context>.<fact-in-past-tense>`; `data` holds ids, dates, money and codes
 * as plain JSON with whole numbers only, and nothing that names a person.
 */
export interface DomainEvent<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  /** The civil day on which the fact was true. When it was known is added by the store. */
  readonly occurredOn: PlainDate;
  readonly data: Data;
}

/** The first-class names of who did something, and on what right, as it stood at the time. */
export interface Actor {
  /** The identity provider's subject: opaque, never a name. */
  readonly id: string;
  /** ODS code of an NHS body or GSS code of a council. */
  readonly organisation: string;
  /** The role under which the person acted. */
  readonly role: string;
  /** The person behind the account, as a staff reference: the same under each of their accounts. */
  readonly staff?: string;
  /** Under which other references earlier events may name the person: what is known of it today, and stored nowhere. */
  readonly alsoKnownAs?: readonly string[];
  /** The grant that gave the person the role on that day. Older events, and what no person did, are without it. */
  readonly grant?: string;
  /** Up to how much the grant let an approver approve at once, in pence. Absent where it states no limit. */
  readonly limitPence?: Pence;
}

/** A person as events know one: the account, and who is behind it where that is known. */
export type Person = Pick<Actor, 'id' | 'staff' | 'alsoKnownAs'>;

/**
 * Whether two acts were one person's: under one account, or under two that are known to be the same person's, be it since the
 * first of the acts.
 */
export function isSamePerson(one: Person, other: Person): boolean {
  if (one.id === other.id) return true;
  const references = referencesOf(other);
  return referencesOf(one).some((reference) => references.includes(reference));
}

function referencesOf({ staff, alsoKnownAs = [] }: Person): readonly string[] {
  return staff === undefined ? [] : [staff, ...alsoKnownAs];
}

/** Why something that was recorded is put right, and what shows it. */
export interface Correction {
  /** A code in small letters with hyphens, such as `typing-error`. */
  readonly reasonCode: string;
  /** The office's own reference of a document. It names nobody. */
  readonly documentReference: string;
}

/** A decision of the domain: from the state to the events that follow from it. No events means a repeat: nothing new. */
export type Decision<State, Event extends DomainEvent> = (state: State) => readonly Event[];

/** An event as history holds it: the fact, with who recorded it, when, and where it stands. */
export interface Recorded<Event extends DomainEvent = DomainEvent> {
  readonly event: Event;
  readonly eventId: string;
  readonly stream: string;
  /** The place in its stream, from 1. */
  readonly revision: number;
  /** The place in the whole store, as text; histories arrive in this order, so it is for showing, not for sorting. */
  readonly position: string;
  /** When it became known: an instant in UTC with microseconds, `2024-05-01T09:30:00.000000Z`. It never goes back. */
  readonly recordedAt: string;
  readonly recordedBy: Actor;
  /** Why the command put something right, and what shows it; nothing where it put nothing right, or none was asked for yet. */
  readonly correction?: Correction;
  /** The command that caused it, so that a repeated command finds its own events. */
  readonly commandId: string;
  /** What the event is about across streams: the case reference, or the agreement. Read models are kept by subject. */
  readonly subject: string;
}
