import { nameParts } from '../names/name-parts.js';

const SHORTEST_PART = 2;
/** Beside an initial or two a part of this length is a name, and not an abbreviation that ends like one. */
const SHORTEST_BESIDE_INITIALS = 4;
const MOST_INITIALS = 2;
/** Longer words are no names, and would take long to take apart. */
const LONGEST_WORD = 64;

/**
 * True when a word of the text is a part of the name, with or without initials or another part joined to it: `O’Brien`,
 * `C.OBRIEN`, `INV-COBRIEN-7`, `catherineobrien`. Case, accents, apostrophes and figures make no difference. Initials alone
 * tell nobody.
 *
 * @param isPart whether a word, as `nameParts` writes it, is a part of the name
 */
export function tellsName(text: string, isPart: (word: string) => boolean): boolean {
  const words = nameParts(text.replace(/\p{Number}+/gu, ' '));
  return words.some((word) => (isPart(word) ? word.length >= SHORTEST_PART : isJoined(word, isPart)));
}

function isJoined(word: string, isPart: (word: string) => boolean): boolean {
  const letters = Array.from(word);
  if (letters.length > LONGEST_WORD) return false;
  return letters.slice(1).some((_, at) => {
    const first = letters.slice(0, at + 1).join('');
    const second = letters.slice(at + 1).join('');
    return (
      (first.length <= MOST_INITIALS && second.length >= SHORTEST_BESIDE_INITIALS && isPart(second)) ||
      (second.length <= MOST_INITIALS && first.length >= SHORTEST_BESIDE_INITIALS && isPart(first)) ||
      (Math.min(first.length, second.length) >= SHORTEST_PART && isPart(first) && isPart(second))
    );
  });
}
