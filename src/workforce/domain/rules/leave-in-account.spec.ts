import { describe, expect, it } from '@jest/globals';
import { basisOf } from '../../../kernel/basis.js';
import { known, pending } from '../../../kernel/figure.js';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import type { LeaveStatement } from '../leave-statement.js';
import { EMPLOYED, LEAVE_STATEMENT, settingWith } from '../workforce.fixtures.js';
import { NOTHING_MOVES } from './accrued-leave.js';
import { leaveInAccount } from './leave-in-account.js';

const owed = (amount: number) => known(pence(amount), basisOf(NOTHING_MOVES, {}));
const waiting = pending({ fact: 'unspent-leave-reserve', reason: 'Not stated', suppliedBy: 'the council' });
const stated = (changes: Partial<LeaveStatement> = {}) => ({
  ...EMPLOYED,
  leaveStatements: [{ ...LEAVE_STATEMENT, ...changes } as LeaveStatement],
});
const reserved = stated({ rateIncludesLeave: true, unspentReservePence: pence(20_000) });
const by = (leaveSettlement: 'net-off-recharge' | 'council-pays-nhs' | 'retain-in-account' | 'nhs-absorbs') =>
  settingWith({ leaveSettlement });

describe('The money in the account that is for leave', () => {
  it('is what the agreement keeps there of what is owed', () => {
    expect(leaveInAccount(owed(36_256), stated(), by('retain-in-account'))).toMatchObject({
      value: 36_256,
      basis: {
        rule: 'LEAVE-IN-ACCOUNT',
        inputs: { inAccountPence: 36_256 },
        from: [{ rule: 'LEAVE-NOTHING-MOVES' }],
      },
    });
  });

  it('is the reserve that the rate held for leave, whichever body pays it to the other', () => {
    expect(leaveInAccount(owed(20_000), reserved, by('net-off-recharge'))).toMatchObject({ value: 20_000 });
    expect(leaveInAccount(owed(20_000), reserved, by('council-pays-nhs'))).toMatchObject({ value: 20_000 });
  });

  it('is nothing where the council pays from its own money, or the NHS body takes the leave on', () => {
    expect(leaveInAccount(owed(36_256), stated(), by('net-off-recharge'))).toMatchObject({ value: 0 });
    expect(leaveInAccount(waiting, stated(), by('net-off-recharge'))).toMatchObject({ value: 0 });
    expect(leaveInAccount(owed(0), reserved, by('nhs-absorbs'))).toMatchObject({ value: 0 });
  });

  it('is nothing for leave that was taken too early', () => {
    expect(leaveInAccount(owed(-5_000), stated(), by('retain-in-account'))).toMatchObject({ value: 0 });
  });

  it('goes by the statement that was made for the day of liability', () => {
    const { leaveStatements: own } = stated({
      rateIncludesLeave: true,
      unspentReservePence: pence(20_000),
      statedForLiabilityOn: plainDate('2024-10-14'),
    });
    const { leaveStatements: other } = stated({ statedForLiabilityOn: plainDate('2024-07-15') });
    const both = { ...EMPLOYED, leaveStatements: [...own, ...other] };
    expect(leaveInAccount(owed(20_000), both, by('net-off-recharge'))).toMatchObject({ value: 20_000 });
  });

  it('waits for the leave, and for payroll to say whether there is a reserve', () => {
    expect(leaveInAccount(waiting, reserved, by('net-off-recharge'))).toBe(waiting);
    expect(leaveInAccount(waiting, EMPLOYED, by('net-off-recharge'))).toBe(waiting);
    expect(leaveInAccount(waiting, stated(), by('retain-in-account'))).toBe(waiting);
  });
});
