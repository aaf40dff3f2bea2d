import { isSamePerson, type Person } from './event.js';

/** Facts of one kind, as far as they are recorded: how many there are, and who recorded any of them. */
export interface RecordedFacts {
  readonly count: number;
  readonly by: readonly Person[];
}

export const NO_FACTS: RecordedFacts = { count: 0, by: [] };

/** The facts with one more. */
export function withFact({ count, by }: RecordedFacts, person?: Person): RecordedFacts {
  if (person === undefined || by.some((each) => isKnownAs(each, person))) return { count: count + 1, by };
  return { count: count + 1, by: [...by, personOf(person)] };
}

/** Without what else an actor is. */
export function personOf({ id, staff, alsoKnownAs }: Person): Person {
  return {
    id,
    ...(staff !== undefined && { staff }),
    ...(alsoKnownAs !== undefined && { alsoKnownAs }),
  };
}

/** The person behind a sign-in id that an event names: known where it is the one who recorded the event. */
export function personWho(id: string, recordedBy: Person): Person {
  return recordedBy.id === id ? personOf(recordedBy) : { id };
}

/** True when one of the people is this one, be it under another account. */
export function isOneOf(people: readonly Person[], person: Person): boolean {
  return people.some((each) => isSamePerson(each, person));
}

function isKnownAs(one: Person, other: Person): boolean {
  return one.id === other.id && one.staff === other.staff;
}
