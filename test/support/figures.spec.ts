import { describe, expect, it } from '@jest/globals';
import { figuresAmiss, figuresInAnswer, figuresOnPage, rowsAmiss, rowsOfPage } from './figures.js';

const page = (content: string) =>
  figuresOnPage(`<body>£9.99<main id="m">${content}</main>8 March 2024</body>`);

const answer = {
  total: { amount: '5912.88', currency: 'GBP' },
  credit: { amount: '-12.00', currency: 'GBP' },
  period: { from: '2024-07-01', lastDay: '2024-09-11' },
  basis: { inputs: { days: 73, weeklyGrossPence: 61250 } },
  recordedAt: '2024-06-30T23:30:00.000Z',
  lines: [{ weeklyHours: '30.5' }],
};

describe('The figures of a page', () => {
  it('are its amounts, days and counts, in the writing of the API', () => {
    const { amounts, days, counts } = page(
      '<td>£5,912.88</td><td>−£12.00</td><p>7 March 2024 to 1 Jul 2024</p><dd>73</dd><dd>30.5</dd><p>in <strong>1</strong> line</p>',
    );
    expect(amounts).toEqual(['5912.88', '-12.00']);
    expect([...days]).toEqual(['2024-03-07', '2024-07-01']);
    expect([...counts]).toEqual(['73', '30.5', '1']);
  });

  it('are those of an answer, whose moments are days in London', () => {
    const { amounts, days, counts } = figuresInAnswer(answer);
    expect(amounts).toEqual(['5912.88', '-12.00', '612.50']);
    expect([...days]).toEqual(['2024-07-01', '2024-09-11']);
    expect(counts).toContain('73');
    expect(counts).toContain('30.5');
  });

  it.each([
    ['an amount that is a penny off', '<td>£5,912.87</td>', ['no answer has 5912.87']],
    ['a credit without its sign', '<td>£12.00</td>', ['no answer has 12.00']],
    ['a day that is one off', '<td>2 July 2024</td>', ['no answer has the day 2024-07-02']],
    ['a count that is one off', '<dd>74</dd>', ['no answer counts 74']],
  ])('are amiss with %s', (_, content, faults) => {
    expect(figuresAmiss(page(content), answer, {})).toEqual(faults);
  });

  it('are amiss where a sum is left out, or stands there once for twice', () => {
    const shown = { each: [answer.total, answer.total], credit: answer.credit };
    expect(figuresAmiss(page('<td>£5,912.88</td>'), answer, shown)).toEqual([
      '5912.88 is shown 1 times of 2',
      '-12.00 is shown 0 times of 1',
    ]);
  });

  it('stand in rows, of which one that says something else is missed', () => {
    const rows = rowsOfPage(
      `<table><tr><th>From</th><td>A week</td></tr><tr><th>1 April 2024</th><td>£742.50<br>Credit</td><td>56</td></tr></table>
       <dl><div class="govuk-summary-list__row"><dt>Lowest</dt><dd>£1.00</dd></div><div class="govuk-summary-list__row"><dt>Highest</dt><dd>£2.00</dd></div></dl>`,
    );
    expect(rows).toContainEqual(['2024-04-01', '742.50 Credit', '56']);
    expect(
      rowsAmiss(rows, [
        ['2024-04-01', '742.50', '56'],
        ['Lowest', '1.00'],
        ['Highest', '2.00'],
      ]),
    ).toEqual([]);
    expect(
      rowsAmiss(rows, [
        ['Lowest', '2.00'],
        ['2024-04-01', '56', '742.50'],
        ['2024-04-01', '5'],
      ]),
    ).toEqual([
      'no row says Lowest | 2.00',
      'no row says 2024-04-01 | 56 | 742.50',
      'no row says 2024-04-01 | 5',
    ]);
  });
});
