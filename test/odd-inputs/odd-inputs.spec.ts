import { describe, expect, it } from '@jest/globals';
import { readSources } from '../rules/sources.js';
import { ODD_INPUTS } from './odd-inputs.js';

const sources = readSources();

/** A name stands in the source as the beginning of a text in quotes, of a test or of a group of them. */
const isNamedIn = (source: string, test: string) =>
  ["'", '`', '"'].some((quote) => source.includes(`${quote}${test}`));

describe('The odd inputs', () => {
  it('are the 47 of them, in order', () => {
    expect(ODD_INPUTS.map(({ number }) => number)).toEqual(
      Array.from({ length: 47 }, (_, index) => index + 1),
    );
  });

  it.each(ODD_INPUTS.map(({ number, input, proofs }) => [number, input, proofs] as const))(
    '%d: %s',
    (_number, _input, proofs) => {
      const gone = proofs.filter(({ spec, test }) => !isNamedIn(sources.get(spec) ?? '', test));
      expect(gone).toEqual([]);
    },
  );
});
