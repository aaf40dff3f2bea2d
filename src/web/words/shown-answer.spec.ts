import { describe, expect, it } from '@jest/globals';
import { shownAnswer, valueInWords } from './shown-answer.js';

const sum = (amount: string) => ({ amount, currency: 'GBP' });

describe('an answer of the API in words', () => {
  it('has a line for what is said on one, and a part for what has lines of its own', () =>
    expect(
      shownAnswer({
        status: 'known',
        residual: sum('1234.50'),
        earliestExpiry: '2024-05-01',
        settlement: { leftToEmployer: sum('-2.00') },
      }),
    ).toEqual({
      lines: [
        { label: 'Residual', text: '£1,234.50' },
        { label: 'Earliest expiry', text: '1 May 2024' },
      ],
      parts: [
        {
          label: 'Settlement',
          lines: [{ label: 'Left to employer', text: '−£2.00' }],
          parts: [],
          missing: [],
          referrals: [],
        },
      ],
      missing: [],
      referrals: [],
    }));

  it('says that a figure is pending, what is missing and who can say', () => {
    const missing = [{ fact: 'age', reason: 'Nobody has said', suppliedBy: 'the employer' }];
    const shown = shownAnswer({ status: 'pending', missing });
    expect(shown.lines).toEqual([{ label: 'Status', text: 'Pending' }]);
    expect(shown.missing).toEqual(missing);
  });

  it('keeps the explanation of every figure beside it', () => {
    const basis = { rule: 'LEAVE' };
    expect(shownAnswer({ leave: { owed: sum('1.00'), basis } }).parts[0]?.basis).toEqual(basis);
  });

  it('numbers the items of a list', () =>
    expect(shownAnswer({ shares: [{ share: sum('1.00') }, { share: sum('2.00') }] }).parts).toMatchObject([
      { label: 'Shares 1', lines: [{ text: '£1.00' }] },
      { label: 'Shares 2', lines: [{ text: '£2.00' }] },
    ]));

  it.each([
    [true, '', 'Yes'],
    [61_250, 'weeklyPence', '£612.50'],
    [8, 'statutoryWeeks', '8'],
    ['37.50', 'weeklyHours', '37.50'],
    ['council-pays-nhs', 'settlement', 'Council pays NHS'],
    ['2024-06-15T09:00:00.000000Z', 'knownAt', '15 June 2024 at 10:00am'],
    [{ exact: '11028/365', rounded: '30.2137' }, 'accrued', '30.2137'],
    [[], 'evidence', 'None'],
    [['DP-1', 'DP-2'], 'evidence', 'DP-1, DP-2'],
  ])('writes %j of %s as %s', (value, name, text) => expect(valueInWords(value, name)).toBe(text));

  it('leaves out what the page says itself, and what only programs need', () =>
    expect(shownAnswer({ caseRef: 'TC-1', revision: 4, assistantRef: 'PA-1' }, ['caseRef']).lines).toEqual([
      { label: 'PA', text: 'PA-1' },
    ]));
});
