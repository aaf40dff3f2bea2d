import { beforeEach, describe, expect, it } from '@jest/globals';
import { alertAcknowledged, alertRaised, CASE_REF } from '../../../test/support/example-transfer-case.js';
import { numberedUuid } from '../../../test/support/recorded.js';
import { TickingClock } from '../../../test/support/ticking-clock.js';
import type { Actor } from '../../kernel/event.js';
import { NotYourSide } from '../../kernel/refusal.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import { InMemoryEventStore } from '../../platform/event-store/in-memory/in-memory-event-store.js';
import { CaseNotFound, TransferCases } from './transfer-cases.js';

const by = (organisation: string, role = 'auditor') => ({ id: 'staff-1', organisation, role });
const contextOf = (actor: Actor, command: number): CommandContext => {
  const id = numberedUuid(command);
  return { actor, commandId: id, correlationId: id, causationId: id };
};
/** A case that a CCG was alerted to, which a board has taken over from since. */
const aCase = async (): Promise<TransferCases> => {
  const cases = new TransferCases(new InMemoryEventStore(new TickingClock()));
  const raised = { ...alertRaised, data: { ...alertRaised.data, nhsBody: '06N' } };
  await cases.streams.transact(CASE_REF, () => [raised], contextOf(by('E10000015'), 1), {
    subject: CASE_REF,
  });
  return cases;
};

describe('Who may see a case', () => {
  let cases: TransferCases;

  beforeEach(async () => {
    cases = await aCase();
  });

  it.each([
    ['the council', 'E10000015'],
    ['the NHS body', '06N'],
    ['the board that took over from it', 'QM7'],
  ])('%s', async (_, organisation) => {
    const { state, revision } = await cases.get(CASE_REF, by(organisation));
    expect(state.caseRef).toBe(CASE_REF);
    expect(revision).toBe(1);
  });

  it.each([
    ['another council', 'E10000028'],
    ['another NHS body', 'QNC'],
    ['another body that the same board took over from', '06K'],
  ])('not %s, which gets the same answer as for a case that is not there', async (_, organisation) => {
    const notYours = cases.get(CASE_REF, by(organisation));
    await expect(notYours).rejects.toThrow(new CaseNotFound(CASE_REF));
    await expect(cases.get('TC-0000000000', by('E10000015'))).rejects.toThrow(new CaseNotFound(CASE_REF));
  });
});

describe('Who may act in a case', () => {
  const acknowledge = async (organisation: string, role: string) =>
    (await aCase()).decide(CASE_REF, () => [alertAcknowledged], contextOf(by(organisation, role), 2));

  it.each([
    ['a role of the NHS', 'phb-worker', 'in the board that took over from its NHS body', 'QM7'],
    ['a role of the NHS', 'nhs-finance', 'in its NHS body', '06N'],
    ['a role of a council', 'direct-payment-worker', 'in its council', 'E10000015'],
    ['an auditor', 'auditor', 'of either side', 'E10000015'],
  ])('%s (%s) %s', async (_, role, __, organisation) => {
    expect(await acknowledge(organisation, role)).toMatchObject({ revision: 2 });
  });

  it.each([
    ['phb-worker', 'E10000015'],
    ['nhs-finance', 'E10000015'],
    ['nhs-approver', 'E10000015'],
    ['direct-payment-worker', 'QM7'],
    ['council-finance', '06N'],
    ['council-approver', 'QM7'],
  ])('not %s in %s, which stands on the other side', async (role, organisation) => {
    await expect(acknowledge(organisation, role)).rejects.toThrow(NotYourSide);
  });

  it('not a stranger, who is not told whose role it would be', async () => {
    await expect(acknowledge('E10000028', 'phb-worker')).rejects.toThrow(new CaseNotFound(CASE_REF));
  });
});
