import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { basisOf } from '../../../kernel/basis.js';
import { known, pending, type Figure } from '../../../kernel/figure.js';
import { pence, type Pence } from '../../../kernel/pence.js';
import { periodOfDays } from '../../../kernel/period.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { COUNCIL, payment } from '../bridging.fixtures.js';
import { LEAVE_CREDIT } from './recharge-rules.js';
import { accountCredit, type AccountFacts, type AccountMoney } from './account-credit.js';

/** £5,600.00 for 1 May to 25 June 2024, paid as its weeks came. */
const money: AccountMoney = {
  days: periodOfDays(plainDate('2024-05-01'), plainDate('2024-06-25')),
  bridgingPence: pence(560_000),
  payments: [payment('2024-05-01', '2024-05-28', 280_000), payment('2024-05-29', '2024-06-25', 280_000)],
  payingBody: COUNCIL,
};
const account: AccountFacts = {
  opening: { on: plainDate('2024-05-01'), balancePence: pence(40_000), statementReference: 'ST-5' },
  closed: { on: plainDate('2024-07-05'), balancePence: pence(124_000), statementReference: 'ST-7' },
};
const reclaimed = (amountPence: number) => ({
  ...account,
  reclaimed: { amountPence: pence(amountPence), reclaimReference: 'RECLAIM-1' },
});
const leaveBasis = basisOf(LEAVE_CREDIT, { owedPence: 30_000 });
const spent = { costBasis: 'actual-spend', creditMethod: 'opening-protected' } as const;
const paid = { costBasis: 'direct-payment-paid', creditMethod: 'opening-protected' } as const;

describe('the credit for what was left in the account', () => {
  it.each([
    ['opening-protected', 84_000],
    ['fifo', 124_000],
    ['pro-rata', 115_733],
  ] as const)('is due on what was spent, by the method %s', (creditMethod, creditPence) => {
    expect(accountCredit(account, money, { costBasis: 'actual-spend', creditMethod })).toMatchObject({
      status: 'known',
      value: { creditPence, references: ['ST-5', 'ST-7'] },
      basis: {
        rule: 'ACCOUNT-CREDIT',
        inputs: { costBasis: 'actual-spend', method: creditMethod, creditPence },
        from: [{ rule: 'UNSPENT-BALANCE' }],
      },
    });
  });

  it('is due on what was paid once the council took the balance back, and never above what it took', () => {
    expect(accountCredit(account, money, paid)).toBeUndefined();
    expect(accountCredit(reclaimed(0), money, paid)).toBeUndefined();
    expect(accountCredit(reclaimed(124_000), money, paid)).toMatchObject({
      value: { creditPence: 84_000, references: ['ST-5', 'ST-7', 'RECLAIM-1'] },
    });
    expect(accountCredit(reclaimed(50_000), money, paid)).toMatchObject({ value: { creditPence: 50_000 } });
  });

  it('is due on what was spent whatever the council took back', () => {
    expect(accountCredit(reclaimed(50_000), money, spent)).toMatchObject({ value: { creditPence: 84_000 } });
  });

  it('shows every sum and day that it was worked out from', () => {
    const inputsOf = (figure: ReturnType<typeof accountCredit>) =>
      figure?.status === 'known' ? figure.basis.inputs : undefined;
    expect(inputsOf(accountCredit(reclaimed(50_000), money, paid))).toStrictEqual({
      costBasis: 'direct-payment-paid',
      method: 'opening-protected',
      openingBalancePence: 40_000,
      openingOn: '2024-05-01',
      closingBalancePence: 124_000,
      closedOn: '2024-07-05',
      paidForLaterDaysPence: 0,
      reclaimedPence: 50_000,
      creditPence: 50_000,
    });
    const { opening: _, ...unopened } = account;
    expect(inputsOf(accountCredit(unopened, money, { ...spent, creditMethod: 'fifo' }))).toStrictEqual({
      costBasis: 'actual-spend',
      method: 'fifo',
      closingBalancePence: 124_000,
      closedOn: '2024-07-05',
      paidForLaterDaysPence: 0,
      creditPence: 124_000,
    });
  });

  it('waits for a balance that the method needs, and says which', () => {
    const { opening: _, ...unopened } = account;
    const { closed: _closed, ...open } = account;
    expect(accountCredit(open, money, spent)).toMatchObject({
      status: 'pending',
      missing: [{ fact: 'account-closing-balance' }],
    });
    expect(accountCredit({}, money, spent)).toMatchObject({
      missing: [
        {
          fact: 'account-opening-balance',
          reason:
            'The balance of the account as 1 May 2024 began, when the NHS body became liable, is not recorded',
          suppliedBy: "the council's finance team, from the statements of the account",
        },
        {
          fact: 'account-closing-balance',
          reason: 'The account of the direct payment is not closed, so what was left in it is not known',
          suppliedBy: "the council's finance team, from the statements of the account",
        },
      ],
    });
    expect(accountCredit(unopened, money, { ...spent, creditMethod: 'fifo' })).toMatchObject({
      value: { creditPence: 124_000, references: ['ST-7'] },
    });
    expect(
      accountCredit({ ...open, ...reclaimed(1), closed: undefined } as never, money, paid),
    ).toMatchObject({
      missing: [{ fact: 'account-closing-balance' }],
    });
  });

  it('waits anew when liability turns out to have begun on another day than the balance is of', () => {
    const days = periodOfDays(plainDate('2024-04-24'), plainDate('2024-06-25'));
    expect(accountCredit(account, { ...money, days }, spent)).toMatchObject({
      missing: [
        {
          fact: 'account-opening-balance',
          reason:
            'The balance of the account as 24 April 2024 began, when the NHS body became liable, is not recorded; the one recorded is of 1 May 2024',
        },
      ],
    });
  });

  it('counts no money that was paid for days after bridging: the council takes that back itself', () => {
    const payments = [...money.payments, payment('2024-06-26', '2024-07-02', 70_000)];
    expect(accountCredit(account, { ...money, payments }, spent)).toMatchObject({
      value: { creditPence: 14_000 },
      basis: { inputs: { paidForLaterDaysPence: 70_000 } },
    });
  });

  it('counts of it what had come by the day on which the account was closed', () => {
    const later = (paidOn: string) => ({
      ...money,
      payments: [
        ...money.payments,
        { ...payment('2024-06-26', '2024-07-09', 14_000), paidOn: plainDate(paidOn) },
      ],
    });
    expect(accountCredit(account, later('2024-07-05'), spent)).toMatchObject({
      value: { creditPence: 70_000 },
    });
    expect(accountCredit(account, later('2024-07-06'), spent)).toMatchObject({
      value: { creditPence: 84_000 },
    });
  });

  it('counts no money that another body paid in', () => {
    const payments = [...money.payments, payment('2024-06-26', '2024-07-02', 70_000, 'QM7')];
    expect(accountCredit(account, { ...money, payments }, spent)).toMatchObject({
      value: { creditPence: 84_000 },
    });
  });

  describe('holds to be the council’s own what the account had as liability began', () => {
    /** Four weeks of £280.00 from 17 April: a half is for the fourteen days before 1 May. */
    const credit = (paidOn: string, days: readonly [string, string] = ['2024-04-17', '2024-05-14']) => {
      const straddling = { ...payment(...days, 28_000), paidOn: plainDate(paidOn) };
      const figure = accountCredit(account, { ...money, payments: [...money.payments, straddling] }, spent);
      return figure?.status === 'known' ? figure.value.creditPence : undefined;
    };

    it('less what of a payment before that day was for days from it on', () => {
      expect(credit('2024-04-17')).toBe(84_000 + 14_000);
    });

    it('and what of a payment on that day or later was for days before it', () => {
      expect(credit('2024-05-01')).toBe(84_000 - 14_000);
      expect(credit('2024-05-20')).toBe(84_000 - 14_000);
    });

    it('and a late payment for earlier days alone as a whole, whether or not they end with its eve', () => {
      expect(credit('2024-05-20', ['2024-04-03', '2024-04-30'])).toBe(84_000 - 28_000);
      expect(credit('2024-05-20', ['2024-03-27', '2024-04-23'])).toBe(84_000 - 28_000);
      expect(credit('2024-05-20', ['2024-05-01', '2024-05-28'])).toBe(84_000);
    });
  });

  it('counts money that was paid in advance for bridging as bridging money, though it was there before', () => {
    const ahead = { ...payment('2024-05-01', '2024-05-28', 280_000), paidOn: plainDate('2024-04-28') };
    const payments = [ahead, ...money.payments.slice(1)];
    const held = { ...account, opening: { ...account.opening!, balancePence: pence(320_000) } };
    expect(accountCredit(held, { ...money, payments }, spent)).toMatchObject({
      value: { creditPence: 84_000 },
    });
  });

  describe('counts money for leave once: it is credited or kept as leave, and not as money left unspent', () => {
    const reserve = (inAccountPence: Figure<Pence>) => ({
      ...account,
      leave: [{ employmentRef: 'EM-1', inAccountPence }],
    });
    const kept = reserve(known(pence(30_000), leaveBasis));

    it.each([
      ['fifo', 94_000],
      // 94,000 of 5,600.00 for bridging and 400.00 from before.
      ['pro-rata', 87_733],
    ] as const)(
      'by the method %s, which takes it off the closing balance first',
      (creditMethod, creditPence) => {
        expect(accountCredit(kept, money, { costBasis: 'actual-spend', creditMethod })).toMatchObject({
          value: { creditPence },
          basis: {
            inputs: { keptForLeavePence: 30_000 },
            from: [{ rule: 'UNSPENT-BALANCE' }, { rule: 'ACCOUNT-LEAVE', from: [leaveBasis] }],
          },
        });
      },
    );

    it('and says of how many PAs it is, all together', () => {
      const two = {
        ...account,
        leave: ['EM-1', 'EM-2'].map((employmentRef) => ({
          employmentRef,
          inAccountPence: known(pence(10_000), leaveBasis),
        })),
      };
      expect(accountCredit(two, money, { ...spent, creditMethod: 'fifo' })).toMatchObject({
        value: { creditPence: 104_000 },
        basis: {
          from: [
            {},
            {
              rule: 'ACCOUNT-LEAVE',
              inputs: { employments: 2, keptPence: 20_000 },
              from: [leaveBasis, leaveBasis],
            },
          ],
        },
      });
    });

    it('and says nothing of leave where none of the money is for it', () => {
      const nothing = reserve(known(pence(0), leaveBasis));
      const figure = accountCredit(nothing, money, { ...spent, creditMethod: 'fifo' });
      expect(figure).toMatchObject({
        value: { creditPence: 124_000 },
        basis: { from: [{ rule: 'UNSPENT-BALANCE' }] },
      });
      expect(figure?.status === 'known' && figure.basis.inputs).not.toHaveProperty('keptForLeavePence');
    });

    it('which under the protected opening balance is the council’s own already', () => {
      expect(accountCredit(kept, money, spent)).toMatchObject({ value: { creditPence: 84_000 } });
    });

    it('and waits while it is not known, where the method needs it', () => {
      const open = reserve(pending({ fact: 'leave-statement', reason: 'None', suppliedBy: 'payroll' }));
      const fifo = { ...spent, creditMethod: 'fifo' } as const;
      expect(accountCredit(open, money, fifo)).toMatchObject({ missing: [{ fact: 'leave-statement' }] });
      const { closed: _, ...unclosed } = open;
      expect(accountCredit(unclosed, money, fifo)).toMatchObject({
        missing: [{ fact: 'account-closing-balance' }, { fact: 'leave-statement' }],
      });
      expect(accountCredit(open, money, spent)).toMatchObject({ value: { creditPence: 84_000 } });
    });

    it('so that credit and leave together never come to more than the account held', () => {
      const sums = fc.integer({ min: 0, max: 200_000 });
      const methods = fc.constantFrom('fifo' as const, 'pro-rata' as const);
      fc.assert(
        fc.property(sums, sums, methods, (closing, leave, creditMethod) => {
          const facts = reserve(known(pence(Math.min(leave, closing)), leaveBasis));
          const closed = { ...account.closed!, balancePence: pence(closing) };
          const figure = accountCredit({ ...facts, closed }, money, { ...spent, creditMethod });
          const credit = figure?.status === 'known' ? figure.value.creditPence : pence(0);
          expect(credit + Math.min(leave, closing)).toBeLessThanOrEqual(closing);
        }),
      );
    });
  });

  it('is none where nothing was charged for bridging', () => {
    expect(accountCredit(account, { ...money, bridgingPence: pence(0) }, spent)).toBeUndefined();
  });
});
