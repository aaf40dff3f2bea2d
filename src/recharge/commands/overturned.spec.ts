import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  agreementBound,
  awardRateSet,
  CASE_REF,
  COUNCIL,
  eligibilityOverturned,
  HISTORY_TO,
  NHS_BODY,
  paymentMade,
} from '../../../test/support/example-transfer-case.js';
import { namesNobody } from '../../../test/support/names-nobody.js';
import { numberedUuid } from '../../../test/support/recorded.js';
import { TickingClock } from '../../../test/support/ticking-clock.js';
import { DEFAULT_OPTIONS } from '../../agreement/index.js';
import { pence } from '../../kernel/pence.js';
import { plainDate } from '../../kernel/plain-date.js';
import { NO_FACTS } from '../../kernel/recorded-facts.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import { InMemoryEventStore } from '../../platform/event-store/in-memory/in-memory-event-store.js';
import type { Committed } from '../../platform/event-store/streams.js';
import { TransferCases } from '../../transfer-case/index.js';
import { RechargeExists } from '../domain/calculate/calculate.refusals.js';
import { paidPence, type Recharge, type RechargeRecord } from '../domain/recharge.js';
import { RechargeNotReady } from '../domain/refusals.js';
import { AcceptLine, AcceptLineHandler } from './accept-line.js';
import { ApproveRecharge, ApproveRechargeHandler } from './approve-recharge.js';
import { CalculateRecharge, CalculateRechargeHandler } from './calculate-recharge.js';
import type { CaseLeave } from './case-leave.js';
import { ChargeRegisters } from './charge-registers.js';
import { ChargeTerms } from './charge-terms.js';
import { CreditRecharge, CreditRechargeHandler } from './credit-recharge.js';
import { IssueRecharge, IssueRechargeHandler } from './issue-recharge.js';
import { PayRecharge, PayRechargeHandler } from './pay-recharge.js';
import { RecalculateRecharge, RecalculateRechargeHandler } from './recalculate-recharge.js';
import { rechargeRefOf } from './recharge-ref.js';
import { Recharges } from './recharges.js';

const [FIRST, SECOND] = [rechargeRefOf(CASE_REF, 1), rechargeRefOf(CASE_REF, 2)];
const noLeave = { of: async () => ({ owed: [], facts: NO_FACTS }) } as unknown as CaseLeave;
const bridged = {
  ...paymentMade,
  data: { ...paymentMade.data, from: plainDate('2024-04-10'), until: plainDate('2024-06-03') },
};
const bound = { ...agreementBound, data: { ...agreementBound.data, options: DEFAULT_OPTIONS } };
/** Decided on 15 July 2024: liability ended with 19 May. 40 days of £512.19 a week are left, and 14 are not. */
const overturned = {
  ...eligibilityOverturned,
  occurredOn: plainDate('2024-07-15'),
  data: { ...eligibilityOverturned.data, decidedOn: plainDate('2024-07-15') },
};
const [WHOLE, LEFT, TAKEN] = [395_118, 292_680, 102_438];

describe('eligibility that is overturned from a day before an issued recharge ends (odd input 3)', () => {
  let cases: TransferCases;
  let recharges: Recharges;
  let registers: ChargeRegisters;
  let commands: number;
  const clock = new TickingClock();

  const context = (id: string, organisation: string, role: string): CommandContext => {
    commands += 1;
    const commandId = numberedUuid(commands);
    return { actor: { id, organisation, role }, commandId, correlationId: commandId, causationId: commandId };
  };
  const preparer = () => context('anna', COUNCIL, 'council-finance');
  const approver = () => context('bilal', COUNCIL, 'council-approver');
  const nhsFinance = () => context('carol', NHS_BODY, 'nhs-finance');
  const terms = () => new ChargeTerms(noLeave, clock);
  const calculate = () =>
    new CalculateRechargeHandler(recharges, cases, terms(), registers).execute(
      new CalculateRecharge(CASE_REF, 'bridging', undefined, preparer()),
    );
  const approve = (ref: string) =>
    new ApproveRechargeHandler(recharges, terms(), registers, clock).execute(
      new ApproveRecharge(ref, 1, approver()),
    );
  const issue = (ref: string) => {
    const document = { documentDate: plainDate('2024-06-20'), invoiceReference: `INV-${ref}` };
    return new IssueRechargeHandler(recharges, terms(), namesNobody, clock).execute(
      new IssueRecharge(ref, document, 2, preparer()),
    );
  };
  const pay = (revision: number, amountPence: number, paidOn = '2024-07-01') => {
    const payment = { paymentReference: `BACS-${revision}`, paidOn: plainDate(paidOn) };
    const said = { ...payment, amountPence: pence(amountPence) };
    return new PayRechargeHandler(recharges, namesNobody, clock).execute(
      new PayRecharge(FIRST, said, revision, nhsFinance()),
    );
  };
  const credit = async (revision: number) => {
    const handler = new CreditRechargeHandler(recharges, terms(), clock);
    await handler.execute(new CreditRecharge(FIRST, 'facts-changed', revision, preparer()));
    await handler.execute(new CreditRecharge(FIRST, 'facts-changed', revision + 1, approver()));
  };
  const record = ({ state }: Committed<Recharge>): RechargeRecord => {
    if (state.stage === 'none') throw new Error('There is no recharge');
    return state;
  };
  const overturn = () => cases.streams.transact(CASE_REF, () => [overturned], preparer());

  beforeEach(async () => {
    const store = new InMemoryEventStore(clock);
    cases = new TransferCases(store);
    recharges = new Recharges(store, cases);
    registers = new ChargeRegisters(store, clock);
    commands = 0;
    const history = [...HISTORY_TO.complete, bound, awardRateSet, bridged];
    await cases.streams.transact(CASE_REF, () => history, preparer());
    await calculate();
    await approve(FIRST);
    await issue(FIRST);
    await new AcceptLineHandler(recharges, clock).execute(new AcceptLine(FIRST, 1, 3, nhsFinance()));
  });

  it('changes nothing of the issued version: a credit and a new one follow', async () => {
    await pay(4, WHOLE);
    await overturn();
    expect((await recharges.streams.load(FIRST)).state).toMatchObject({ stage: 'issued', totalPence: WHOLE });
    const anew = new RecalculateRechargeHandler(recharges, terms());
    await expect(anew.execute(new RecalculateRecharge(FIRST, 5, preparer()))).rejects.toThrow(
      RechargeNotReady,
    );
    await expect(calculate()).rejects.toThrow(RechargeExists);
  });

  it('leaves what was paid for the days after it paid, in a line of its own, and nothing is returned', async () => {
    await pay(4, WHOLE);
    await overturn();
    await credit(5);
    const second = record(await calculate());
    expect(second).toMatchObject({
      rechargeRef: SECOND,
      supersedes: FIRST,
      totalPence: WHOLE,
      paidBeforePence: WHOLE,
      lines: [
        { kind: 'bridging', from: '2024-04-10', until: '2024-05-20', amountPence: LEFT },
        {
          kind: 'paid-stays',
          ...{ from: '2024-05-20', until: '2024-06-03', days: 14, amountPence: TAKEN },
          rule: 'PAID-STAYS',
        },
      ],
    });
    expect(second.totalPence - paidPence(second)).toBe(0);
    await approve(SECOND);
    expect(record(await issue(SECOND)).stage).toBe('issued');
  });

  it('is returned where the agreement says so', async () => {
    await pay(4, WHOLE);
    await overturn();
    await credit(5);
    const options = { ...DEFAULT_OPTIONS, overturnedPayments: 'returned' } as const;
    const returning = { ...agreementBound, data: { ...agreementBound.data, options } };
    await cases.streams.transact(CASE_REF, () => [returning], preparer());
    const second = record(await calculate());
    expect(second).toMatchObject({ totalPence: LEFT, paidBeforePence: WHOLE, lines: [{ kind: 'bridging' }] });
    expect(second.totalPence - paidPence(second)).toBe(-TAKEN);
  });

  it('stays where a review ended eligibility with its notice first, whatever the agreement says', async () => {
    await pay(4, WHOLE, '2024-05-12');
    const options = {
      ...DEFAULT_OPTIONS,
      overturnedPayments: 'returned',
      transferBackNoticeDays: 1,
    } as const;
    const returning = { ...agreementBound, data: { ...agreementBound.data, options } };
    const lost = {
      type: 'transfer-case.eligibility-lost',
      occurredOn: plainDate('2024-05-12'),
      data: { decidedOn: plainDate('2024-05-12'), notifiedOn: plainDate('2024-05-12') },
    } as const;
    await overturn();
    await cases.streams.transact(CASE_REF, () => [lost, returning], preparer());
    await credit(5);
    // Liability ended with 12 May: 33 days of 54 are left.
    expect(record(await calculate())).toMatchObject({
      totalPence: WHOLE,
      lines: [
        { kind: 'bridging', amountPence: 241_461 },
        { kind: 'paid-stays', amountPence: WHOLE - 241_461 },
      ],
    });
  });

  it('stops what was not paid yet, and keeps of a part payment what is above the days still owed', async () => {
    await pay(4, 300_000);
    await overturn();
    await credit(5);
    expect(record(await calculate())).toMatchObject({
      totalPence: 300_000,
      lines: [{ amountPence: LEFT }, { kind: 'paid-stays', amountPence: 300_000 - LEFT }],
    });
  });

  it('keeps nothing where less was paid than is still owed', async () => {
    await pay(4, 100_000);
    await overturn();
    await credit(5);
    expect(record(await calculate())).toMatchObject({ totalPence: LEFT, lines: [{ kind: 'bridging' }] });
  });

  it('has a payment returned that was made after the decision', async () => {
    await pay(4, 200_000);
    await pay(5, WHOLE - 200_000, '2024-07-20');
    await overturn();
    await credit(6);
    expect(record(await calculate())).toMatchObject({ totalPence: LEFT, paidBeforePence: WHOLE });
  });

  it('says the same when the new version is worked out anew', async () => {
    await pay(4, WHOLE);
    await overturn();
    await credit(5);
    const before = await calculate();
    const anew = new RecalculateRechargeHandler(recharges, terms());
    const after = await anew.execute(new RecalculateRecharge(SECOND, 1, preparer()));
    expect(record(after)).toEqual(record(before));
    expect(after.revision).toBe(1);
  });
});
