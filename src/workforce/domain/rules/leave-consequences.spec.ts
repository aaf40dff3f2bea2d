import { describe, expect, it } from '@jest/globals';
import { pence } from '../../../kernel/pence.js';
import { plainDate } from '../../../kernel/plain-date.js';
import type { CaseSetting, SharingTerms } from '../case-setting.js';
import type { EmploymentRecord } from '../employment.js';
import type { LeaveStatement } from '../leave-statement.js';
import { COUNCIL, EMPLOYED, LEAVE_STATEMENT, NHS_BODY, SETTING, settingWith } from '../workforce.fixtures.js';
import { accruedLeave } from './accrued-leave.js';
import { IRREGULAR_STATEMENT } from './leave.fixtures.js';
import { leaveSettlement } from './leave-settlement.js';
import { leaveUplift } from './leave-uplift.js';

const job = (statement: LeaveStatement, facts: Partial<EmploymentRecord> = {}): EmploymentRecord => ({
  ...EMPLOYED,
  leaveStatements: [statement],
  ...facts,
});
const RAISED = {
  terms: [
    ...EMPLOYED.terms,
    { from: plainDate('2025-01-01'), weeklyHours: '30', hourlyRatePence: pence(1350), eventId: 'raised' },
  ],
};
const settled = (
  leaveSettlementMethod: SharingTerms['leaveSettlement'],
  statement: LeaveStatement = LEAVE_STATEMENT,
  terms: Partial<SharingTerms> = {},
) => {
  const setting = settingWith({ ...terms, leaveSettlement: leaveSettlementMethod });
  return leaveSettlement(accruedLeave(job(statement), setting), setting);
};

describe('Leave is settled by the method of the agreement', () => {
  const OVER_TAKEN = { ...LEAVE_STATEMENT, takenHours: '100' };

  it.each([
    ['net-off-recharge', { creditLinePence: 36256 }, 'LEAVE-NETTED-OFF-RECHARGE'],
    ['retain-in-account', { holdBackPence: 36256 }, 'LEAVE-KEPT-IN-ACCOUNT'],
    [
      'council-pays-nhs',
      { payable: { debtor: COUNCIL, creditor: NHS_BODY, amountPence: 36256 } },
      'LEAVE-PAID-BETWEEN-BODIES',
    ],
    ['nhs-absorbs', { absorbedPence: 36256 }, 'LEAVE-ABSORBED'],
  ] as const)('%s has that one consequence, and no other money', (method, consequence, rule) => {
    expect(settled(method)).toEqual({
      status: 'known',
      value: { method, ...consequence },
      basis: expect.objectContaining({
        rule,
        inputs: expect.objectContaining({ termsFrom: 'agreement AG-1 version 1' }),
      }),
    });
  });

  it.each([
    ['net-off-recharge', { creditLinePence: -11744 }],
    [
      'retain-in-account',
      { holdBackPence: 0, payable: { debtor: NHS_BODY, creditor: COUNCIL, amountPence: 11744 } },
    ],
    ['council-pays-nhs', { payable: { debtor: NHS_BODY, creditor: COUNCIL, amountPence: 11744 } }],
    ['nhs-absorbs', { absorbedPence: -11744 }],
  ] as const)('%s settles leave that was taken too early the other way', (method, consequence) => {
    expect(settled(method, OVER_TAKEN)).toMatchObject({ value: { method, ...consequence } });
  });

  it('pays nothing for leave taken too early where the agreement floors it at zero', () => {
    const floored = settled('council-pays-nhs', OVER_TAKEN, { leaveNegativeBalance: 'floor-at-zero' });
    expect(floored).toMatchObject({ status: 'known', value: { method: 'council-pays-nhs' } });
    expect(floored).not.toHaveProperty('value.payable');
  });

  it('waits while the leave waits, and gives each candidate while an adviser has to settle it', () => {
    const waiting = { ...LEAVE_STATEMENT, rateIncludesLeave: true };
    expect(settled('retain-in-account', waiting)).toMatchObject({
      status: 'pending',
      missing: [{ fact: 'unspent-leave-reserve' }],
    });
    const weekly = { ...IRREGULAR_STATEMENT, hoursByPayPeriod: ['4', '4', '4'], takenHours: '0' };
    // 12 x 0.1207 = 1.4484 hours at 11.80, or none.
    expect(settled('net-off-recharge', weekly)).toMatchObject({
      status: 'refer',
      candidates: [{ value: { creditLinePence: 1709 } }, { value: { creditLinePence: 0 } }],
    });
  });
});

describe('Money for leave that the rate already held', () => {
  const HELD = { ...LEAVE_STATEMENT, rateIncludesLeave: true };

  it('is pending, never zero, until the unspent reserve is stated', () => {
    expect(accruedLeave(job(HELD), SETTING)).toMatchObject({
      status: 'pending',
      missing: [{ fact: 'unspent-leave-reserve', suppliedBy: expect.stringMatching(/from the account/) }],
    });
  });

  it('moves as far as it is unspent, and leave is not paid for again', () => {
    expect(accruedLeave(job({ ...HELD, unspentReservePence: pence(20000) }), SETTING)).toMatchObject({
      value: {
        owedPence: 20000,
        valuePence: 36256,
        differences: [{ code: 'reserve-is-not-the-value', followed: '20000', instead: '36256' }],
      },
      basis: {
        rule: 'LEAVE-RESERVE',
        inputs: { unspentReservePence: 20000, leaveValuePence: 36256 },
        from: [{ rule: 'LEAVE-VALUE' }],
      },
    });
    expect(accruedLeave(job({ ...HELD, unspentReservePence: pence(0) }), SETTING)).toMatchObject({
      value: { owedPence: 0 },
    });
  });
});

describe('Rolled-up holiday pay', () => {
  it('leaves nothing that accrues to be owed, and says so', () => {
    expect(accruedLeave(job({ ...IRREGULAR_STATEMENT, rolledUpPay: true }), SETTING)).toMatchObject({
      value: { owedPence: 0 },
      basis: {
        rule: 'LEAVE-NOTHING-MOVES',
        inputs: { reason: expect.stringMatching(/rolled up into the wages/) },
      },
    });
    expect(accruedLeave(job({ ...IRREGULAR_STATEMENT, rolledUpPay: false }), SETTING)).toMatchObject({
      value: { owedPence: 30364 },
    });
  });
});

describe('Leave that was carried over', () => {
  it('is owed for, with its reason and evidence in the explanation', () => {
    const carryOver = { reason: 'sickness', evidenceReference: 'FIT-NOTE-7' } as const;
    const figure = accruedLeave(job({ ...LEAVE_STATEMENT, carriedOverHours: '8', carryOver }), SETTING);
    // 38.2137 hours at 12.00.
    expect(figure).toMatchObject({
      value: { owedPence: 45856 },
      basis: {
        from: [
          {
            rule: 'LEAVE-OUTSTANDING',
            inputs: { carriedOverHours: '8', carryOverReason: 'sickness', carryOverEvidence: 'FIT-NOTE-7' },
          },
        ],
      },
    });
  });
});

describe('Leave that was paid on termination', () => {
  const ended = (lastDay: string) =>
    ({ end: { lastDay: plainDate(lastDay), reason: 'redundancy', eventId: 'end' }, stage: 'ended' }) as const;
  const PAID = { ...LEAVE_STATEMENT, paidOnTerminationPence: pence(60000) };

  it('is split at the day of liability when the job ended in the same leave year', () => {
    // 196 days before, 1 April to 13 October; 79 from it, to 31 December: 600.00 x 196 / 275 = 427.64.
    expect(accruedLeave(job(PAID, ended('2024-12-31')), SETTING)).toMatchObject({
      value: { owedPence: 42764 },
      basis: {
        rule: 'LEAVE-PAID-ON-TERMINATION',
        inputs: { daysBefore: 196, daysFrom: 79, councilPence: 42764, nhsPence: 17236 },
        from: [{ rule: 'LEAVE-VALUE' }],
      },
    });
  });

  it('leaves the statement to decide when the job ended in another leave year, goes on, or no payment is stated', () => {
    const byStatement = { value: { owedPence: 36256 } };
    expect(accruedLeave(job(PAID, ended('2025-04-01')), SETTING)).toMatchObject(byStatement);
    expect(accruedLeave(job(PAID), SETTING)).toMatchObject(byStatement);
    expect(accruedLeave(job(LEAVE_STATEMENT, ended('2024-12-31')), SETTING)).toMatchObject(byStatement);
  });
});

describe('A rate that payroll states and the record of the job does not', () => {
  it('is followed, and the difference is shown', () => {
    expect(accruedLeave(job({ ...LEAVE_STATEMENT, hourlyRatePence: pence(1250) }), SETTING)).toMatchObject({
      value: { owedPence: 37767, differences: [{ code: 'rate-differs', followed: '1250', instead: '1200' }] },
    });
  });
});

describe('A rise in pay after the day of liability', () => {
  const uplift = (facts: Partial<EmploymentRecord>, setting: CaseSetting = SETTING) => {
    const employment = job(LEAVE_STATEMENT, facts);
    return leaveUplift(employment, accruedLeave(employment, setting), setting);
  };

  it('is the NHS body’s: 407.88 at 13.50 is 45.32 more', () => {
    expect(uplift(RAISED)).toMatchObject({
      status: 'known',
      value: {
        laterRateFrom: '2025-01-01',
        laterRatePence: 1350,
        costWhenTakenPence: 40788,
        nhsBearsPence: 4532,
      },
      basis: { rule: 'LEAVE-UPLIFT', from: [{ rule: 'LEAVE-VALUE' }] },
    });
  });

  it('is from the rate that payroll stated for the day of liability, whatever it stated for another day since', () => {
    const october = { ...LEAVE_STATEMENT, statedForLiabilityOn: plainDate('2024-10-14') };
    const other = {
      ...october,
      hourlyRatePence: pence(1350),
      statedForLiabilityOn: plainDate('2024-07-15'),
    };
    expect(uplift({ ...RAISED, leaveStatements: [october, other] })).toMatchObject({
      value: { costWhenTakenPence: 40788, nhsBearsPence: 4532 },
    });
  });

  it('is none where the rate stayed, nothing is outstanding, or leave is not known yet', () => {
    expect(uplift({})).toBeUndefined();
    expect(
      uplift({ ...RAISED, leaveStatements: [{ ...LEAVE_STATEMENT, takenHours: '100' }] }),
    ).toBeUndefined();
    expect(uplift({ ...RAISED, leaveStatements: [] })).toBeUndefined();
    expect(uplift(RAISED, { ...SETTING, liability: { status: 'unknown' } })).toBeUndefined();
    // Pay that rose on the very day is the rate of the day.
    const onTheDay = [{ ...EMPLOYED.terms[0]!, from: plainDate('2024-10-14'), hourlyRatePence: pence(1350) }];
    expect(uplift({ terms: [...EMPLOYED.terms, ...onTheDay] })).toBeUndefined();
  });
});
