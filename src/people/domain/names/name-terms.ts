import type { PersonName } from '../details/person-details.js';
import { nameParts } from './name-parts.js';
import { soundOf } from './sound-of.js';

/** How well a part that somebody looks for fits one of a name: the whole part, its beginning, or its sound. */
const WHOLE = 3;
const BEGINNING = 2;
const SOUND = 1;

/** A form of one part that somebody looks for. */
export interface WantedTerm {
  readonly term: string;
  /** Which part of what was typed, from 0. Each of them has to fit. */
  readonly part: number;
  readonly worth: number;
}

const SHORTEST_BEGINNING = 3;
const LONGEST_BEGINNING = 6;

/** The term of a whole part of a name. */
export const wholePart = (part: string) => `whole:${part}`;
const beginning = (letters: string) => `beginning:${letters}`;
const sound = (text: string) => `sound:${text}`;

/** Under which terms a person is found by name. They are stored as keyed hashes only. */
export function termsOfName({ given, family }: PersonName): readonly string[] {
  const terms = [...nameParts(given), ...nameParts(family)].flatMap((part) => [
    wholePart(part),
    ...beginningsOf(part).map(beginning),
    ...soundTerm(part),
  ]);
  return [...new Set(terms)].sort();
}

/** What to look for when somebody types this; nothing when it has no letter. */
export function wantedTerms(typed: string): readonly WantedTerm[] {
  return nameParts(typed).flatMap((text, part) => [
    { term: wholePart(text), part, worth: WHOLE },
    ...(text.length >= SHORTEST_BEGINNING && text.length <= LONGEST_BEGINNING
      ? [{ term: beginning(text), part, worth: BEGINNING }]
      : []),
    ...soundTerm(text).map((term) => ({ term, part, worth: SOUND })),
  ]);
}

/** The most that `wantedTerms` of so many parts can be worth: every part is there as it was typed. */
export function exactWorth(parts: number): number {
  return parts * WHOLE;
}

function soundTerm(part: string): readonly string[] {
  const sounds = soundOf(part);
  return sounds === undefined ? [] : [sound(sounds)];
}

function beginningsOf(part: string): readonly string[] {
  const letters = Array.from(part);
  const longest = Math.min(letters.length - 1, LONGEST_BEGINNING);
  return Array.from({ length: Math.max(0, longest - SHORTEST_BEGINNING + 1) }, (_, index) =>
    letters.slice(0, SHORTEST_BEGINNING + index).join(''),
  );
}
