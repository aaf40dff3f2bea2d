import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  agreementBound,
  alertRaised,
  CASE_REF,
  councilBudgetSet,
  councilCoverStarted,
  COUNCIL,
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
import { FieldRefused, NotYourSide } from '../../kernel/refusal.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import { InMemoryEventStore } from '../../platform/event-store/in-memory/in-memory-event-store.js';
import type { Committed } from '../../platform/event-store/streams.js';
import { MergedCases, TransferCases, type TransferCaseEvent } from '../../transfer-case/index.js';
import { RechargeNotEvidenced, RechargePending } from '../domain/calculate/calculate.refusals.js';
import { RechargeOutOfDate } from '../domain/issue/issue.refusals.js';
import type { Recharge, RechargeRecord } from '../domain/recharge.js';
import { PreparerMayNotApprove } from '../domain/duties/duties.refusals.js';
import { AcceptLine, AcceptLineHandler } from './accept-line.js';
import { ApproveRecharge, ApproveRechargeHandler } from './approve-recharge.js';
import { CalculateRecharge, CalculateRechargeHandler } from './calculate-recharge.js';
import type { CaseLeave } from './case-leave.js';
import { ChargeRegisters } from './charge-registers.js';
import { ChargeTerms } from './charge-terms.js';
import { CreditRecharge, CreditRechargeHandler } from './credit-recharge.js';
import { IssueRecharge, IssueRechargeHandler } from './issue-recharge.js';
import { MergeCase, MergeCaseHandler, RechargeStands } from './merge-case.js';
import { NoTransferBack } from './nhs-body-charged.js';
import { PayRecharge, PayRechargeHandler } from './pay-recharge.js';
import { RecalculateRecharge, RecalculateRechargeHandler } from './recalculate-recharge.js';
import { rechargeRefOf } from './recharge-ref.js';
import { Recharges } from './recharges.js';

const FIRST = rechargeRefOf(CASE_REF, 1, 'transfer-back', NHS_BODY);
const noLeave = { of: async () => ({ owed: [], facts: NO_FACTS }) } as unknown as CaseLeave;
const underDefaultOptions = { ...agreementBound, data: { ...agreementBound.data, options: DEFAULT_OPTIONS } };
/** The NHS body paid for the four weeks from 3 March 2025, after its notice. */
const paidOn = {
  ...paymentMade,
  data: {
    ...{ paymentReference: 'PHB-2025-03', payer: NHS_BODY, paidOn: plainDate('2025-03-03') },
    ...{ from: plainDate('2025-03-03'), until: plainDate('2025-03-31'), amountPence: pence(392_000) },
  },
};

/** Notice to 2 March 2025, cover of the council from 31 March: 28 days of £840 a week, £3,360.00. */
describe('the recharge on the way back', () => {
  let cases: TransferCases;
  let recharges: Recharges;
  let registers: ChargeRegisters;
  let commands: number;
  const clock = new TickingClock('2025-05-01T09:00:00Z');

  const context = (id: string, organisation: string, role: string): CommandContext => {
    commands += 1;
    const commandId = numberedUuid(commands);
    return { actor: { id, organisation, role }, commandId, correlationId: commandId, causationId: commandId };
  };
  const nhsPreparer = () => context('nadia', NHS_BODY, 'nhs-finance');
  const nhsApprover = () => context('omar', NHS_BODY, 'nhs-approver');
  const council = () => context('anna', COUNCIL, 'council-finance');
  const terms = () => new ChargeTerms(noLeave, clock);
  const calculate = (by = nhsPreparer(), nhsBody?: string) =>
    new CalculateRechargeHandler(recharges, cases, terms(), registers).execute(
      new CalculateRecharge(CASE_REF, 'transfer-back', nhsBody, by),
    );
  const approve = (revision: number, by = nhsApprover()) =>
    new ApproveRechargeHandler(recharges, terms(), registers, clock).execute(
      new ApproveRecharge(FIRST, revision, by),
    );
  const issue = (revision: number, by = nhsPreparer()) => {
    const document = { documentDate: plainDate('2025-05-01'), invoiceReference: 'NHS-INV-1' };
    return new IssueRechargeHandler(recharges, terms(), namesNobody, clock).execute(
      new IssueRecharge(FIRST, document, revision, by),
    );
  };
  const accept = (revision: number, by: CommandContext) =>
    new AcceptLineHandler(recharges, clock).execute(new AcceptLine(FIRST, 1, revision, by));
  const pay = (revision: number, by: CommandContext) => {
    const payment = {
      paymentReference: 'HCC-1',
      paidOn: plainDate('2025-05-01'),
      amountPence: pence(336_000),
    };
    return new PayRechargeHandler(recharges, namesNobody, clock).execute(
      new PayRecharge(FIRST, payment, revision, by),
    );
  };
  const record = ({ state }: Committed<Recharge>): RechargeRecord => {
    if (state.stage === 'none') throw new Error('There is no recharge');
    return state;
  };
  const happened = (...events: readonly TransferCaseEvent[]) =>
    cases.streams.transact(CASE_REF, () => events, council());

  beforeEach(async () => {
    const store = new InMemoryEventStore(clock);
    cases = new TransferCases(store);
    recharges = new Recharges(store, cases);
    registers = new ChargeRegisters(store, clock);
    commands = 0;
    await happened(...HISTORY_TO['transferring-back'], underDefaultOptions, councilBudgetSet, paidOn);
  });

  it('waits until the council says from when it covers the person again', async () => {
    await expect(calculate()).rejects.toThrow(RechargePending);
    await happened(councilCoverStarted);
    expect(record(await calculate())).toMatchObject({
      rechargeRef: FIRST,
      creditor: NHS_BODY,
      debtor: COUNCIL,
      documentRoute: 'nhs-invoices-council',
      totalPence: 336_000,
      refundToPersonPence: 0,
      lines: [
        {
          kind: 'transfer-back',
          ...{ from: '2025-03-03', until: '2025-03-31', days: 28, weeklyPence: 84_000 },
          ...{ bodyAtTime: COUNCIL, evidence: ['PHB-2025-03'], claimBefore: '2031-03-03' },
        },
      ],
    });
  });

  it('is worked out, released and issued by the NHS body, by two people, and accepted and paid by the council', async () => {
    await happened(councilCoverStarted);
    await expect(calculate(council())).rejects.toThrow(NotYourSide);
    await calculate();
    await expect(approve(1, context('nadia', NHS_BODY, 'nhs-approver'))).rejects.toThrow(
      PreparerMayNotApprove,
    );
    await expect(approve(1, context('bilal', COUNCIL, 'council-approver'))).rejects.toThrow(NotYourSide);
    await approve(1);
    await expect(issue(2, council())).rejects.toThrow(NotYourSide);
    expect(record(await issue(2)).issue).toMatchObject({ payableBy: COUNCIL, paymentDueOn: '2025-05-31' });
    await expect(accept(3, nhsPreparer())).rejects.toThrow(NotYourSide);
    await accept(3, council());
    await expect(pay(4, nhsPreparer())).rejects.toThrow(NotYourSide);
    expect(record(await pay(4, council())).payments).toMatchObject([{ amountPence: 336_000 }]);
  });

  it('has versions of its own beside those of bridging: a credit counts what the council paid', async () => {
    await happened(councilCoverStarted);
    await calculate();
    await approve(1);
    await issue(2);
    await accept(3, council());
    await pay(4, council());
    const credit = (revision: number, by: CommandContext) =>
      new CreditRechargeHandler(recharges, terms(), clock).execute(
        new CreditRecharge(FIRST, 'facts-changed', revision, by),
      );
    await expect(credit(5, council())).rejects.toThrow(NotYourSide);
    await credit(5, nhsPreparer());
    await credit(6, nhsApprover());
    expect(record(await calculate())).toMatchObject({
      rechargeRef: rechargeRefOf(CASE_REF, 2, 'transfer-back', NHS_BODY),
      supersedes: FIRST,
      paidBeforePence: 336_000,
    });
    expect(FIRST).not.toBe(rechargeRefOf(CASE_REF, 1));
  });

  it('is worked out anew while it is a draft, and not issued once the facts give another sum', async () => {
    await happened(councilCoverStarted);
    await calculate();
    await approve(1);
    const from = plainDate('2025-03-10');
    await happened({ ...councilBudgetSet, data: { from, weeklyPence: pence(91_000) } });
    await expect(issue(2)).rejects.toThrow(RechargeOutOfDate);
    const anew = new RecalculateRechargeHandler(recharges, terms());
    expect(record(await anew.execute(new RecalculateRecharge(FIRST, 2, nhsPreparer())))).toMatchObject({
      stage: 'draft',
      totalPence: 84_000 + 3 * 91_000,
      lines: [{ kind: 'transfer-back' }, { kind: 'transfer-back' }],
    });
  });

  it('needs days that the NHS body is recorded to have paid for', async () => {
    const reversal = { paymentReference: 'PHB-BACK', reverses: 'PHB-2025-03', amountPence: pence(-392_000) };
    await happened(councilCoverStarted, { ...paidOn, data: { ...paidOn.data, ...reversal } });
    await expect(calculate()).rejects.toThrow(RechargeNotEvidenced);
  });

  it('is refused where the council owes nothing back, or not to the body that is named', async () => {
    await happened(councilCoverStarted);
    await expect(calculate(nhsPreparer(), 'QNC')).rejects.toThrow(FieldRefused);
    const atOnce = { ...councilCoverStarted, data: { startsOn: plainDate('2025-03-03') } };
    await happened(atOnce);
    await expect(calculate()).rejects.toThrow(NoTransferBack);
  });

  it('keeps its case from being merged while it stands', async () => {
    await happened(councilCoverStarted);
    await calculate();
    const into = 'TC-2B8M61WXC4';
    const alert = { ...alertRaised, data: { ...alertRaised.data, caseRef: into, personReference: 'P-2' } };
    await cases.streams.transact(into, () => [alert], council());
    const merged = new MergedCases(cases, {} as never, clock);
    const merge = new MergeCaseHandler(cases, merged, recharges, registers);
    const said = { into, reasonCode: 'duplicate', documentReference: 'NOTE-1' };
    const by = context('dara', COUNCIL, 'direct-payment-worker');
    const command = new MergeCase(CASE_REF, { ...said, mergedOn: plainDate('2025-05-01') }, by);
    await expect(merge.execute(command)).rejects.toThrow(RechargeStands);
  });
});
