import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nameParts } from './name-parts.js';
import { exactWorth, termsOfName, wantedTerms } from './name-terms.js';
import { soundOf } from './sound-of.js';

/** What a name is worth to somebody who types this; nothing when a part that was typed does not fit. */
const worth = (typed: string, given: string, family: string): number | undefined => {
  const terms = new Set(termsOfName({ given, family }));
  const best = new Map<number, number>();
  for (const wanted of wantedTerms(typed)) {
    const found = terms.has(wanted.term) ? wanted.worth : 0;
    best.set(wanted.part, Math.max(best.get(wanted.part) ?? 0, found));
  }
  const worths = [...best.values()];
  return worths.includes(0) ? undefined : worths.reduce((sum, each) => sum + each, 0);
};

describe('the parts of a name', () => {
  it.each([
    ['Séan O’Brien-Łuczak', ['luczak', 'obrien', 'sean']],
    ["SEAN O'BRIEN", ['obrien', 'sean']],
    ['  de la  Cruz, María José ', ['cruz', 'de', 'jose', 'la', 'maria']],
    ['Weiß Straße', ['strasse', 'weiss']],
    [
      'Ægir Œrsted Søren Đorđe Guðrún Łukasz Þór Işık',
      ['aegir', 'dorde', 'gudrun', 'isik', 'lukasz', 'oersted', 'soren', 'thor'],
    ],
    ['D’Arcy D‘Arcy Dʼarcy D´Arcy D`Arcy', ['darcy']],
    ['Mac Intyre, Macy O2 O-2', ['2', 'macintyre', 'macy', 'o', 'o2']],
    ['Mary-Ann Ann', ['ann', 'mary']],
    ['李 小龙', ['小龙', '李']],
    ['Cath O Brien', ['cath', 'obrien']],
    ['Mc-Donald, Flo Mackie', ['flo', 'mackie', 'mcdonald']],
    ['’ - .', []],
  ])('of %s are %j', (text, parts) => {
    expect(nameParts(text)).toEqual(parts);
  });

  it('are the same in capitals, in any order, and with combined or single letters', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Zoë', "D'Arcy", 'Núñez', 'Åse', 'Smith'), { minLength: 1 }),
        (names) => {
          const parts = nameParts(names.join(' '));
          expect(nameParts(names.toReversed().join(' ').toUpperCase())).toEqual(parts);
          expect(nameParts(names.join(' ').normalize('NFD'))).toEqual(parts);
        },
      ),
    ));
});

describe('the sound of a part', () => {
  it.each([
    ['catherine', 'kathryn'],
    ['stephen', 'steven'],
    ['philip', 'fillip'],
    ['macdonald', 'mcdonald'],
    ['knight', 'nite'],
    ['wright', 'right'],
    ['smith', 'smyth'],
    ['thompson', 'tompson'],
    ['clarke', 'clark'],
  ])('is the same for %s and %s', (one, other) => {
    expect(soundOf(one)).toBe(soundOf(other));
  });

  it.each([
    ['smith', 'jones'],
    ['davies', 'davidson'],
    ['patel', 'peters'],
    ['anne', 'diane'],
  ])('differs for %s and %s', (one, other) => {
    expect(soundOf(one)).not.toBe(soundOf(other));
  });

  it('is not taken of what has hardly any, or is in other letters', () => {
    expect(soundOf('lee')).toBeUndefined();
    expect(soundOf('小龙')).toBeUndefined();
  });
});

describe('the terms under which a name is found', () => {
  it('are each part whole, its beginnings of three to six letters, and its sound', () => {
    expect(termsOfName({ given: 'Al', family: 'Robinson' })).toEqual([
      'beginning:rob',
      'beginning:robi',
      'beginning:robin',
      'beginning:robins',
      'sound:71636',
      'whole:al',
      'whole:robinson',
    ]);
    expect(termsOfName({ given: 'Lee', family: 'Anna' })).toEqual([
      'beginning:ann',
      'whole:anna',
      'whole:lee',
    ]);
  });

  it('are looked for by each part that was typed, the whole before its beginning before its sound', () => {
    expect(wantedTerms('Rob Robinson')).toEqual([
      { term: 'whole:rob', part: 0, worth: 3 },
      { term: 'beginning:rob', part: 0, worth: 2 },
      { term: 'sound:71', part: 0, worth: 1 },
      { term: 'whole:robinson', part: 1, worth: 3 },
      { term: 'sound:71636', part: 1, worth: 1 },
    ]);
    expect(wantedTerms('Al').map(({ term }) => term)).toEqual(['whole:al']);
    expect(wantedTerms('robins').map(({ term }) => term)).toEqual([
      'whole:robins',
      'beginning:robins',
      'sound:7163',
    ]);
  });
});

describe('a name', () => {
  it.each([
    ['Catherine O’Brien', 6],
    ['obrien catherine', 6],
    ['OBRIEN', 3],
    ['Cath Obrien', 5],
    ['Kathryn Obrien', 4],
    ['Catherine Smith', undefined],
    ['Ca', undefined],
  ])('is found by %s with %s', (typed, expected) => {
    expect(worth(typed, 'Catherine', 'O’Brien')).toBe(expected);
  });

  it('is worth the most to somebody who types it as it is', () => {
    expect(worth('Séan Núñez', 'Sean', 'Nunez')).toBe(exactWorth(2));
  });

  it('is looked for by nothing when nothing was typed', () => {
    expect(wantedTerms(' ’ ')).toEqual([]);
  });
});
