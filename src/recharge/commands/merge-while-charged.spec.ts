import { describe, expect, it } from '@jest/globals';
import fc, { type Scheduler } from 'fast-check';
import {
  agreementBound,
  alertRaised,
  awardRateSet,
  CASE_REF,
  COUNCIL,
  HISTORY_TO,
  paymentMade,
} from '../../../test/support/example-transfer-case.js';
import { namesNobody } from '../../../test/support/names-nobody.js';
import { numberedUuid } from '../../../test/support/recorded.js';
import { TickingClock } from '../../../test/support/ticking-clock.js';
import { DEFAULT_OPTIONS } from '../../agreement/index.js';
import { plainDate } from '../../kernel/plain-date.js';
import { NO_FACTS } from '../../kernel/recorded-facts.js';
import { Refusal } from '../../kernel/refusal.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import type { EventStore } from '../../platform/event-store/event-store.js';
import { InMemoryEventStore } from '../../platform/event-store/in-memory/in-memory-event-store.js';
import { START } from '../../platform/event-store/position.js';
import { StaleRevision } from '../../platform/event-store/streams.js';
import { MergedCases, TransferCases } from '../../transfer-case/index.js';
import { CaseBeingMerged } from '../domain/charge-register/claim.decision.js';
import { ApproveRecharge, ApproveRechargeHandler } from './approve-recharge.js';
import { CalculateRecharge, CalculateRechargeHandler } from './calculate-recharge.js';
import type { CaseLeave } from './case-leave.js';
import { ChargeRegisters } from './charge-registers.js';
import { ChargeTerms } from './charge-terms.js';
import { IssueRecharge, IssueRechargeHandler } from './issue-recharge.js';
import { MergeCase, MergeCaseHandler, RechargeStands } from './merge-case.js';
import { rechargeRefOf } from './recharge-ref.js';
import { Recharges } from './recharges.js';

const OTHER = 'TC-2B8M61WXC4';
const FIRST = rechargeRefOf(CASE_REF, 1);
const noLeave = { of: async () => ({ owed: [], facts: NO_FACTS }) } as unknown as CaseLeave;
const bound = { ...agreementBound, data: { ...agreementBound.data, options: DEFAULT_OPTIONS } };
const bridged = {
  ...paymentMade,
  data: { ...paymentMade.data, from: plainDate('2024-04-10'), until: plainDate('2024-06-03') },
};

const context = (number: number, id: string, role: string): CommandContext => {
  const commandId = numberedUuid(number);
  const actor = { id, organisation: COUNCIL, role };
  return { actor, commandId, correlationId: commandId, causationId: commandId };
};

/** The commands on a store, each as if a process of its own carried it out. */
function processOn(store: EventStore, clock = new TickingClock()) {
  const cases = new TransferCases(store);
  const recharges = new Recharges(store, cases);
  const registers = new ChargeRegisters(store, clock);
  const terms = new ChargeTerms(noLeave, clock);
  const references = { release: async () => undefined };
  const merged = new MergedCases(cases, references as never, clock);
  const preparer = (number: number) => context(number, 'anna', 'council-finance');
  return {
    cases,
    recharges,
    registers,
    begin: async () => {
      const history = [...HISTORY_TO.complete, bound, awardRateSet, bridged];
      await cases.streams.transact(CASE_REF, () => history, preparer(1));
      const alert = { ...alertRaised, data: { ...alertRaised.data, caseRef: OTHER, personReference: 'P-2' } };
      await cases.streams.transact(OTHER, () => [alert], preparer(2));
    },
    calculate: (number = 3) =>
      new CalculateRechargeHandler(recharges, cases, terms, registers).execute(
        new CalculateRecharge(CASE_REF, 'bridging', undefined, preparer(number)),
      ),
    approve: () =>
      new ApproveRechargeHandler(recharges, terms, registers, clock).execute(
        new ApproveRecharge(FIRST, 1, context(4, 'bilal', 'council-approver')),
      ),
    issue: () => {
      const document = { documentDate: plainDate('2024-06-20'), invoiceReference: 'INV-1' };
      return new IssueRechargeHandler(recharges, terms, namesNobody, clock).execute(
        new IssueRecharge(FIRST, document, 2, preparer(5)),
      );
    },
    merge: (number = 6, changes: object = {}, ifRevision?: number) => {
      const said = { into: OTHER, reasonCode: 'duplicate', documentReference: 'NOTE-1', ...changes };
      const by = context(number, 'dara', 'direct-payment-worker');
      return new MergeCaseHandler(cases, merged, recharges, registers).execute(
        new MergeCase(CASE_REF, { ...said, mergedOn: plainDate('2024-06-20') }, by, ifRevision),
      );
    },
  };
}

/** The store with every read and append held until the scheduler lets it happen. */
function held(store: InMemoryEventStore, s: Scheduler, who: string): EventStore {
  const wait = s.scheduleFunction(async (what: string) => what);
  return new Proxy<EventStore>(store, {
    get: (target, name: keyof EventStore) => {
      if (name !== 'append' && name !== 'readStream') return target[name].bind(target);
      return async (stream: string, ...rest: readonly never[]) => {
        await wait(`${who} ${name} ${stream}`);
        return (target[name] as (...args: readonly unknown[]) => unknown).call(target, stream, ...rest);
      };
    },
  });
}

/** Refusals are answers; anything else is a fault. */
async function answered(command: Promise<unknown>): Promise<boolean> {
  return command.then(
    () => true,
    (fault: unknown) => {
      if (fault instanceof Refusal || fault instanceof StaleRevision) return false;
      throw fault;
    },
  );
}

describe('merging a case at the moment at which it is charged', () => {
  it('never leaves a recharge on a merged case, whichever step of either comes first', async () => {
    const outcomes = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (s) => {
        const store = new InMemoryEventStore(new TickingClock());
        const after = processOn(store);
        await after.begin();
        const [finance, worker] = [processOn(held(store, s, 'charge')), processOn(held(store, s, 'merge'))];
        const charged = answered(
          finance
            .calculate()
            .then(() => finance.approve())
            .then(() => finance.issue()),
        );
        const merged = answered(worker.merge());
        const [isIssued, isMerged] = await s.waitFor(Promise.all([charged, merged]));

        const { state: theCase } = await after.cases.streams.load(CASE_REF);
        const { state: recharge } = await after.recharges.streams.load(FIRST);
        expect(theCase.stage === 'merged').toBe(isMerged);
        expect(recharge.stage === 'issued').toBe(isIssued);
        expect(isMerged && recharge.stage !== 'none').toBe(false);
        outcomes.add(`${isIssued ? 'issued' : 'not issued'}, ${isMerged ? 'merged' : 'not merged'}`);
      }),
      { numRuns: 60 },
    );
    // The interleavings were such that each side won sometimes.
    expect([...outcomes]).toEqual(expect.arrayContaining(['issued, not merged', 'not issued, merged']));
  });

  it('refuses the recharge while the merging is under way, and the merging while a recharge is made', async () => {
    const store = new InMemoryEventStore(new TickingClock());
    const all = processOn(store);
    await all.begin();
    const { caseRef, by } = { caseRef: CASE_REF, by: context(7, 'dara', 'direct-payment-worker') };
    await all.registers.claimMerger(caseRef, OTHER, await all.registers.load(caseRef), by);
    await expect(all.calculate()).rejects.toThrow(CaseBeingMerged);
    await expect(all.merge()).rejects.toThrow(CaseBeingMerged);
    await all.registers.releaseMerger(caseRef, by);
    await all.registers.claimRecharge(caseRef, FIRST, context(8, 'anna', 'council-finance'));
    await expect(all.merge(9)).rejects.toThrow(RechargeStands);
  });

  it('charges the case as before when the merging was refused, and takes the same merging again', async () => {
    const all = processOn(new InMemoryEventStore(new TickingClock()));
    await all.begin();
    await expect(all.merge(6, { reasonCode: 'Mrs Smith again' })).rejects.toThrow(Refusal);
    expect((await all.registers.load(CASE_REF)).state.merger).toBeUndefined();
    expect((await all.merge(6)).state.stage).toBe('merged');
    expect((await all.merge(10)).state.stage).toBe('merged');
    await expect(all.calculate()).rejects.toThrow(/merged/);
  });

  it.each<[string, object, number | undefined]>([
    ['into a case that is not there', { into: 'TC-0000000000' }, undefined],
    ['into itself', { into: CASE_REF }, undefined],
    ['for a reason that is not a code', { reasonCode: 'Mrs Smith again' }, undefined],
    ['decided on an older version', {}, 1],
  ])('claims and stores nothing for a merging %s', async (_, changes, ifRevision) => {
    const store = new InMemoryEventStore(new TickingClock());
    const all = processOn(store);
    await all.begin();
    const stored = async () => (await store.readAll(START, 1000)).length;
    const before = await stored();
    expect(await answered(all.merge(6, changes, ifRevision))).toBe(false);
    expect(await stored()).toBe(before);
  });

  it('forgets claims that a crash left behind', async () => {
    const clock = new TickingClock('2024-06-20T09:00:00Z');
    const all = processOn(new InMemoryEventStore(clock), clock);
    await all.begin();
    const by = context(7, 'dara', 'direct-payment-worker');
    await all.registers.claimRecharge(CASE_REF, FIRST, context(8, 'anna', 'council-finance'));
    await expect(all.merge()).rejects.toThrow(RechargeStands);
    clock.set('2024-06-20T09:06:00Z');
    await all.registers.claimMerger(CASE_REF, OTHER, await all.registers.load(CASE_REF), by);
    await expect(all.merge()).rejects.toThrow(CaseBeingMerged);
    clock.set('2024-06-20T09:12:00Z');
    expect((await all.merge()).state.stage).toBe('merged');
  });
});
