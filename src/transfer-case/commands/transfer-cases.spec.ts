import { beforeEach, describe, expect, it } from '@jest/globals';
import { alertRaised, CASE_REF } from '../../../test/support/example-transfer-case.js';
import { numberedUuid } from '../../../test/support/recorded.js';
import { TickingClock } from '../../../test/support/ticking-clock.js';
import { InMemoryEventStore } from '../../platform/event-store/in-memory/in-memory-event-store.js';
import { CaseNotFound, TransferCases } from './transfer-cases.js';

const by = (organisation: string) => ({ id: 'staff-1', organisation, role: 'auditor' });

describe('Who may see a case', () => {
  let cases: TransferCases;

  beforeEach(async () => {
    cases = new TransferCases(new InMemoryEventStore(new TickingClock()));
    const id = numberedUuid(1);
    const context = { actor: by('E10000015'), commandId: id, correlationId: id, causationId: id };
    const raised = { ...alertRaised, data: { ...alertRaised.data, nhsBody: '06N' } };
    await cases.streams.transact(CASE_REF, () => [raised], context, { subject: CASE_REF });
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
