import { describe, expect, it } from '@jest/globals';
import type { Basis } from '../../kernel/basis.js';
import { explanationOf, restsOnUnverified } from './explanation.js';

const days: Basis = {
  rule: 'CHC-DAY-29',
  version: 2,
  title: 'Day 29 is 28 days later',
  source: 'National Framework, refunds guidance',
  certainty: 'unverified',
  inputs: { receivedOn: '2024-04-12', justified: false },
  from: [],
};
const line: Basis = {
  rule: 'BRIDGING-LINE',
  version: 1,
  title: 'The weekly rate for the days of the line',
  source: 'Local agreement, basis of cost',
  certainty: 'product-decision',
  inputs: {
    weeklyGrossPence: 74_250,
    amountPence: -5,
    bridgedWeeklyPence: '44550/7',
    days: 54,
    liableBody: 'QM7',
  },
  from: [days],
};

describe('The explanation of a figure', () => {
  it('says the rule with its version and source, and how sure it is', () => {
    expect(explanationOf(line)).toMatchObject({
      title: 'The weekly rate for the days of the line',
      rule: 'BRIDGING-LINE, version 1',
      source: 'Local agreement, basis of cost',
      certainty: 'Decided in Handover, since no source settles it: your agreement may say otherwise',
      unverified: false,
    });
  });

  it('writes sums in pounds, a fraction of a penny as it is, days in words, and counts and codes as they are', () => {
    expect(explanationOf(line).inputs).toEqual([
      { label: 'Weekly gross', text: '£742.50' },
      { label: 'Amount', text: '−£0.05' },
      { label: 'Bridged weekly', text: '44550/7 pence' },
      { label: 'Days', text: '54' },
      { label: 'Liable body', text: 'QM7' },
    ]);
    expect(explanationOf(days).inputs).toEqual([
      { label: 'Received on', text: '12 April 2024' },
      { label: 'Justified', text: 'No' },
    ]);
  });

  it('goes down to the facts, and says in words that a rule is unverified', () => {
    expect(explanationOf(line).from).toEqual([
      {
        ...explanationOf(days),
        rule: 'CHC-DAY-29, version 2',
        certainty: 'Unverified: the text of this national rule was not read',
        unverified: true,
        from: [],
      },
    ]);
  });

  it('is marked by an unverified rule wherever it stands in it', () => {
    expect(restsOnUnverified(line)).toBe(true);
    expect(restsOnUnverified({ ...line, from: [] })).toBe(false);
    expect(restsOnUnverified({ ...line, from: [{ ...line, from: [days] }] })).toBe(true);
  });
});
