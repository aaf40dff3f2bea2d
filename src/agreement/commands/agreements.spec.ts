import { beforeEach, describe, expect, it } from '@jest/globals';
import { numberedUuid } from '../../../test/support/recorded.js';
import { TickingClock } from '../../../test/support/ticking-clock.js';
import { plainDate } from '../../kernel/plain-date.js';
import { InMemoryEventStore } from '../../platform/event-store/in-memory/in-memory-event-store.js';
import { broughtIntoForce, drafted, signed } from '../domain/agreement.fixtures.js';
import { agreementIdOf } from './agreement-id.js';
import { Agreements } from './agreements.js';

const HERTS = 'E10000015';

describe('the agreement in force between two bodies', () => {
  let agreements: Agreements;
  let commands: number;

  beforeEach(() => {
    agreements = new Agreements(new InMemoryEventStore(new TickingClock()));
    commands = 0;
  });

  const agree = async (nhsBody: string, from: string) => {
    const agreementId = agreementIdOf({ council: HERTS, nhsBody });
    const draft = drafted({ from });
    const events = [
      { ...draft, data: { ...draft.data, agreementId, nhsBody } },
      signed('council', 'anna'),
      signed('nhs-body', 'bilal'),
      broughtIntoForce(1, from),
    ];
    commands += 1;
    const id = numberedUuid(commands);
    const actor = { id: 'anna', organisation: HERTS, role: 'council-finance' };
    const context = { actor, commandId: id, correlationId: id, causationId: id };
    await agreements.streams.transact(agreementId, () => events, context);
  };
  const found = async (nhsBody: string, day: string) =>
    (await agreements.inForce(HERTS, nhsBody, plainDate(day)))?.agreementId;
  const of = (nhsBody: string) => agreementIdOf({ council: HERTS, nhsBody });

  it('is none where nobody signed', async () => expect(await found('QM7', '2024-05-01')).toBeUndefined());

  it('holds from its first day', async () => {
    await agree('QM7', '2024-04-01');
    expect(await found('QM7', '2024-03-31')).toBeUndefined();
    expect(await found('QM7', '2024-04-01')).toBe(of('QM7'));
  });

  it('of a CCG goes on to hold for the board that took over, for a case of either', async () => {
    await agree('06N', '2021-04-01');
    expect(await found('06N', '2022-06-30')).toBe(of('06N'));
    expect(await found('06N', '2022-07-01')).toBe(of('06N'));
    expect(await found('QM7', '2022-07-01')).toBe(of('06N'));
  });

  it('of the board comes before that of the CCG', async () => {
    await agree('06N', '2021-04-01');
    await agree('QM7', '2023-04-01');
    expect(await found('06N', '2023-03-31')).toBe(of('06N'));
    expect(await found('06N', '2023-04-01')).toBe(of('QM7'));
  });

  it('of one CCG does not hold for a case of another while that has its own', async () => {
    await agree('06N', '2021-04-01');
    await agree('06K', '2021-04-01');
    expect(await found('06K', '2023-04-01')).toBe(of('06K'));
  });

  it('is not guessed where two CCGs each left one to their board', async () => {
    await agree('06N', '2021-04-01');
    await agree('06K', '2021-04-01');
    expect(await found('QM7', '2023-04-01')).toBeUndefined();
  });

  it('is none once the board was split', async () => {
    await agree('QM7', '2024-04-01');
    expect(await found('QM7', '2026-04-01')).toBeUndefined();
  });

  it('never holds for another council', async () => {
    await agree('QM7', '2024-04-01');
    expect(await agreements.inForce('E10000028', 'QM7', plainDate('2024-05-01'))).toBeUndefined();
  });

  it('is a copy of its terms', async () => {
    await agree('QM7', '2024-04-01');
    expect(await agreements.inForce(HERTS, 'QM7', plainDate('2024-05-01'))).toEqual({
      agreementId: of('QM7'),
      version: 1,
      legalVehicle: 'nhs-act-section-256',
      options: drafted().data.options,
    });
  });
});
