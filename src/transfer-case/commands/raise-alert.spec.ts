import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  alertRaised,
  COUNCIL,
  caseMerged,
  transferWithdrawn,
} from '../../../test/support/example-transfer-case.js';
import { numberedUuid } from '../../../test/support/recorded.js';
import { TickingClock } from '../../../test/support/ticking-clock.js';
import type { Actor } from '../../kernel/event.js';
import { plainDate } from '../../kernel/plain-date.js';
import { FieldRefused, NotYourSide } from '../../kernel/refusal.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import { InMemoryEventStore } from '../../platform/event-store/in-memory/in-memory-event-store.js';
import { DuplicateCase } from '../domain/case-register/claim-reference.decision.js';
import { CaseRegisters } from './case-registers.js';
import { ReopenCase, ReopenCaseHandler } from './reopen-case.js';
import { RaiseAlert, RaiseAlertHandler, type AlertTerms } from './raise-alert.js';
import { TransferCases } from './transfer-cases.js';

const { personReference, assistants, wishesToKeepAssistants } = alertRaised.data;
const terms: AlertTerms = {
  personReference,
  nhsBody: 'QM7',
  alertedOn: plainDate('2024-01-15'),
  assistants,
  wishesToKeepAssistants,
};
const actor = { id: 'staff-council-1', organisation: COUNCIL, role: 'direct-payment-worker' };
const contextOf = (command: number, by: Actor = actor): CommandContext => {
  const id = numberedUuid(command);
  return { actor: by, commandId: id, correlationId: id, causationId: id };
};

describe('Raising an alert for a person', () => {
  let clock: TickingClock;
  let store: InMemoryEventStore;
  let cases: TransferCases;
  let registers: CaseRegisters;
  let handler: RaiseAlertHandler;

  beforeEach(() => {
    clock = new TickingClock();
    store = new InMemoryEventStore(clock);
    cases = new TransferCases(store);
    registers = new CaseRegisters(store, cases, clock);
    handler = new RaiseAlertHandler(cases, registers, clock);
  });

  const raise = (command: number, changes: Partial<AlertTerms> = {}) =>
    handler.execute(new RaiseAlert({ ...terms, ...changes }, contextOf(command)));
  const claimOnly = (caseRef: string, command: number) =>
    registers.claim({ caseRef, council: COUNCIL, personReference, nhsBody: 'QM7' }, contextOf(command));

  it('makes a case with a reference that follows from the command, so a retry finds it', async () => {
    const first = await raise(1);
    const again = await raise(1);
    expect(first.state).toMatchObject({ stage: 'alerted', council: COUNCIL, nhsBody: 'QM7' });
    expect(first.state.caseRef).toMatch(/^TC-[0-9A-Z]{10}$/);
    expect(again).toMatchObject({ state: first.state, revision: 1, repeated: true });
  });

  it('is refused while the person has a live case with the body or one that it took over from', async () => {
    const { state } = await raise(1, { nhsBody: '06N', alertedOn: plainDate('2022-06-01') });
    await expect(raise(2)).rejects.toThrow(new DuplicateCase(state.caseRef));
  });

  it('is possible for another person, or for another NHS body', async () => {
    await raise(1);
    await expect(raise(2, { personReference: 'P-00002' })).resolves.toMatchObject({ revision: 1 });
    await expect(raise(3, { nhsBody: 'QNC' })).resolves.toMatchObject({ revision: 1 });
  });

  it('is possible again once the case before was withdrawn', async () => {
    const { state } = await raise(1);
    await cases.decide(state.caseRef, () => [transferWithdrawn], contextOf(2));
    const next = await raise(3);
    expect(next.state.caseRef).not.toBe(state.caseRef);
    await expect(raise(4)).rejects.toThrow(new DuplicateCase(next.state.caseRef));
  });

  it('keeps a closed case from being reopened beside it (odd input 45)', async () => {
    const { state } = await raise(1);
    await cases.decide(state.caseRef, () => [transferWithdrawn], contextOf(2));
    const reopen = (command: number, id: string) =>
      new ReopenCaseHandler(cases, registers, clock).execute(
        new ReopenCase(
          state.caseRef,
          { reopenedOn: plainDate('2024-07-02'), reasonCode: 'decision-came-late', documentReference: 'L-1' },
          { ...contextOf(command), actor: { ...contextOf(command).actor, id } },
        ),
      );
    const next = await raise(3);
    // To ask for it takes nothing from the other case.
    await reopen(8, 'anna');
    await expect(reopen(4, 'bilal')).rejects.toThrow(new DuplicateCase(next.state.caseRef));
    await cases.decide(next.state.caseRef, () => [caseMerged], contextOf(5));
    expect((await reopen(6, 'bilal')).state).toMatchObject({ stage: 'alerted' });
    await expect(raise(7)).rejects.toThrow(new DuplicateCase(state.caseRef));
  });

  it('raised twice at once makes one case', async () => {
    const outcomes = await Promise.allSettled([raise(1), raise(2)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('waits for a claim that is being made, and takes over one that a crash left behind', async () => {
    await claimOnly('TC-0000000000', 1);
    await expect(raise(2)).rejects.toThrow(DuplicateCase);
    clock.set('2026-01-05T09:30:00.000Z');
    await expect(raise(3)).resolves.toMatchObject({ revision: 1 });
    await expect(claimOnly('TC-0000000000', 1)).rejects.toThrow(DuplicateCase);
  });

  it('is for those who work in a council', async () => {
    const raiseIn = (organisation: string) =>
      handler.execute(new RaiseAlert(terms, contextOf(1, { ...actor, organisation })));
    await expect(raiseIn('QM7')).rejects.toThrow(NotYourSide);
    await expect(raiseIn('E07000242')).rejects.toThrow(/E07000242 is a shire district/);
  });

  it('that is refused leaves the reference to the alert that is put right', async () => {
    await expect(raise(1, { nhsBody: 'QZZ' })).rejects.toThrow(FieldRefused);
    await expect(raise(2, { nhsBody: '06N' })).rejects.toThrow(
      'NHS Herts Valleys CCG (06N) is not a legal body on 15 January 2024; the body on that day is NHS Hertfordshire and West Essex ICB (QM7)',
    );
    await expect(raise(3)).resolves.toMatchObject({ revision: 1 });
  });
});
