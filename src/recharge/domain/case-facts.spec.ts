import { describe, expect, it } from '@jest/globals';
import { pending } from '../../kernel/figure.js';
import { pence } from '../../kernel/pence.js';
import { plainDate } from '../../kernel/plain-date.js';
import {
  COUNCIL,
  decisionRule,
  defaultChargeOptions,
  eightWeeks,
  liableFrom,
  NHS_BODY,
  payment,
  weekly,
} from './bridging.fixtures.js';
import {
  bridgingFactsOf,
  caseChargeFactsOf,
  transferBackFactsOf,
  type BodiesInLaw,
  type ChargeableCase,
  type ReturningCase,
} from './case-facts.js';

/** Nothing changes, and every code is one of a body. */
const unchanging: BodiesInLaw = { bodyOn: (code) => ({ code }), successionsBetween: () => [] };
const { awardRates, contributions, contributionReceipts, payments } = eightWeeks;

/** A case of which nothing has ended yet, under no agreement. */
const open: ChargeableCase = {
  ...{ council: COUNCIL, nhsBody: NHS_BODY, areaChanges: [], jointPackages: [], suspensions: [] },
  ...{ awardRates, contributions, contributionReceipts, payments, oneOffs: [] },
};
const started = plainDate('2024-06-26');
const liability = liableFrom('2024-05-01');
const bound = (options: Record<string, string | number>): ChargeableCase => ({
  ...open,
  agreement: { agreementId: 'LA-0000000001', version: 2, options },
});
const end = { lastDay: plainDate('2024-06-20'), basis: decisionRule };
/** £119.00 for insurance, in bridging. */
const insurance = {
  receiptReference: 'REC-1',
  kind: 'respite-or-emergency' as const,
  incurredOn: plainDate('2024-05-12'),
  amountPence: pence(11_900),
};

describe('the facts that the bridging recharge of a case rests on', () => {
  it('hold nothing that nobody has said, and claim the evidenced cost where no agreement says another', () => {
    expect(bridgingFactsOf(open, liability, unchanging)).toStrictEqual({
      liability,
      awardRates,
      contributions,
      contributionReceipts,
      jointPackages: [],
      suspensions: [],
      payments,
      liableBodies: [{ from: '2024-05-01', debtor: NHS_BODY, body: NHS_BODY }],
      payingBody: COUNCIL,
      grossBasis: 'evidenced',
    });
  });

  it('name no liable body while it is not known from when one is', () => {
    const waits = pending({
      fact: 'eligibility-decision',
      reason: 'No decision',
      suppliedBy: 'the CHC team',
    });
    expect(bridgingFactsOf(open, waits, unchanging)).toMatchObject({ liability: waits, liableBodies: [] });
  });

  it('hold every end, merger, dispute and wish that was recorded', () => {
    const said = {
      lastDayCovered: plainDate('2024-06-24'),
      diedOn: plainDate('2024-06-23'),
      declinedFrom: plainDate('2024-06-22'),
      merger: { into: 'TC-2B8M61WXC4', mergedOn: plainDate('2024-05-20') },
      budgetForm: { form: 'notional', from: plainDate('2024-06-26') },
    };
    const missing = { fact: 'responsible-nhs-body', reason: 'In dispute', suppliedBy: 'the NHS bodies' };
    const parked = { from: plainDate('2024-05-10'), missing };
    const record = { ...open, ...said, phbCoverStartsOn: started };
    expect(bridgingFactsOf(record, liability, unchanging, parked, end)).toMatchObject({
      ...said,
      newCoverStartsOn: '2024-06-26',
      liabilityEnd: end,
      parked,
    });
  });

  it.each(['evidenced', 'full', 'net'])('claim the cost that the agreement names: %s', (grossBasis) => {
    expect(bridgingFactsOf(bound({ grossBasis }), liability, unchanging).grossBasis).toBe(grossBasis);
  });

  it('warn of old claims after the years of the agreement', () => {
    const record = bound({ limitationWarningYears: 5 });
    expect(bridgingFactsOf(record, liability, unchanging).limitationYears).toBe(5);
    expect(bridgingFactsOf(bound({}), liability, unchanging)).not.toHaveProperty('limitationYears');
  });

  it('are refused with the name of an option that an agreement cannot have', () => {
    const facts = (options: Record<string, string | number>) => () =>
      bridgingFactsOf(bound(options), liability, unchanging);
    expect(facts({ grossBasis: 'some' })).toThrow('/grossBasis is not one of evidenced, full, net');
    expect(facts({ limitationWarningYears: 'six' })).toThrow('/limitationWarningYears is not a whole number');
  });

  it('have the payments of a body that is not in the lists stand as they are', () => {
    const nobody: BodiesInLaw = { bodyOn: () => undefined, successionsBetween: () => [] };
    expect(bridgingFactsOf(open, liability, nobody)).toMatchObject({
      payments: open.payments,
      liableBodies: [{ from: '2024-05-01', debtor: NHS_BODY }],
    });
    expect(bridgingFactsOf(open, liability, nobody).liableBodies[0]).not.toHaveProperty('body');
  });
});

describe('the bodies that were liable', () => {
  const bodiesOf = (changes: Partial<ChargeableCase>, bodies = unchanging) =>
    bridgingFactsOf({ ...open, ...changes }, liability, bodies).liableBodies.map(({ from, debtor, body }) => [
      from,
      debtor,
      body,
    ]);
  const moved = (...days: readonly string[]) => ({
    areaChanges: days.map((day, index) => ({ from: plainDate(day), nhsBody: `QN${index}` })),
  });

  it('change within bridging alone: a move on its first day or before counts from the start, a later one not', () => {
    const ended = { phbCoverStartsOn: started };
    expect(bodiesOf({ ...ended, ...moved('2024-04-30') })).toEqual([['2024-05-01', 'QN0', 'QN0']]);
    expect(bodiesOf({ ...ended, ...moved('2024-05-01') })).toEqual([['2024-05-01', 'QN0', 'QN0']]);
    expect(bodiesOf({ ...ended, ...moved('2024-05-02') })).toEqual([
      ['2024-05-01', NHS_BODY, NHS_BODY],
      ['2024-05-02', 'QN0', 'QN0'],
    ]);
    expect(bodiesOf({ ...ended, ...moved('2024-06-25') })).toHaveLength(2);
    expect(bodiesOf({ ...ended, ...moved('2024-06-26') })).toEqual([['2024-05-01', NHS_BODY, NHS_BODY]]);
  });

  it('are in date order, whichever of a move and a succession in law came first', () => {
    const bodies: BodiesInLaw = {
      bodyOn: (code, day) => ({ code: code === 'QN0' && day >= plainDate('2024-06-10') ? 'QNEW' : code }),
      successionsBetween: (code) => (code === 'QN0' ? [plainDate('2024-06-10')] : []),
    };
    expect(bodiesOf({ phbCoverStartsOn: started, ...moved('2024-05-20') }, bodies)).toEqual([
      ['2024-05-01', NHS_BODY, NHS_BODY],
      ['2024-05-20', 'QN0', 'QN0'],
      ['2024-06-10', 'QN0', 'QNEW'],
    ]);
  });

  it('are cut once where a move and a succession fall on one day', () => {
    const day = plainDate('2024-05-20');
    const bodies: BodiesInLaw = { ...unchanging, successionsBetween: () => [day] };
    expect(bodiesOf({ phbCoverStartsOn: started, ...moved('2024-05-20') }, bodies)).toHaveLength(2);
  });

  it('are asked about no further than the end of bridging, and not at all while it has none', () => {
    const asked: unknown[] = [];
    const bodies: BodiesInLaw = {
      ...unchanging,
      successionsBetween: (...question) => {
        asked.push(question);
        return [];
      },
    };
    bodiesOf(moved('2024-05-20'), bodies);
    expect(asked).toEqual([]);
    bodiesOf({ phbCoverStartsOn: started, ...moved('2024-05-20') }, bodies);
    expect(asked).toEqual([
      [NHS_BODY, '2024-05-01', '2024-06-26'],
      ['QN0', '2024-05-01', '2024-06-26'],
    ]);
  });
});

describe('the facts that all charges of a case rest on', () => {
  const chargeFacts = (changes: Partial<ChargeableCase> = {}) =>
    caseChargeFactsOf(
      { ...open, oneOffs: [insurance], ...changes },
      liability,
      unchanging,
      defaultChargeOptions,
    );

  it('add the one-off payments and the options, and know nothing of an account that nobody spoke of', () => {
    const { oneOffs, account, options } = chargeFacts();
    expect([oneOffs, options]).toEqual([[insurance], defaultChargeOptions]);
    expect(account).toStrictEqual({ leave: [] });
  });

  it('have the balances of the account with their statements, and what was taken back', () => {
    const { account } = chargeFacts({
      openingBalance: {
        balanceOn: plainDate('2024-05-01'),
        balancePence: pence(40_000),
        statementReference: 'ST-5',
      },
      accountClosed: {
        closedOn: plainDate('2024-07-05'),
        balancePence: pence(124_000),
        statementReference: 'ST-7',
      },
      balanceReclaimed: { amountPence: pence(124_000), reclaimReference: 'RECLAIM-1' },
    });
    expect(account).toMatchObject({
      opening: { on: '2024-05-01', balancePence: 40_000, statementReference: 'ST-5' },
      closed: { on: '2024-07-05', balancePence: 124_000, statementReference: 'ST-7' },
      reclaimed: { amountPence: 124_000, reclaimReference: 'RECLAIM-1' },
    });
  });

  it('have the leave in the account as it was worked out', () => {
    const missing = { fact: 'leave-statement', reason: 'None', suppliedBy: 'payroll' };
    const leave = [{ employmentRef: 'EM-1', inAccountPence: pending(missing) }];
    const { account } = caseChargeFactsOf(
      open,
      liability,
      unchanging,
      defaultChargeOptions,
      undefined,
      undefined,
      leave,
    );
    expect(account.leave).toBe(leave);
  });
});

describe('the facts of a case on its way back', () => {
  const returning: ReturningCase = {
    ...open,
    councilBudgets: [weekly('2024-08-01', 60_000)],
    phbRates: [weekly('2024-06-26', 80_000)],
    payments: [payment('2024-08-01', '2024-08-28', 320_000, NHS_BODY)],
    phbCoverStartsOn: started,
  };
  const lost = { lastDay: plainDate('2024-07-31'), basis: decisionRule };
  const options = { transferBackRate: 'actual-phb-rate' } as const;
  const facts = (changes: Partial<ReturningCase> = {}, bodies = unchanging) =>
    transferBackFactsOf({ ...returning, ...changes }, bodies, options, lost);

  it('hold nothing that nobody has said', () => {
    expect(facts()).toStrictEqual({
      end: lost,
      phbCoverStartsOn: '2024-06-26',
      council: COUNCIL,
      rate: 'actual-phb-rate',
      councilBudgets: returning.councilBudgets,
      phbRates: returning.phbRates,
      jointPackages: [],
      payments: returning.payments,
      liableBodies: [{ from: '2024-06-26', debtor: COUNCIL, body: COUNCIL }],
      nhsBody: NHS_BODY,
      areaChanges: [],
    });
  });

  it('hold the cover of the council, a death and a refusal, and the years of the agreement', () => {
    const said = {
      councilCoverStartsOn: plainDate('2024-09-01'),
      diedOn: plainDate('2024-08-20'),
      declinedFrom: plainDate('2024-08-10'),
    };
    const agreement = { agreementId: 'LA-1', version: 1, options: { limitationWarningYears: 5 } };
    expect(facts({ ...said, agreement })).toMatchObject({ ...said, limitationYears: 5 });
  });

  it('are none while the NHS body is liable, before its budget began, and of a case that was merged', () => {
    expect(transferBackFactsOf(returning, unchanging, options, undefined)).toBeUndefined();
    const { phbCoverStartsOn: _, ...never } = returning;
    expect(transferBackFactsOf(never, unchanging, options, lost)).toBeUndefined();
    const merger = { into: 'TC-2B8M61WXC4', mergedOn: plainDate('2024-08-05') };
    expect(facts({ merger })).toBeUndefined();
  });

  it.each([
    [{ councilCoverStartsOn: '2024-09-01' }, '2024-09-01'],
    [{ declinedFrom: '2024-08-10' }, '2024-08-10'],
    [{ diedOn: '2024-08-20' }, '2024-08-21'],
    [{ councilCoverStartsOn: '2024-09-01', declinedFrom: '2024-08-10', diedOn: '2024-08-20' }, '2024-09-01'],
    [{ councilCoverStartsOn: '2024-08-02', declinedFrom: '2024-08-10', diedOn: '2024-08-20' }, '2024-08-21'],
  ])('know the council of each day up to the last end that is said of %j', (ends, until) => {
    const asked: unknown[] = [];
    const bodies: BodiesInLaw = {
      ...unchanging,
      successionsBetween: (...question) => {
        asked.push(question);
        return [];
      },
    };
    facts(ends as Partial<ReturningCase>, bodies);
    expect(asked).toEqual([[COUNCIL, '2024-06-26', until]]);
  });

  it('follow the council alone in law, and not the NHS bodies', () => {
    const bodies: BodiesInLaw = {
      bodyOn: (code, day) => ({
        code: code === COUNCIL && day >= plainDate('2024-08-05') ? 'E06000099' : code,
      }),
      successionsBetween: () => [plainDate('2024-08-05')],
    };
    expect(facts({ councilCoverStartsOn: plainDate('2024-09-01') }, bodies)?.liableBodies).toEqual([
      { from: '2024-06-26', debtor: COUNCIL, body: COUNCIL },
      { from: '2024-08-05', debtor: COUNCIL, body: 'E06000099' },
    ]);
  });
});
