import { describe, expect, it } from '@jest/globals';
import { withBodiesNamed } from './named-bodies.js';

describe('the bodies in a sentence of the history', () => {
  it('are called by their names, with the code behind', () => {
    expect(withBodiesNamed('E10000015 alerted QM7 on 15 January 2024')).toMatch(
      /^Hertfordshire County Council \(E10000015\) alerted .+ \(QM7\) on 15 January 2024$/,
    );
    expect(withBodiesNamed('06N is the responsible NHS body from 13 May 2021 (GP-1)')).toMatch(
      /^.*Herts Valleys.* \(06N\) is the responsible NHS body from 13 May 2021 \(GP-1\)$/,
    );
  });

  it('are no part of a reference, a sum or a word, and nothing that belongs to nobody', () => {
    for (const sentence of [
      'The council paid £512.19 (LETTER-QM7, DP/QM7/1, QM7-2)',
      'Payment QM7.1 of 512 PAs was for 2 PAs',
      'E99999999 paid ZZZ',
    ]) {
      expect(withBodiesNamed(sentence)).toBe(sentence);
    }
  });
});
