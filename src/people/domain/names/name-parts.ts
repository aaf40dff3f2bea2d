// Letters that are not a plain letter with a mark, so that Unicode does not take them apart.
const SPELT_OUT: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};
const MARKS = /\p{Mark}/gu;
const APOSTROPHES = /['’‘ʼʻ`´]/gu;
// Of one part with what follows, though often written apart: O Brien, Mc Donald.
const BEGINNING_APART = /(?<![\p{Letter}\p{Number}])(o|mc|mac)[\s-]+(?=\p{Letter})/gu;
const BETWEEN_PARTS = /[^\p{Letter}\p{Number}]+/u;

/**
 * The parts of a name for comparing, each once and in alphabetical order: `Séan O’Brien-Łuczak` has the parts luczak, obrien
 * and sean. Case, accents, apostrophes and the order of the parts make no difference.
 */
export function nameParts(text: string): readonly string[] {
  const plain = text
    // First: Unicode takes a lone ´ apart into a space and a mark.
    .replace(APOSTROPHES, '')
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/[^\p{ASCII}]/gu, (letter) => SPELT_OUT[letter] ?? letter)
    .replace(BEGINNING_APART, '$1');
  return [...new Set(plain.split(BETWEEN_PARTS).filter((part) => part !== ''))].sort();
}
