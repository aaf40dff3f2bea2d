import { describe, expect, it } from '@jest/globals';
import { soundOf } from './sound-of.js';

/** The digit of each group of consonants, shown by a part that begins with the letter and ends in `al`. */
const GROUPS: readonly (readonly [string, string])[] = [
  ['bpfv', '1'],
  ['ckgq', '2'],
  ['szj', '3'],
  ['dt', '4'],
  ['l', '5'],
  ['mn', '6'],
  ['r', '7'],
];

describe('the sound of a part', () => {
  it.each(GROUPS.flatMap(([letters, digit]) => Array.from(letters, (letter) => [letter, digit] as const)))(
    'has for %s the digit %s, which the letters share that are mistaken for it',
    (letter, digit) => {
      expect(soundOf(`${letter}al`)).toBe(`${digit}5`);
    },
  );

  it.each(['h', 'w'])('has no digit for %s, which comes and goes', (letter) => {
    expect(soundOf(`${letter}alan`)).toBe('56');
    expect(soundOf(`al${letter}an`)).toBe('a56');
  });

  it.each(['a', 'e', 'i', 'o', 'u', 'y'])('says that it begins with a vowel, whichever: %s', (vowel) => {
    expect(soundOf(`${vowel}lan`)).toBe('a56');
    expect(soundOf(`l${vowel}nd`)).toBe('564');
  });

  it.each([
    ['knol', 'nol'],
    ['gnol', 'nol'],
    ['pnol', 'nol'],
    ['wren', 'ren'],
    ['whelan', 'welan'],
    ['psalter', 'salter'],
    ['macdonald', 'mcdonald'],
    ['mac', 'mc'],
  ])('takes the beginning of %s as that of %s', (written, spoken) => {
    expect(soundOf(written)).toBe(soundOf(spoken));
    expect(soundOf(written)).toBeDefined();
  });

  it.each([
    ['within the part', 'lakna', '526'],
    ['within the part', 'lagna', '526'],
    ['within the part', 'lapna', '516'],
    ['within the part', 'lapsa', '513'],
    ['before a vowel', 'macaulay', '625'],
    ['within the part', 'lamacd', '5624'],
  ])('knows a silent letter at the beginning only, not %s: %s', (_, written, sound) => {
    expect(soundOf(written)).toBe(sound);
  });

  it.each([
    ['ralph', '751'],
    ['sophia', '31'],
    ['phillipa', '151'],
    ['knight', '64'],
    ['vaugh', undefined],
    ['lavaugh', '51'],
    ['laghan', '526'],
    ['jackie', '32'],
    ['jacques', '323'],
    ['schal', '35'],
    ['shal', '35'],
    ['chal', '35'],
    ['latch', '53'],
    ['latsch', '53'],
    ['lachlash', '5353'],
    ['lucelocilocy', '535353'],
    ['lucalocu', '5252'],
    ['lexalex', '523523'],
  ])('of %s is %s', (written, sound) => {
    expect(soundOf(written)).toBe(sound);
  });

  it('counts letters once that stand together and sound alike', () => {
    expect(soundOf('lammnd')).toBe('564');
    expect(soundOf('billa')).toBe('15');
    expect(soundOf('laddtda')).toBe('54');
  });

  it('ends after six sounds, a vowel at the beginning not counted', () => {
    expect(soundOf('lanaralanara')).toBe('567567');
    expect(soundOf('alanaralanara')).toBe('a567567');
  });

  it.each(['la', 'ala', '', 'lam3', 'María', '小龙', 'la na'])('is nothing for %p', (part) => {
    expect(soundOf(part)).toBeUndefined();
  });
});
