import { describe, expect, it } from '@jest/globals';
import type { AgedDebtAnswer, StatementAnswer } from '../../../recharge/index.js';
import type { DataTable } from '../../page/data-table.js';
import { partnersIn, statementsPage } from './statements-page.js';

const agreement = { council: 'E10000015', nhsBody: '06N' };

describe('Whom a statement is asked for with', () => {
  it('is the other body of an agreement and the one that took over from it, which comes first', () => {
    expect(partnersIn([agreement, agreement], 'E10000015')).toEqual(['QM7', '06N']);
  });

  it('is the council for the NHS body that took over', () => {
    expect(partnersIn([agreement], 'QM7')).toEqual(['E10000015']);
  });

  it('is nobody without an agreement', () => {
    expect(partnersIn([], 'E10000015')).toEqual([]);
  });
});

describe('What was in dispute on the last day of a statement', () => {
  const money = (amount: string) => ({ amount, currency: 'GBP' as const });
  const [balance, nothing] = [{ closing: money('0.00') }, { reasons: [], total: money('0.00') }];
  const debt = { owedToYou: nothing, owedByYou: nothing } as unknown as AgedDebtAnswer;
  const tableOf = (disputesByReason: StatementAnswer['disputesByReason']) => {
    const bodies = { ...agreement, nhsBodyOwes: balance, councilOwes: balance };
    const statement = {
      ...bodies,
      entries: [],
      disputes: [],
      disputesByReason,
    } as unknown as StatementAnswer;
    return statementsPage([], {}, debt, { statement }).model['disputed'] as DataTable;
  };

  it('is a row for each reason in words, with its lines and their sums by age as the API gives them', () => {
    const { columns, rows } = tableOf([
      {
        ...{ reasonCode: 'rate-not-evidenced', lines: 2, upTo30: money('0.00'), upTo60: money('12.30') },
        ...{ upTo90: money('0.00'), over90: money('1000.07'), total: money('1012.37') },
      },
      {
        ...{ reasonCode: 'other', lines: 1, upTo30: money('-4.00'), upTo60: money('0.00') },
        ...{ upTo90: money('0.00'), over90: money('0.00'), total: money('-4.00') },
      },
    ]);
    expect(columns.map(({ text }) => text)).toEqual([
      ...['Why', 'Lines', '0 to 30 days', '31 to 60 days', '61 to 90 days', 'Over 90 days', 'Total'],
    ]);
    expect(rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['Rate not evidenced', '2', '£0.00', '£12.30', '£0.00', '£1,000.07', '£1,012.37'],
      ['Other', '1', '−£4.00', '£0.00', '£0.00', '£0.00', '−£4.00'],
    ]);
  });

  it('is said to be nothing in words', () => {
    expect(tableOf([])).toMatchObject({
      rows: [],
      empty: 'No line was in dispute on the last day of the period.',
    });
  });
});
