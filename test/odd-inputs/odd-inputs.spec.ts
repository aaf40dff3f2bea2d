import { describe, expect, it } from '@jest/globals';
import { readSources } from '../rules/sources.js';
import { ODD_INPUTS } from './odd-inputs.js';

const sources = readSources();

/** A name stands in the source as one text in quotes, of a test or of a group of them. */
const isNamedIn = (source: string, test: string) =>
  ["'", '`', '"'].some((quote) => source.includes(`${quote}${test}${quote}`));

describe('The odd inputs', () => {
  it('have numbers in order, each once', () => {
    const numbers = ODD_INPUTS.map(({ number }) => number);
    expect(numbers).toEqual([...new Set(numbers)].sort((left, right) => left - right));
  });

  it.each(ODD_INPUTS.map(({ number, input, proofs }) => [number, input, proofs] as const))(
    '%d: %s',
    (_number, _input, proofs) => {
      const gone = proofs.filter(({ spec, test }) => !isNamedIn(sources.get(spec) ?? '', test));
      expect(gone).toEqual([]);
    },
  );
});
