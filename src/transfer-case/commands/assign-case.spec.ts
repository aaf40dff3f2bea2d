import { beforeEach, describe, expect, it } from '@jest/globals';
import { alertRaised, CASE_REF } from '../../../test/support/example-transfer-case.js';
import { numberedUuid } from '../../../test/support/recorded.js';
import { TickingClock } from '../../../test/support/ticking-clock.js';
import type { Actor } from '../../kernel/event.js';
import { NotYourSide } from '../../kernel/refusal.js';
import type { Colleagues } from '../../platform/access/colleagues.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import { InMemoryEventStore } from '../../platform/event-store/in-memory/in-memory-event-store.js';
import { AssignCase, AssignCaseHandler, UnassignCase, UnassignCaseHandler } from './assign-case.js';
import { CaseNotFound, TransferCases } from './transfer-cases.js';

const COUNCIL = 'E10000015';
const NHS_BODY = 'QM7';
const rosalind: Actor = { id: 'rosalind', organisation: COUNCIL, role: 'direct-payment-worker' };
const imogen: Actor = { id: 'imogen', organisation: NHS_BODY, role: 'phb-worker' };

/** Who works cases where. */
const colleagues: Colleagues = {
  holding: (role, organisation) =>
    Promise.resolve(
      role === 'direct-payment-worker' && organisation === COUNCIL
        ? ['marcus', 'rosalind']
        : role === 'phb-worker' && organisation === NHS_BODY
          ? ['imogen']
          : [],
    ),
};
const REFUSED = expect.objectContaining({
  name: 'FieldRefused',
  pointer: '/assignee',
  code: 'works-no-cases-here',
});

describe('Assigning a case', () => {
  const clock = new TickingClock();
  let cases: TransferCases;
  let commands = 0;
  const contextOf = (actor: Actor): CommandContext => {
    commands += 1;
    const id = numberedUuid(commands);
    return { actor, commandId: id, correlationId: id, causationId: id };
  };

  beforeEach(async () => {
    cases = new TransferCases(new InMemoryEventStore(clock));
    await cases.streams.transact(CASE_REF, () => [alertRaised], contextOf(rosalind), { subject: CASE_REF });
  });
  const assign = (actor: Actor, assignee: string, known: Colleagues | undefined = colleagues) =>
    new AssignCaseHandler(cases, clock, known).execute(
      new AssignCase(CASE_REF, { assignee, reason: 'workload' }, contextOf(actor)),
    );

  it('is done by each body for its own side', async () => {
    await assign(rosalind, 'marcus');
    const { state } = await assign(imogen, 'imogen');
    expect(state).toMatchObject({ caseworker: 'marcus', counterpart: 'imogen', stage: 'alerted' });
    const ended = new UnassignCase(CASE_REF, { reason: 'absence' }, contextOf(imogen));
    const after = await new UnassignCaseHandler(cases, clock).execute(ended);
    expect(after.state).toMatchObject({ caseworker: 'marcus' });
    expect(after.state.counterpart).toBeUndefined();
  });

  it('is refused for whoever works no cases for that body today: somebody unknown, or of the other body', async () => {
    await expect(assign(rosalind, 'nobody-known')).rejects.toEqual(REFUSED);
    await expect(assign(rosalind, 'imogen')).rejects.toEqual(REFUSED);
    await expect(assign(imogen, 'marcus')).rejects.toEqual(REFUSED);
  });

  it('is to oneself where nothing is known of others, and to nobody else', async () => {
    const alone: Colleagues = { holding: () => Promise.resolve([]) };
    expect((await assign(rosalind, 'rosalind', alone)).state.caseworker).toBe('rosalind');
    await expect(assign(rosalind, 'marcus', alone)).rejects.toEqual(REFUSED);
  });

  it('tells a stranger nothing, and a role of the other side that it is not theirs', async () => {
    const stranger = { ...rosalind, organisation: 'E10000028' };
    await expect(assign(stranger, 'nobody-known')).rejects.toThrow(CaseNotFound);
    await expect(assign({ ...rosalind, role: 'phb-worker' }, 'rosalind')).rejects.toThrow(NotYourSide);
  });
});
