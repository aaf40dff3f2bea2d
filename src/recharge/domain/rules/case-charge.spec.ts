import { describe, expect, it } from '@jest/globals';
import { pending } from '../../../kernel/figure.js';
import { pence, sumPence } from '../../../kernel/pence.js';
import { periodOfDays } from '../../../kernel/period.js';
import { plainDate } from '../../../kernel/plain-date.js';
import { decisionRule, defaultChargeOptions, eightWeeks, liableFrom, weekly } from '../bridging.fixtures.js';
import { adjustmentsOwedBy, caseCharge, type CaseChargeFacts } from './case-charge.js';
import type { OneOffFact } from './one-off-charge.js';

const insurance: OneOffFact = {
  receiptReference: 'REC-1',
  kind: 'annual',
  incurredOn: plainDate('2024-02-01'),
  benefit: periodOfDays(plainDate('2024-02-01'), plainDate('2025-01-31')),
  amountPence: pence(11_900),
};
const closed = { on: plainDate('2024-07-05'), balancePence: pence(124_000), statementReference: 'ST-7' };
const opening = { on: plainDate('2024-05-01'), balancePence: pence(40_000), statementReference: 'ST-5' };
const facts: CaseChargeFacts = {
  ...eightWeeks,
  oneOffs: [insurance],
  account: { opening, closed },
  options: { ...defaultChargeOptions, costBasis: 'actual-spend' },
};
const charge = (changes: Partial<CaseChargeFacts> = {}) => caseCharge({ ...facts, ...changes });
const totalOf = (changes: Partial<CaseChargeFacts>) => {
  const { total } = charge(changes);
  return total.status === 'known' ? total.value : total.missing.map(({ fact }) => fact);
};

describe('what a case comes to', () => {
  it('is the sum of its days, its one-off payments and the credit of its account', () => {
    expect(charge()).toMatchObject({
      bridging: { value: { totalPence: 594_000 } },
      oneOffs: [{ charge: { value: { chargedPence: 8_974 } } }],
      credit: { value: { creditPence: 84_000 } },
      total: {
        status: 'known',
        value: 594_000 + 8_974 - 84_000,
        basis: {
          rule: 'RECHARGE-TOTAL',
          inputs: { lines: 3, totalPence: 518_974 },
          from: [{ rule: 'BRIDGING-LINE' }, { rule: 'ONE-OFF-TABLE' }, { rule: 'ACCOUNT-CREDIT' }],
        },
      },
    });
  });

  it('is the days alone where nothing is added', () => {
    const { bridging, total } = charge({ oneOffs: [], account: {}, options: defaultChargeOptions });
    if (bridging.status !== 'known' || total.status !== 'known') throw new Error('It is known');
    expect(total.value).toBe(bridging.value.totalPence);
    expect(total.basis).toEqual(bridging.basis);
  });

  it('waits for everything that any of its parts waits for, while the days are shown all the same', () => {
    const { benefit: _, ...bare } = insurance;
    expect(totalOf({ oneOffs: [bare], account: { opening } })).toEqual([
      'one-off-benefit-period',
      'account-closing-balance',
    ]);
    expect(charge({ oneOffs: [bare] }).bridging).toMatchObject({ value: { totalPence: 594_000 } });
  });

  it('waits with every part while the start of liability does', () => {
    const missing = { fact: 'eligibility-decision', reason: 'No decision', suppliedBy: 'the CHC team' };
    const liability = { status: 'pending' as const, missing: [missing] };
    expect(charge({ liability })).toMatchObject({
      oneOffs: [{ charge: { status: 'pending', missing: [missing] } }],
      total: { status: 'pending', missing: [missing] },
    });
  });

  it('is nothing, and known to be, for a case that was merged, whatever was paid on it (odd input 44)', () => {
    const merger = { into: 'TC-2B8M61WXC4', mergedOn: plainDate('2024-05-20') };
    expect(charge({ merger })).toMatchObject({
      bridging: { status: 'known', value: { lines: [], totalPence: 0, refundToPersonPence: 0 } },
      oneOffs: [],
      total: {
        status: 'known',
        value: 0,
        basis: { from: [{ rule: 'CASE-MERGED', inputs: { into: 'TC-2B8M61WXC4', mergedOn: '2024-05-20' } }] },
      },
    });
    expect(charge({ merger })).not.toHaveProperty('credit');
    const liability = pending({ fact: 'eligibility-decision', reason: 'None', suppliedBy: 'the ICB' });
    expect(charge({ merger, liability }).total).toMatchObject({ status: 'known', value: 0 });
  });

  it('is never below zero, whatever was left in the account', () => {
    for (const method of ['opening-protected', 'fifo', 'pro-rata'] as const) {
      const options = { ...facts.options, creditMethod: method };
      const full = { opening, closed: { ...closed, balancePence: pence(9_000_000) } };
      expect(totalOf({ oneOffs: [], account: full, options })).toBe(0);
    }
  });
});

describe('odd facts of a case', () => {
  it('1: a decision that was backdated makes the days more and shares a yearly cost anew', () => {
    const earlier = {
      liability: liableFrom('2024-04-24'),
      account: { opening: { ...opening, on: plainDate('2024-04-24') }, closed },
    };
    expect(charge(earlier)).toMatchObject({
      bridging: { value: { lines: [{ days: 63, amountPence: 668_250 }] } },
      oneOffs: [{ charge: { value: { chargedPence: 9_201 } } }],
    });
  });

  it('3: eligibility that was overturned ends the days and the benefit with the stated day', () => {
    const liabilityEnd = { lastDay: plainDate('2024-05-28'), basis: decisionRule };
    expect(charge({ liabilityEnd })).toMatchObject({
      bridging: { value: { days: { until: '2024-05-29' }, lines: [{ days: 28, amountPence: 297_000 }] } },
      oneOffs: [{ charge: { value: { chargedPence: 910 } } }],
    });
    const { newCoverStartsOn: _, ...open } = facts;
    expect(caseCharge({ ...open, liabilityEnd }).bridging.status).toBe('known');
  });

  it('11: a rate that a history holds twice for a day is nobody’s to choose: the case waits', () => {
    const awardRates = [weekly('2024-04-01', 74_250), weekly('2024-04-01', 70_000)];
    expect(totalOf({ awardRates })).toEqual(['award-rate']);
  });

  it('15: a rise that is entered late is dated from the day it runs from, and adds a line', () => {
    const awardRates = [weekly('2024-04-01', 74_250), weekly('2024-05-29', 77_000)];
    expect(charge({ awardRates })).toMatchObject({
      bridging: {
        value: {
          lines: [
            { days: 28, amountPence: 297_000 },
            { days: 28, amountPence: 308_000 },
          ],
        },
      },
    });
  });

  it('16: a contribution above the rate leaves nothing net and is limited to the cost', () => {
    const contributions = [weekly('2024-04-01', 80_000)];
    expect(charge({ contributions, oneOffs: [], account: {}, options: defaultChargeOptions })).toMatchObject({
      bridging: { value: { lines: [{ netPence: 0, contributionPence: 594_000, amountPence: 0 }] } },
      total: { value: 0 },
    });
  });

  it('18: a one-off payment is borne by the table of the agreement', () => {
    const paid = sumPence([pence(594_000), pence(8_974), pence(-84_000)]);
    expect(totalOf({})).toBe(paid);
  });

  it('19: a one-off payment that was taken back makes no line', () => {
    expect(charge({ oneOffs: [{ ...insurance, amountPence: pence(0) }] }).oneOffs).toEqual([]);
  });
});

describe('several NHS bodies that were liable one after the other', () => {
  const moved = charge({
    liableBodies: [
      { from: plainDate('2024-05-01'), body: 'QM7' },
      { from: plainDate('2024-05-29'), body: 'QNC' },
    ],
    oneOffs: [insurance, { ...insurance, receiptReference: 'REC-2', incurredOn: plainDate('2024-06-01') }],
  });
  const of = (debtor: string) => adjustmentsOwedBy(moved, debtor);

  it('have each the one-off payments of their days and a part of the credit, which loses no penny', () => {
    const [first, second] = [of('QM7'), of('QNC')];
    expect(first.oneOffs.map(({ receiptReference }) => receiptReference)).toEqual(['REC-1']);
    expect(second.oneOffs.map(({ receiptReference }) => receiptReference)).toEqual(['REC-2']);
    expect([first.credit, second.credit]).toMatchObject([
      { value: { creditPence: 42_000 } },
      { value: { creditPence: 42_000 } },
    ]);
  });
});
