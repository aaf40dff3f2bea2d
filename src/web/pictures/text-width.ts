import { LETTERS } from './picture.js';

// Widths of Arial in parts of the letter height, rounded up: a text is never wider than it is taken to be.
const NARROW = 0.34;
const USUAL = 0.6;
const WIDE = 0.8;
const WIDEST = 1.02;

/** How many pixels a text takes at most. */
export function textWidth(text: string): number {
  return Array.from(text).reduce((width, letter) => width + widthOf(letter) * LETTERS, 0);
}

/** The text, or as much of it as there is room for, with `…` where it was cut. Nothing where not even that fits. */
export function fitted(text: string, room: number): string {
  if (textWidth(text) <= room) return text;
  const letters = Array.from(text);
  while (letters.length > 0) {
    letters.pop();
    const cut = `${letters.join('').trimEnd()}…`;
    if (letters.length > 0 && textWidth(cut) <= room) return cut;
  }
  return '';
}

/** The text in up to two lines, each within the room: broken between words, and cut where even two do not hold it. */
export function inTwoLines(text: string, room: number): readonly string[] {
  if (textWidth(text) <= room) return [text];
  const words = text.split(' ');
  let first = '';
  while (words.length > 0 && textWidth(`${first} ${words[0]}`.trimStart()) <= room) {
    first = `${first} ${words.shift()}`.trimStart();
  }
  const rest = fitted(words.join(' '), room);
  return [first, rest].filter((line) => line !== '');
}

function widthOf(letter: string): number {
  if (/[iljtfrI.,:;'|!()[\] ]/.test(letter)) return NARROW;
  if (/[mwMW@%…]/.test(letter)) return WIDEST;
  if (/[A-Z&]/.test(letter)) return WIDE;
  return /[ -~£−–’]/.test(letter) ? USUAL : WIDEST;
}
