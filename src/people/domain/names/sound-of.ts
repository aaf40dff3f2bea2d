// Letters that are written and not spoken, at the beginning of a part. What has no digit needs no rule: wr, wh.
const BEGINNINGS: readonly (readonly [RegExp, string])[] = [
  [/^(?:kn|gn|pn)/, 'n'],
  [/^ps/, 's'],
];
const WITHIN: readonly (readonly [RegExp, string])[] = [
  [/gh(?=t|$)/g, ''],
  [/sch|sh|ch|tch|tsch/g, 'j'],
  [/c(?=[eiy])/g, 's'],
  [/x/g, 'ks'],
];
/** Consonants that are mistaken for each other share a digit. Vowels, and h, w and y, which come and go, have none. */
const DIGITS: Readonly<Record<string, string>> = {
  ...each('bpfv', '1'),
  ...each('ckgq', '2'),
  ...each('szj', '3'),
  ...each('dt', '4'),
  ...each('l', '5'),
  ...each('mn', '6'),
  ...each('r', '7'),
};
const LONGEST = 6;

/**
 * How a part of a name sounds, roughly, so that Kathryn is found as Catherine and Macdonald as McDonald. Nothing for a part
 * with fewer than two sounds, which would be found everywhere, and for one that is not in Latin letters.
 *
 * @param part one of `nameParts`
 */
export function soundOf(part: string): string | undefined {
  if (!/^[a-z]+$/.test(part)) return undefined;
  const begun = BEGINNINGS.reduce((text, [from, to]) => text.replace(from, to), part);
  const spoken = WITHIN.reduce((text, [from, to]) => text.replace(from, to), begun);
  const digits = Array.from(spoken, (letter) => DIGITS[letter] ?? ' ').join('');
  // Letters that are doubled, or sound alike and stand together, are one sound.
  const sounds = digits.replace(/(\d)\1+/g, '$1').replaceAll(' ', '');
  const vowelFirst = /^[aeiouy]/.test(spoken) ? 'a' : '';
  return sounds.length < 2 ? undefined : `${vowelFirst}${sounds.slice(0, LONGEST)}`;
}

function each(letters: string, digit: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Array.from(letters, (letter) => [letter, digit]));
}
