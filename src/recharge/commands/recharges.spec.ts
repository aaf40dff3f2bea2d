import { beforeEach, describe, expect, it } from '@jest/globals';
import { namesNobody } from '../../../test/support/names-nobody.js';
import { numberedUuid } from '../../../test/support/recorded.js';
import {
  agreementBound,
  alertRaised,
  areaChanged,
  awardRateSet,
  caseReopened,
  CASE_REF,
  COUNCIL,
  delayClassified,
  HISTORY_TO,
  NHS_BODY,
  paymentMade,
  transferCompleted,
} from '../../../test/support/example-transfer-case.js';
import { TickingClock } from '../../../test/support/ticking-clock.js';
import { DEFAULT_OPTIONS } from '../../agreement/index.js';
import { pence } from '../../kernel/pence.js';
import { plainDate } from '../../kernel/plain-date.js';
import { NO_FACTS } from '../../kernel/recorded-facts.js';
import { FieldRefused, NotYourSide } from '../../kernel/refusal.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import { InMemoryEventStore } from '../../platform/event-store/in-memory/in-memory-event-store.js';
import { StaleRevision, type Committed } from '../../platform/event-store/streams.js';
import { CaseNotFound, MergedCases, TransferCases } from '../../transfer-case/index.js';
import { CaseNotComplete, RechargeExists } from '../domain/calculate/calculate.refusals.js';
import { IdentityOnDocument } from '../domain/identity.refusals.js';
import { RechargeOutOfDate } from '../domain/issue/issue.refusals.js';
import { PaymentExceedsAccepted } from '../domain/pay/pay.decision.js';
import type { Recharge, RechargeRecord } from '../domain/recharge.js';
import { RechargeNotFound } from '../domain/refusals.js';
import { AcceptLine, AcceptLineHandler } from './accept-line.js';
import { ApproveRecharge, ApproveRechargeHandler } from './approve-recharge.js';
import { CalculateRecharge, CalculateRechargeHandler } from './calculate-recharge.js';
import type { CaseLeave } from './case-leave.js';
import { ChargeRegisters } from './charge-registers.js';
import { ChargeTerms } from './charge-terms.js';
import { CreditRecharge, CreditRechargeHandler } from './credit-recharge.js';
import type { IdentityCheck } from './identity-check.js';
import { IssueRecharge, IssueRechargeHandler } from './issue-recharge.js';
import { MergeCase, MergeCaseHandler, RechargeStands } from './merge-case.js';
import { SeveralNhsBodies } from './nhs-body-charged.js';
import { PayRecharge, PayRechargeHandler } from './pay-recharge.js';
import { Recharges } from './recharges.js';
import { rechargeRefOf } from './recharge-ref.js';

const FIRST = rechargeRefOf(CASE_REF, 1);
const bridged = {
  ...paymentMade,
  data: { ...paymentMade.data, from: plainDate('2024-04-10'), until: plainDate('2024-06-03') },
};
const underDefaultOptions = {
  ...agreementBound,
  data: { ...agreementBound.data, options: DEFAULT_OPTIONS },
};
const noLeave = { of: async () => ({ owed: [], facts: NO_FACTS }) } as unknown as CaseLeave;
const document = { documentDate: plainDate('2024-06-20'), invoiceReference: 'INV-1' };

describe('the commands of recharges', () => {
  let cases: TransferCases;
  let recharges: Recharges;
  let registers: ChargeRegisters;
  let commands: number;
  const clock = new TickingClock();

  const context = (id: string, organisation: string, role = 'council-finance'): CommandContext => {
    commands += 1;
    const commandId = numberedUuid(commands);
    const actor = { id, organisation, role };
    return { actor, commandId, correlationId: commandId, causationId: commandId };
  };
  const preparer = () => context('anna', COUNCIL);
  const approver = () => context('bilal', COUNCIL, 'council-approver');
  const nhsFinance = () => context('carol', NHS_BODY, 'nhs-finance');

  const terms = () => new ChargeTerms(noLeave, clock);
  const calculate = (by = preparer(), nhsBody?: string) =>
    new CalculateRechargeHandler(recharges, cases, terms(), registers).execute(
      new CalculateRecharge(CASE_REF, 'bridging', nhsBody, by),
    );
  const approve = (revision: number) =>
    new ApproveRechargeHandler(recharges, terms(), registers, clock).execute(
      new ApproveRecharge(FIRST, revision, approver()),
    );
  const credit = async (revision: number, reasonCode: 'facts-changed' | 'issued-in-error') => {
    const handler = new CreditRechargeHandler(recharges, terms(), clock);
    await handler.execute(new CreditRecharge(FIRST, reasonCode, revision, preparer()));
    await handler.execute(new CreditRecharge(FIRST, reasonCode, revision + 1, approver()));
  };
  const issue = (revision: number, changes: object = {}) =>
    new IssueRechargeHandler(recharges, terms(), namesNobody, clock).execute(
      new IssueRecharge(FIRST, { ...document, ...changes }, revision, preparer()),
    );
  const record = ({ state }: Committed<Recharge>): RechargeRecord => {
    if (state.stage === 'none') throw new Error('There is no recharge');
    return state;
  };

  beforeEach(async () => {
    const store = new InMemoryEventStore(clock);
    cases = new TransferCases(store);
    recharges = new Recharges(store, cases);
    registers = new ChargeRegisters(store, clock);
    commands = 0;
    const history = [...HISTORY_TO.complete, underDefaultOptions, awardRateSet, bridged];
    await cases.streams.transact(CASE_REF, () => history, preparer());
  });

  it('work out the recharge of a case from its facts, under a reference that follows from the case', async () => {
    expect(record(await calculate())).toMatchObject({
      rechargeRef: FIRST,
      totalPence: 395_118,
      debtor: NHS_BODY,
    });
  });

  it('carry out the same command once', async () => {
    const by = preparer();
    await calculate(by);
    expect(await calculate(by)).toMatchObject({ revision: 1, repeated: true });
  });

  it('refuse a second recharge of the case with other figures', async () => {
    await calculate();
    await cases.streams.transact(CASE_REF, () => [delayClassified('unjustified')], preparer());
    const dayTwentyNine = {
      ...bridged,
      data: { ...bridged.data, paymentReference: 'DP-2', from: plainDate('2024-02-01') },
    };
    await cases.streams.transact(CASE_REF, () => [dayTwentyNine], preparer());
    await expect(calculate()).rejects.toThrow(RechargeExists);
  });

  it('show nothing to an organisation that has no part in the case', async () => {
    await calculate();
    const stranger = context('dora', 'E10000028');
    await expect(calculate(stranger)).rejects.toThrow(CaseNotFound);
    await expect(recharges.get(FIRST, stranger.actor)).rejects.toThrow(RechargeNotFound);
    await expect(recharges.get('RC-0000000000', preparer().actor)).rejects.toThrow(RechargeNotFound);
  });

  it('are for the roles of either side, each in its own body', async () => {
    await expect(calculate(context('erin', COUNCIL, 'nhs-finance'))).rejects.toThrow(NotYourSide);
    await calculate();
    const approveAs = (by: CommandContext) =>
      new ApproveRechargeHandler(recharges, terms(), registers, clock).execute(
        new ApproveRecharge(FIRST, 1, by),
      );
    await expect(approveAs(context('erin', COUNCIL, 'nhs-approver'))).rejects.toThrow(
      'nhs-approver is a role in an NHS body, and E10000015 is a council',
    );
    expect(await approveAs(context('bilal', COUNCIL, 'council-approver'))).toMatchObject({ revision: 2 });
  });

  it('issue the document with its deadlines by the agreement and whoever pays on its date', async () => {
    await calculate();
    await approve(1);
    expect(record(await issue(2)).issue).toEqual({
      ...document,
      payableBy: NHS_BODY,
      paymentDueOn: '2024-07-20',
      queryDueOn: '2024-07-11',
    });
  });

  describe('look for who somebody is in the texts of a document', () => {
    const looked: string[] = [];
    const looking: IdentityCheck = {
      find: async (_, texts) => {
        looked.push(...texts.map(({ pointer, text }) => `${pointer} ${text}`));
        return texts.flatMap(({ pointer, text }) =>
          text.includes('Kowalska') ? [{ pointer, identifier: 'name' as const }] : [],
        );
      },
    };
    const issueLooking = async (revision: number, changes: object = {}) =>
      new IssueRechargeHandler(recharges, terms(), looking, clock).execute(
        new IssueRecharge(FIRST, { ...document, ...changes }, revision, preparer()),
      );
    const payLooking = async (revision: number, paymentReference: string, amount = 1) => {
      const payment = { paymentReference, paidOn: plainDate('2024-07-01'), amountPence: pence(amount) };
      return new PayRechargeHandler(recharges, looking, clock).execute(
        new PayRecharge(FIRST, payment, revision, nhsFinance()),
      );
    };

    beforeEach(async () => {
      looked.length = 0;
      await calculate();
      await approve(1);
    });

    it('only in a document that would be issued', async () => {
      await expect(issueLooking(0, { invoiceReference: 'Kowalska' })).rejects.toThrow(StaleRevision);
      const tomorrow = { documentDate: plainDate('2099-01-01'), invoiceReference: 'Kowalska' };
      await expect(issueLooking(2, tomorrow)).rejects.toThrow(FieldRefused);
      expect(looked).toEqual([]);
      await expect(issueLooking(2, { invoiceReference: 'Kowalska' })).rejects.toThrow(IdentityOnDocument);
      expect(looked[0]).toBe('/invoiceReference Kowalska');
      expect(looked[1]).toContain('/lines/0/evidence/0');
      expect(await issueLooking(2)).toMatchObject({ revision: 3 });
    });

    it('only in the reference of a payment that would be recorded', async () => {
      await issue(2);
      await new AcceptLineHandler(recharges, clock).execute(new AcceptLine(FIRST, 1, 3, nhsFinance()));
      await expect(payLooking(0, 'Kowalska')).rejects.toThrow(StaleRevision);
      await expect(payLooking(4, 'Kowalska', 99_999_999)).rejects.toThrow(PaymentExceedsAccepted);
      expect(looked).toEqual([]);
      await expect(payLooking(4, 'Kowalska')).rejects.toThrow(IdentityOnDocument);
      expect(await payLooking(4, 'BACS-1')).toMatchObject({ revision: 5 });
      expect(await payLooking(5, 'BACS-1')).toMatchObject({ revision: 5, repeated: true });
      expect(looked).toEqual(['/paymentReference Kowalska', '/paymentReference BACS-1']);
    });
  });

  it('take no body as the payer that did not take over from the debtor', async () => {
    await calculate();
    await approve(1);
    await expect(issue(2, { successor: { payableBy: 'QNC' } })).rejects.toThrow(FieldRefused);
  });

  it('refuse to issue what the facts of the case no longer give', async () => {
    await calculate();
    await approve(1);
    await cases.streams.transact(CASE_REF, () => [delayClassified('unjustified')], preparer());
    await expect(issue(2)).rejects.toThrow(RechargeOutOfDate);
  });

  it('follow a credited recharge with a version that counts what was paid on it', async () => {
    await calculate();
    await approve(1);
    await issue(2);
    const accept = new AcceptLineHandler(recharges, clock);
    await accept.execute(new AcceptLine(FIRST, 1, 3, nhsFinance()));
    const payment = {
      paymentReference: 'BACS-1',
      paidOn: plainDate('2024-07-01'),
      amountPence: pence(395_118),
    };
    await new PayRechargeHandler(recharges, namesNobody, clock).execute(
      new PayRecharge(FIRST, payment, 4, nhsFinance()),
    );
    await credit(5, 'facts-changed');
    expect(record(await calculate())).toMatchObject({
      rechargeRef: rechargeRefOf(CASE_REF, 2),
      supersedes: FIRST,
      paidBeforePence: 395_118,
    });
  });

  it('give each NHS body of a case a document of its own, and ask which is meant (odd input 25)', async () => {
    await cases.streams.transact(CASE_REF, () => [areaChanged], preparer());
    await expect(calculate()).rejects.toThrow(SeveralNhsBodies);
    await expect(calculate(preparer(), 'QHM')).rejects.toThrow(FieldRefused);
    const first = record(await calculate(preparer(), NHS_BODY));
    const second = record(await calculate(preparer(), 'QNC'));
    expect(first).toMatchObject({ rechargeRef: FIRST, debtor: NHS_BODY, lines: [{ days: 33 }] });
    expect(second).toMatchObject({
      rechargeRef: rechargeRefOf(CASE_REF, 1, 'QNC'),
      debtor: 'QNC',
      lines: [{ days: 21, bodyAtTime: 'QNC' }],
    });
    expect(first.totalPence + second.totalPence).toBe(395_118);
    await approve(1);
    expect(record(await issue(2)).issue).toMatchObject({ payableBy: NHS_BODY });
  });

  describe('merge a case (odd input 44: duplicate case)', () => {
    const OTHER = 'TC-2B8M61WXC4';
    const released: string[] = [];
    const references = { release: async ({ caseRef }: { caseRef: string }) => void released.push(caseRef) };
    const merge = (into = OTHER, by = context('dara', COUNCIL, 'direct-payment-worker')) => {
      const said = { into, reasonCode: 'duplicate', documentReference: 'NOTE-1' };
      const merged = new MergedCases(cases, references as never, clock);
      return new MergeCaseHandler(cases, merged, recharges, registers).execute(
        new MergeCase(CASE_REF, { ...said, mergedOn: plainDate('2024-06-20') }, by),
      );
    };
    const alert = { ...alertRaised, data: { ...alertRaised.data, caseRef: OTHER, personReference: 'P-2' } };

    beforeEach(async () => {
      released.length = 0;
      await cases.streams.transact(OTHER, () => [alert], preparer());
    });

    it('into one that goes on, and let go of the person’s reference', async () => {
      expect((await merge()).state).toMatchObject({ stage: 'merged', merger: { into: OTHER } });
      expect(released).toEqual([CASE_REF]);
      await expect(calculate()).rejects.toThrow(CaseNotComplete);
    });

    it('only once what was issued of its recharge is credited, and what was not is withdrawn', async () => {
      await calculate();
      await approve(1);
      await expect(merge()).rejects.toThrow(RechargeStands);
      await issue(2);
      await expect(merge()).rejects.toThrow(new RegExp(`credit what was issued.*${FIRST}`));
      await credit(3, 'issued-in-error');
      expect((await merge()).state.stage).toBe('merged');
    });

    it('not into one that the actor may not see', async () => {
      await expect(merge('TC-0000000404')).rejects.toThrow(FieldRefused);
      expect(released).toEqual([]);
    });
  });

  it('leave an issued recharge as it is when a case is reopened: a new version follows its credit (odd input 45)', async () => {
    await calculate();
    await approve(1);
    await issue(2);
    const earlier = plainDate('2024-04-03');
    const early = { ...bridged, data: { ...bridged.data, from: earlier, until: plainDate('2024-04-10') } };
    const late = { ...early, data: { ...early.data, paymentReference: 'DP-0009' } };
    const sooner = { type: 'transfer-case.liability-agreed', occurredOn: earlier } as const;
    const agreed = { ...sooner, data: { startsOn: earlier, documentReference: 'LETTER-3' } };
    await cases.streams.transact(CASE_REF, () => [caseReopened, agreed, late], preparer());
    expect((await recharges.streams.load(FIRST)).state).toMatchObject({
      stage: 'issued',
      totalPence: 395_118,
    });
    await credit(3, 'facts-changed');
    await expect(calculate()).rejects.toThrow(CaseNotComplete);
    await cases.streams.transact(CASE_REF, () => [transferCompleted], preparer());
    expect(record(await calculate())).toMatchObject({
      rechargeRef: rechargeRefOf(CASE_REF, 2),
      supersedes: FIRST,
      totalPence: 446_337,
    });
  });

  it('refuse to issue to a body that turns out to be liable for no day', async () => {
    await calculate();
    await approve(1);
    const from = plainDate('2024-04-01');
    const fromTheStart = { ...areaChanged, occurredOn: from, data: { ...areaChanged.data, from } };
    await cases.streams.transact(CASE_REF, () => [fromTheStart], preparer());
    await expect(issue(2)).rejects.toThrow(RechargeOutOfDate);
  });
});
