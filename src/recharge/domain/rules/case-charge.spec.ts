import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { known, pending } from '../../../kernel/figure.js';
import { pence, sumPence } from '../../../kernel/pence.js';
import { periodOfDays } from '../../../kernel/period.js';
import { addDays, plainDate } from '../../../kernel/plain-date.js';
import { decisionRule, defaultChargeOptions, eightWeeks, liableFrom, weekly } from '../bridging.fixtures.js';
import { adjustmentsOwedBy, caseCharge, type CaseCharge, type CaseChargeFacts } from './case-charge.js';
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

  it('shows while it waits no payment that was taken back', () => {
    const missing = { fact: 'eligibility-decision', reason: 'No decision', suppliedBy: 'the CHC team' };
    const takenBack = { ...insurance, receiptReference: 'REC-2', amountPence: pence(0) };
    const waiting = charge({ liability: pending(missing), oneOffs: [takenBack, insurance] });
    expect(waiting.oneOffs.map(({ receiptReference }) => receiptReference)).toEqual(['REC-1']);
  });

  it('counts no line for what comes to nothing', () => {
    const theirs = { ...insurance, benefit: periodOfDays(plainDate('2024-02-01'), plainDate('2024-04-30')) };
    expect(charge({ oneOffs: [theirs] }).total).toMatchObject({
      value: 510_000,
      basis: { inputs: { lines: 2, totalPence: 510_000 }, from: [{}, { rule: 'ACCOUNT-CREDIT' }] },
    });
  });

  it('ends with the first of a death, a refusal and the end of eligibility, which a yearly cost is shared by', () => {
    const ends = {
      diedOn: plainDate('2024-06-02'),
      declinedFrom: plainDate('2024-05-29'),
      liabilityEnd: { lastDay: plainDate('2024-06-09'), basis: decisionRule },
    };
    // 28 of 366 days of £119.00.
    expect(charge(ends)).toMatchObject({
      bridging: { value: { days: { until: '2024-05-29' } } },
      oneOffs: [
        { charge: { value: { chargedPence: 910 }, basis: { inputs: { liableUntil: '2024-05-29' } } } },
      ],
    });
    const [{ charge: open } = {}] = charge().oneOffs;
    expect(open?.status === 'known' && open.basis.inputs).not.toHaveProperty('liableUntil');
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
  const second = { ...insurance, receiptReference: 'REC-2', incurredOn: plainDate('2024-05-15') };
  const moving = (changes: Partial<CaseChargeFacts> = {}) =>
    charge({
      liableBodies: [
        { from: plainDate('2024-05-01'), body: 'QM7' },
        { from: plainDate('2024-05-15'), body: 'QNC' },
      ],
      oneOffs: [insurance, second],
      ...changes,
    });
  const received = (found: Pick<CaseCharge, 'oneOffs'>) =>
    found.oneOffs.map(({ receiptReference }) => receiptReference);

  it('have each the one-off payments of their days, from the first of them on', () => {
    expect(received(adjustmentsOwedBy(moving(), 'QM7'))).toEqual(['REC-1']);
    expect(received(adjustmentsOwedBy(moving(), 'QNC'))).toEqual(['REC-2']);
  });

  it('have of the credit a part by what each owes for its days, which says of how much it is one', () => {
    // £1,485.00 for 14 days and £4,455.00 for 42: a quarter and three quarters of £840.00.
    const parts = ['QM7', 'QNC'].map((body) => adjustmentsOwedBy(moving(), body).credit);
    expect(parts).toMatchObject([
      {
        value: { creditPence: 21_000, references: ['ST-5', 'ST-7'] },
        basis: {
          rule: 'ACCOUNT-CREDIT',
          inputs: { body: 'QM7', wholeCreditPence: 84_000, creditPence: 21_000 },
          from: [{ rule: 'ACCOUNT-CREDIT', inputs: { creditPence: 84_000 } }],
        },
      },
      { value: { creditPence: 63_000 } },
    ]);
  });

  it('have nothing where a body owes for no day', () => {
    expect(adjustmentsOwedBy(moving(), 'QZZ')).toMatchObject({
      oneOffs: [],
      credit: { value: { creditPence: 0 } },
    });
  });

  it('have no credit where none is due, and each wait for one that is not known yet', () => {
    const none = moving({ account: {}, options: defaultChargeOptions });
    expect(adjustmentsOwedBy(none, 'QNC')).toStrictEqual({ oneOffs: [none.oneOffs[1]] });
    const waiting = moving({ account: { opening } });
    expect(adjustmentsOwedBy(waiting, 'QNC')).toStrictEqual({
      oneOffs: [waiting.oneOffs[1]],
      credit: waiting.credit,
    });
    expect(waiting.credit).toMatchObject({ missing: [{ fact: 'account-closing-balance' }] });
  });
});

/** Training that was approved on 1 June and emergency cover, both of 7 June 2024. */
const training: OneOffFact = {
  receiptReference: 'REC-3',
  kind: 'for-later-use',
  incurredOn: plainDate('2024-06-07'),
  amountPence: pence(18_500),
  approval: { outcome: 'approved', on: plainDate('2024-06-01') },
};
const cover: OneOffFact = {
  receiptReference: 'REC-4',
  kind: 'respite-or-emergency',
  incurredOn: plainDate('2024-06-07'),
  amountPence: pence(60_000),
};
const chargesOf = ({ oneOffs }: Pick<CaseCharge, 'oneOffs'>) =>
  oneOffs.map(({ receiptReference, charge: figure }) => [
    receiptReference,
    figure.status === 'known' ? figure.value.chargedPence : figure.missing,
  ]);

describe('days that NHS bodies dispute', () => {
  const missing = { fact: 'responsible-nhs-body', reason: 'In dispute', suppliedBy: 'the NHS bodies' };
  const disputedFrom = (from: string, changes: Partial<CaseChargeFacts> = {}) =>
    charge({ oneOffs: [training, cover], parked: { from: plainDate(from), missing }, ...changes });
  const undisputed = { account: {}, options: defaultChargeOptions };

  it('have the one-off payments of theirs wait with them, in no total', () => {
    expect(chargesOf(charge({ oneOffs: [training, cover], ...undisputed }))).toEqual([
      ['REC-3', 18_500],
      ['REC-4', 60_000],
    ]);
    const found = disputedFrom('2024-06-01', undisputed);
    expect(chargesOf(found)).toEqual([
      ['REC-3', [missing]],
      ['REC-4', [missing]],
    ]);
    // 31 days at £742.50 a week.
    expect(found.total).toMatchObject({ status: 'known', value: 328_821, basis: { inputs: { lines: 1 } } });
  });

  it('begin with the first of them, and hold up no payment from before or from after bridging', () => {
    expect(chargesOf(disputedFrom('2024-06-08', undisputed))).toEqual([
      ['REC-3', 18_500],
      ['REC-4', 60_000],
    ]);
    expect(chargesOf(disputedFrom('2024-06-07', undisputed))).toEqual([
      ['REC-3', [missing]],
      ['REC-4', [missing]],
    ]);
    const after = { ...cover, incurredOn: plainDate('2024-06-26') };
    expect(chargesOf(disputedFrom('2024-06-01', { ...undisputed, oneOffs: [after] }))).toEqual([
      ['REC-4', 0],
    ]);
  });

  it('have a one-off payment wait for nothing else first, so that it holds up none of the rest', () => {
    const { approval: _, ...unsaid } = training;
    const found = disputedFrom('2024-06-01', { ...undisputed, oneOffs: [unsaid] });
    expect(chargesOf(found)).toEqual([['REC-3', [missing]]]);
    expect(found.total).toMatchObject({ value: 328_821 });
    const early = { ...unsaid, incurredOn: plainDate('2024-05-31') };
    const held = disputedFrom('2024-06-01', { ...undisputed, oneOffs: [early, cover] });
    expect(held.total).toMatchObject({ status: 'pending', missing: [{ fact: 'one-off-approval' }] });
  });

  it('have the credit of the account wait with them, in no total', () => {
    expect(charge({ oneOffs: [] })).toMatchObject({
      credit: { value: { creditPence: 84_000 } },
      total: { value: 510_000 },
    });
    expect(disputedFrom('2024-05-29', { oneOffs: [] })).toMatchObject({
      credit: { status: 'pending', missing: [missing] },
      total: { status: 'known', value: 297_000, basis: { inputs: { lines: 1 } } },
    });
    expect(disputedFrom('2024-05-29', { oneOffs: [], account: {} })).toMatchObject({
      credit: { status: 'pending', missing: [missing] },
      total: { status: 'known', value: 297_000 },
    });
  });

  it('have it wait where they are all the days there are, and none where none can be due', () => {
    expect(disputedFrom('2024-05-01')).toMatchObject({
      credit: { status: 'pending', missing: [missing] },
      total: { status: 'known', value: 0 },
    });
    expect(disputedFrom('2024-05-01', { options: defaultChargeOptions })).not.toHaveProperty('credit');
    expect(disputedFrom('2024-06-26', { oneOffs: [] })).toMatchObject({
      credit: { value: { creditPence: 84_000 } },
    });
  });

  it('leave to the document of a body what does not wait with them', () => {
    const early = { ...cover, receiptReference: 'REC-2', incurredOn: plainDate('2024-05-12') };
    const found = disputedFrom('2024-06-01', { oneOffs: [early, training, cover] });
    expect(adjustmentsOwedBy(found, 'QM7')).toStrictEqual({ oneOffs: [found.oneOffs[0]] });
    const liableBodies = [
      { from: plainDate('2024-05-01'), body: 'QM7' },
      { from: plainDate('2024-05-15'), body: 'QNC' },
    ];
    const moved = disputedFrom('2024-06-01', { oneOffs: [early, training, cover], liableBodies });
    expect(adjustmentsOwedBy(moved, 'QM7')).toStrictEqual({ oneOffs: [moved.oneOffs[0]] });
    expect(adjustmentsOwedBy(moved, 'QNC')).toStrictEqual({ oneOffs: [] });
  });

  it('keep for each body’s document what waits for another fact, so that it is asked for', () => {
    const unsaid = { ...insurance, incurredOn: plainDate('2024-05-12') };
    const { benefit: _, ...bare } = unsaid;
    const found = disputedFrom('2024-06-01', { oneOffs: [bare, cover] });
    expect(adjustmentsOwedBy(found, 'QM7')).toStrictEqual({ oneOffs: [found.oneOffs[0]] });
  });
});

describe('days that are held', () => {
  const missing = { fact: 'delay-justified', reason: 'Nobody has said', suppliedBy: 'the CHC team' };
  const days = periodOfDays(plainDate('2024-05-01'), plainDate('2024-06-09'));
  const bare = { oneOffs: [training, cover], account: {}, options: defaultChargeOptions };
  const holding = (changes: Partial<CaseChargeFacts> = {}) =>
    charge({
      liability: known({ startsOn: plainDate('2024-06-10'), held: { ...days, missing } }, decisionRule),
      ...bare,
      ...changes,
    });

  it('have the one-off payments of theirs held with them, in no total', () => {
    expect(chargesOf(charge(bare))).toEqual([
      ['REC-3', 18_500],
      ['REC-4', 60_000],
    ]);
    const found = holding();
    expect(chargesOf(found)).toEqual([
      ['REC-3', [missing]],
      ['REC-4', [missing]],
    ]);
    // 16 days at £742.50 a week.
    expect(found.total).toMatchObject({ status: 'known', value: 169_714, basis: { inputs: { lines: 1 } } });
    expect(adjustmentsOwedBy(found, 'QM7')).toStrictEqual({ oneOffs: [] });
  });

  it('have them held from the first of the days to the last', () => {
    const on = (day: string) => chargesOf(holding({ oneOffs: [{ ...cover, incurredOn: plainDate(day) }] }));
    expect(on('2024-04-30')).toEqual([['REC-4', 0]]);
    expect(on('2024-05-01')).toEqual([['REC-4', [missing]]]);
    expect(on('2024-06-09')).toEqual([['REC-4', [missing]]]);
    expect(on('2024-06-10')).toEqual([['REC-4', 60_000]]);
  });

  it('hold no payment that no bridging could cover, however the delay is judged', () => {
    // The budget covers from 5 June: nothing of 7 June can be owed.
    const covered = holding({ newCoverStartsOn: plainDate('2024-06-05') });
    expect(chargesOf(covered)).toEqual([
      ['REC-3', 0],
      ['REC-4', 0],
    ]);
    const earlier = holding({ newCoverStartsOn: plainDate('2024-05-01') });
    expect(chargesOf(earlier)).toEqual([
      ['REC-3', 0],
      ['REC-4', 0],
    ]);
  });

  it('give way to the dispute where the delay is settled, and come first where it is not', () => {
    const dispute = { fact: 'responsible-nhs-body', reason: 'In dispute', suppliedBy: 'the NHS bodies' };
    const later = { ...cover, receiptReference: 'REC-5', incurredOn: plainDate('2024-06-20') };
    const parked = { from: plainDate('2024-06-01'), missing: dispute };
    const found = holding({ oneOffs: [cover, later], parked });
    expect(chargesOf(found)).toEqual([
      ['REC-4', [missing]],
      ['REC-5', [dispute]],
    ]);
    expect(found.total).toMatchObject({ status: 'known', value: 0 });
  });
});

describe('what is set aside with days that are held or disputed', () => {
  const delay = { fact: 'delay-justified', reason: 'Nobody has said', suppliedBy: 'the CHC team' };
  const dispute = { fact: 'responsible-nhs-body', reason: 'In dispute', suppliedBy: 'the NHS bodies' };
  const day = (days: number) => addDays(plainDate('2024-05-01'), days);

  it('is neither charged nor lost: each cover of those days waits, and the total is the sum of the rest', () => {
    const dayNumbers = fc.integer({ min: -10, max: 70 });
    const bought = fc.array(fc.record({ on: dayNumbers, amount: fc.integer({ min: 1, max: 90_000 }) }), {
      maxLength: 8,
    });
    const limits = { liable: fc.integer({ min: 0, max: 55 }), disputed: dayNumbers };
    fc.assert(
      fc.property(bought, fc.record(limits), (covers, { liable, disputed }) => {
        const startsOn = day(liable);
        const held = { ...{ from: day(0), until: startsOn }, missing: delay };
        const oneOffs = covers.map(({ on, amount }, index) => ({
          ...{ ...cover, receiptReference: `REC-${index}` },
          ...{ incurredOn: day(on), amountPence: pence(amount) },
        }));
        const found = charge({
          liability: known({ startsOn, ...(liable > 0 && { held }) }, decisionRule),
          parked: { from: day(disputed), missing: dispute },
          ...{ oneOffs, account: {}, options: defaultChargeOptions },
        });
        if (found.bridging.status === 'pending' || found.total.status === 'pending') {
          throw new Error('It is known');
        }
        const charged = found.oneOffs.flatMap(({ charge: figure }) =>
          figure.status === 'known' ? [figure.value.chargedPence] : [],
        );
        expect(found.oneOffs).toHaveLength(oneOffs.length);
        expect(found.total.value).toBe(sumPence([found.bridging.value.totalPence, ...charged]));
        for (const { incurredOn, charge: figure } of found.oneOffs) {
          // The eight weeks end on 25 June.
          const isOfBridging = incurredOn >= day(0) && incurredOn < day(56);
          const isSetAside = isOfBridging && (incurredOn < startsOn || incurredOn >= day(disputed));
          expect(figure.status).toBe(isSetAside ? 'pending' : 'known');
        }
      }),
    );
  });
});

describe('one NHS body alone', () => {
  it('has everything, as it was worked out', () => {
    const whole = charge();
    expect(adjustmentsOwedBy(whole, 'QM7')).toStrictEqual({ oneOffs: whole.oneOffs, credit: whole.credit });
    const none = charge({ account: {}, options: defaultChargeOptions });
    expect(adjustmentsOwedBy(none, 'QM7')).toStrictEqual({ oneOffs: none.oneOffs });
  });

  it('has everything while the days wait', () => {
    const missing = { fact: 'eligibility-decision', reason: 'No decision', suppliedBy: 'the CHC team' };
    const waiting = charge({ liability: pending(missing) });
    expect(adjustmentsOwedBy(waiting, 'QM7').oneOffs).toEqual(waiting.oneOffs);
  });
});
