import { describe, expect, it } from '@jest/globals';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import type { LeaveStatement } from '../leave-statement.js';
import { EMPLOYED, LEAVE_STATEMENT, SETTING, settingWith } from '../workforce.fixtures.js';
import { accruedLeave } from './accrued-leave.js';
import { IRREGULAR_STATEMENT } from './leave.fixtures.js';

const leave = (statement: LeaveStatement, setting = SETTING) =>
  accruedLeave({ ...EMPLOYED, leaveStatements: [statement] }, setting);
const valueOf = (...of: Parameters<typeof leave>) => {
  const figure = leave(...of);
  if (figure.status !== 'known') throw new Error(`It is ${figure.status}`);
  return figure.value;
};
const coveredFrom = (day: string) => ({ ...SETTING, coverStartsOn: plainDate(day) });

describe('What a cut-off at the start of the budget would have come to', () => {
  // 168 hours a year from 1 April 2024, 60 taken, at 12.00; the NHS body is liable from 14 October 2024.
  it.each([
    ['a day after liability: 168 x 197 / 365 - 60 hours', '2024-10-15', 36809],
    ['eight weeks after it: 168 x 252 / 365 - 60 hours', '2024-12-09', 67187],
    ['at the end of the leave year: 168 - 60 hours', '2025-04-01', 129600],
  ])('is shown beside what is owed, %s', (_, day, owedIfCutAtCoverStartPence) => {
    expect(valueOf(LEAVE_STATEMENT, coveredFrom(day))).toMatchObject({
      owedPence: 36256,
      owedIfCutAtCoverStartPence,
    });
  });

  it.each([
    ['the budget begins on the day of liability', LEAVE_STATEMENT, '2024-10-14'],
    ['the budget begins before it', LEAVE_STATEMENT, '2024-10-01'],
    ['the leave year is over by then', LEAVE_STATEMENT, '2025-04-02'],
    ['the hours of later work are not stated', IRREGULAR_STATEMENT, '2024-12-09'],
  ] as const)('is not told where %s', (_, statement, day) => {
    expect(valueOf(statement, coveredFrom(day))).not.toHaveProperty('owedIfCutAtCoverStartPence');
  });

  it('is not told while no budget has begun', () => {
    expect(valueOf(LEAVE_STATEMENT)).not.toHaveProperty('owedIfCutAtCoverStartPence');
  });
});

describe('What moves in place of the value of the leave', () => {
  it('is the unspent reserve only where the rate holds money for leave', () => {
    const reserve = { unspentReservePence: pence(50_000) };
    expect(valueOf({ ...LEAVE_STATEMENT, ...reserve, rateIncludesLeave: true }).owedPence).toBe(50_000);
    expect(valueOf({ ...LEAVE_STATEMENT, ...reserve }).owedPence).toBe(36256);
  });

  it('is nothing where the NHS body takes the leave on, which is still explained by its value', () => {
    expect(leave(LEAVE_STATEMENT, settingWith({ leaveSettlement: 'nhs-absorbs' }))).toMatchObject({
      value: { valuePence: 36256, owedPence: 0 },
      basis: {
        rule: 'LEAVE-NOTHING-MOVES',
        inputs: {
          reason: 'by the local agreement the NHS body takes on the leave without payment',
          termsFrom: 'agreement AG-1 version 1',
        },
        from: [{ rule: 'LEAVE-VALUE' }],
      },
    });
  });

  it('is nothing at all, without a difference to show, where the transfer does not go ahead', () => {
    expect(leave(LEAVE_STATEMENT, { ...SETTING, liability: { status: 'never' } })).toMatchObject({
      value: { valuePence: 0, owedPence: 0, differences: [] },
      basis: {
        rule: 'LEAVE-NOTHING-MOVES',
        certainty: 'product-decision',
        inputs: { reason: 'the transfer does not go ahead' },
      },
    });
  });
});
