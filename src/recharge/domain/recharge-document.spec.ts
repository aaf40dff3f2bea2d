import { describe, expect, it } from '@jest/globals';
import { basisOf, type BasisInputs } from '../../kernel/basis.js';
import { known, pending, type Figure } from '../../kernel/figure.js';
import { pence } from '../../kernel/pence.js';
import { plainDate } from '../../kernel/plain-date.js';
import { COUNCIL, decisionRule, eightWeeks, NHS_BODY } from './bridging.fixtures.js';
import { missingFrom, rechargeDocument, type Adjustments } from './recharge-document.js';
import { bridgingRecharge, type BridgingFacts } from './rules/bridging-recharge.js';
import type { JointPackage } from './rules/joint-package.js';
import type { ChargedOneOff } from './rules/one-off-charge.js';
import { ACCOUNT_CREDIT, LEAVE_CREDIT, ONE_OFF_TABLE } from './rules/recharge-rules.js';

const flow = { creditor: COUNCIL, debtor: NHS_BODY };
const missing = { fact: 'leave-statement', reason: 'No statement', suppliedBy: 'payroll' };
const waits: Figure<never> = pending(missing);
const bridged = (changes: Partial<BridgingFacts> = {}) => {
  const figure = bridgingRecharge({ ...eightWeeks, ...changes });
  if (figure.status === 'pending') throw new Error('The figure waits');
  return figure.value;
};
const document = (adjustments: Partial<Adjustments> = {}, bridging = bridged()) =>
  rechargeDocument(bridging, flow, { oneOffs: [], leave: [], ...adjustments }, 'bridging');
const linesOf = (...args: Parameters<typeof document>) => document(...args).lines;

const cover = (chargedPence: number, inputs: BasisInputs = {}): ChargedOneOff => ({
  receiptReference: 'REC-1',
  kind: 'respite-or-emergency',
  incurredOn: plainDate('2024-05-12'),
  amountPence: pence(chargedPence),
  charge: known(
    { chargedPence: pence(chargedPence), treatment: 'incurred-in-bridging' },
    basisOf(ONE_OFF_TABLE, inputs),
  ),
});
const credit = (creditPence: number) =>
  known(
    { creditPence: pence(creditPence), references: ['ST-5', 'ST-7'] },
    basisOf(ACCOUNT_CREDIT, { creditPence }),
  );
const leave = (owedPence: Figure<number>) => [
  { employmentRef: 'EM-1', owedPence: owedPence as Adjustments['leave'][number]['owedPence'] },
];
/** A line beside the days is for all of them. */
const allDays = { from: '2024-05-01', until: '2024-06-26', days: 56, bodyAtTime: NHS_BODY };

describe('the lines of a recharge beside its days', () => {
  it('have the one-off payments, with the receipt and the rule', () => {
    expect(linesOf({ oneOffs: [cover(9_000, { capPence: 80_000 })] })[1]).toStrictEqual({
      number: 2,
      kind: 'one-off',
      ...allDays,
      amountPence: 9_000,
      evidence: ['REC-1'],
      rule: 'ONE-OFF-TABLE',
      ruleVersion: ONE_OFF_TABLE.version,
      figures: { capPence: 80_000 },
    });
  });

  it('take the credit of the account off, with the statements that show it', () => {
    expect(linesOf({ credit: credit(84_000) })[1]).toStrictEqual({
      number: 2,
      kind: 'unspent-balance-credit',
      ...allDays,
      amountPence: -84_000,
      evidence: ['ST-5', 'ST-7'],
      rule: 'ACCOUNT-CREDIT',
      ruleVersion: ACCOUNT_CREDIT.version,
      figures: { creditPence: 84_000 },
    });
  });

  it('take leave off, with the employment that it is of', () => {
    expect(linesOf({ leave: leave(known(36_256, decisionRule)) })[1]).toStrictEqual({
      number: 2,
      kind: 'leave-credit',
      ...allDays,
      amountPence: -36_256,
      evidence: ['EM-1'],
      rule: 'LEAVE-CREDIT',
      ruleVersion: LEAVE_CREDIT.version,
      figures: { employmentRef: 'EM-1', owedPence: 36_256 },
    });
  });

  it('keep what is either so or not as a word', () => {
    const figures = { isJoint: true, isCapped: false, count: 2, kind: 'annual' };
    expect(linesOf({ oneOffs: [cover(9_000, figures)] })[1]?.figures).toEqual({
      isJoint: 'true',
      isCapped: 'false',
      count: 2,
      kind: 'annual',
    });
  });

  it('are none for what comes to nothing or is not known yet', () => {
    const nothing = {
      oneOffs: [cover(0), { ...cover(1), charge: waits }],
      credit: credit(0),
      leave: leave(known(0, decisionRule)),
    };
    expect(linesOf(nothing).map(({ kind }) => kind)).toEqual(['bridging']);
    const waiting = { oneOffs: [], credit: waits, leave: leave(waits) };
    expect(linesOf(waiting).map(({ kind }) => kind)).toEqual(['bridging']);
  });

  it('leave out leave that is not known, and name the employments that it is of alone', () => {
    const known2 = { employmentRef: 'EM-2', owedPence: known(pence(100), decisionRule) };
    expect(document({ leave: [...leave(waits), known2] }).leavePendingFor).toEqual(['EM-1']);
  });
});

describe('the line of the days', () => {
  const days = (changes: Partial<BridgingFacts>) => linesOf({}, bridged(changes))[0];
  const joint = (part: JointPackage['parts'][number]): Partial<BridgingFacts> => ({
    jointPackages: [{ from: plainDate('2024-04-01'), parts: [part], remainder: 'bridged' }],
  });

  it('warns of no last day for a claim where no payment shows one', () => {
    expect(days({})).toMatchObject({
      claimBefore: '2030-05-01',
      evidence: ['payment 2024-05-01', 'payment 2024-05-29'],
    });
    expect(days({ payments: [] })).toMatchObject({ evidence: [] });
    expect(days({ payments: [] })).not.toHaveProperty('claimBefore');
  });

  it('has the sum for a week that a reader can multiply: under a joint package that of the part', () => {
    expect(days({})?.weeklyPence).toBe(74_250);
    const fixed = joint({ part: 'council-own', weeklyPence: pence(24_250) });
    expect(days(fixed)).toMatchObject({ weeklyPence: 50_000, amountPence: 400_000 });
    expect(days(joint({ part: 'council-own', share: '1/7' }))).not.toHaveProperty('weeklyPence');
  });
});

describe('the sum of the lines', () => {
  it('makes a recharge down to nothing, and below it a credit note, with each sign turned', () => {
    expect(document({ credit: credit(594_000) })).toMatchObject({
      document: 'recharge',
      ...flow,
      totalPence: 0,
    });
    expect(document({ credit: credit(594_001) })).toMatchObject({
      document: 'credit-note',
      creditor: NHS_BODY,
      debtor: COUNCIL,
      lines: [
        { number: 1, amountPence: -594_000 },
        { number: 2, amountPence: 594_001 },
      ],
      totalPence: 1,
    });
  });
});

describe('what the lines wait for', () => {
  it('is what any one-off payment or the credit waits for, in their order', () => {
    const other = { ...missing, fact: 'account-closing-balance' };
    expect(missingFrom({ oneOffs: [{ ...cover(1), charge: waits }], credit: pending(other) })).toEqual([
      missing,
      other,
    ]);
    expect(missingFrom({ oneOffs: [cover(1)], credit: credit(1) })).toEqual([]);
    expect(missingFrom({ oneOffs: [] })).toEqual([]);
  });
});
