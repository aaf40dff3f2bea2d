import { describe, expect, it } from '@jest/globals';
import { organisationDirectory } from '../../../agreement/index.js';
import { basisOf, type Rule } from '../../../kernel/basis.js';
import { Fraction } from '../../../kernel/fraction.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { answeredOn } from './answering-bodies.js';
import type { FundedPiece } from './funded-piece.js';

const RULE: Rule = {
  code: 'FUNDED',
  version: 1,
  title: 'As recorded',
  source: 'Test',
  certainty: 'product-decision',
};
const FUNDED = basisOf(RULE, {});

const piece = (from: string, until: string, ...funders: readonly string[]): FundedPiece => ({
  from: plainDate(from),
  until: plainDate(until),
  shares: funders.map((funder) => ({ funder, share: Fraction.of(1, funders.length) })),
});
const fundersOn = (day: string, ...pieces: readonly FundedPiece[]) =>
  answeredOn(plainDate(day), pieces, organisationDirectory, FUNDED).pieces.map(({ shares }) =>
    shares.map(({ funder, share }) => `${funder} ${share.toString()}`),
  );

describe('The body that answers for a funder', () => {
  it('is the funder itself while it exists', () => {
    const { pieces, basis } = answeredOn(
      plainDate('2022-06-30'),
      [piece('2019-01-01', '2022-07-01', '06N')],
      organisationDirectory,
      FUNDED,
    );
    expect(pieces[0]?.shares).toEqual([{ funder: '06N', share: Fraction.one }]);
    expect(basis).toEqual([FUNDED]);
  });

  it('is the integrated care board for the days of a clinical commissioning group, and says so', () => {
    expect(fundersOn('2024-04-30', piece('2019-01-01', '2022-07-01', '06N'))).toEqual([['QM7 1']]);
    const { basis } = answeredOn(
      plainDate('2024-04-30'),
      [piece('2019-01-01', '2022-07-01', '06N')],
      organisationDirectory,
      FUNDED,
    );
    expect(basis).toMatchObject([
      { rule: 'FUNDING-SUCCESSOR', inputs: { on: '2024-04-30', '06N': 'QM7' }, from: [FUNDED] },
    ]);
  });

  it('is never guessed where a body was split: the chain ends at the last one before it', () => {
    const days = [piece('2019-01-01', '2022-07-01', '06N'), piece('2022-07-01', '2026-06-01', 'QM7')];
    expect(fundersOn('2026-05-31', ...days)).toEqual([['QM7 1'], ['QM7 1']]);
  });

  it('answers once for the joint days of two bodies that it took over from', () => {
    expect(fundersOn('2024-04-30', piece('2019-01-01', '2020-01-01', '06N', '06K'))).toEqual([['QM7 1']]);
  });
});
