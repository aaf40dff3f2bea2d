import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { usePeopleApi } from '../../../test/support/people-alone.js';
import { DEFAULT_OPTIONS } from '../../agreement/index.js';
import { RetentionListing } from '../commands/retention-listing.js';
import { PeopleTable } from '../records/people-table.js';
import { PersonKeys } from '../records/person-keys.js';

const WORKER = 'herts-direct-payment-worker';
const ADMINISTRATOR = 'herts-administrator';
const AUDITOR = 'herts-auditor';
const COUNCIL = 'E10000015';

describe('whose details fall due', () => {
  const people = usePeopleApi();
  let id: string;
  let start: Date;
  let count = 0;

  beforeAll(() => {
    start = people.current.clock.at;
  });
  beforeEach(async () => {
    count += 1;
    people.current.clock.at = start;
    const name = { given: 'Kept', family: `Foryears${'abcdefghijklmnop'[count]}` };
    id = (await people.current.post(WORKER, '/v1/people', { name })).body.personId;
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  const choose = async (retentionClass: string, listing: boolean, as = ADMINISTRATOR) =>
    people.current.post(as, '/v1/retention', { retentionClass, listing });
  const listing = () => people.current.app.get(RetentionListing, { strict: false });
  const at = async (day: string) => {
    people.current.clock.at = new Date(`${day}T09:30:00.000Z`);
    return listing().listWanted();
  };
  const listed = async () => {
    const { body } = await people.current.get(AUDITOR, '/v1/retention/due?limit=100');
    return (body.items as { personId: string }[]).find(({ personId }) => personId === id);
  };
  /** A case that names the person, with a fact of 2027 and the agreement's options where some are given. */
  const nameInCase = async (stage: string, options?: object) => {
    const caseRef = `TC-00000000${String(count).padStart(2, '0')}`;
    const row = {
      case_ref: caseRef,
      subject: caseRef,
      person_reference: id,
      council: COUNCIL,
      nhs_body: 'QM7',
      later_nhs_bodies: [],
      stage,
      alerted_on: '2026-01-15',
      waiting_on: 'nobody',
      deadlines: [],
      revision: 1,
      seen_by: [COUNCIL, 'QM7'],
    };
    const fact = {
      subject: caseRef,
      ordinal: 1,
      event_id: 'E-1',
      position: '1',
      stream_kind: 'transfer-case',
      revision: 1,
      type: options === undefined ? 'transfer-case.bridging-opened' : 'transfer-case.agreement-bound',
      sentence: 'Something was recorded',
      data: { agreementId: 'AG-1', version: 1, legalVehicle: 'nhs-act-section-75', options },
      occurred_on: '2026-01-15',
      recorded_at: '2027-05-04T09:00:00.000000Z',
      recorded_on: '2027-05-04',
      actor_id: 'anna',
      organisation: COUNCIL,
      role: 'council-finance',
      seen_by: [COUNCIL, 'QM7'],
    };
    for (const [table, values] of Object.entries({ case_summary: row, history: fact }))
      await people.current.database.query(
        `insert into read_model.${table} select (jsonb_populate_record(null::read_model.${table}, $1)).*`,
        [values],
      );
  };

  it('is listed by nobody unless the organisation wants it', async () => {
    const { body } = await people.current.get(AUDITOR, '/v1/retention');
    expect(body).toEqual({ retentionClass: 'eight-years-after-care', listing: false });
    expect(await at('2040-01-01')).toBe(0);
    expect(await listed()).toBeUndefined();
  });

  it('is listed each day from the day on, and goes on being there: nothing is removed by it', async () => {
    expect((await choose('eight-years-after-care', true)).status).toBe(201);
    expect(await at('2034-03-30')).toBe(1);
    expect(await listed()).toBeUndefined();
    expect(await at('2034-03-31')).toBe(0);
    expect(await at('2034-04-01')).toBe(1);
    expect(await listed()).toEqual({
      personId: id,
      retentionClass: 'eight-years-after-care',
      lastUsedOn: '2026-04-01',
      fallsDueOn: '2034-04-01',
      legalHold: false,
      endOfCareNeeded: true,
    });
    const { body } = await people.current.get(AUDITOR, '/v1/retention');
    expect(body).toEqual({
      retentionClass: 'eight-years-after-care',
      listing: true,
      listedAt: '2034-04-01T09:30:00.000Z',
    });
    const shown = await people.current.get(WORKER, `/v1/people/${id}?purpose=case-work`);
    expect(shown.body.state).toBe('held');
  });

  it('follows the class of the organisation', async () => {
    await choose('six-years-after-contact', true);
    await at('2032-04-01');
    expect(await listed()).toMatchObject({ fallsDueOn: '2032-04-01', endOfCareNeeded: false });
    await choose('eight-years-after-care', true);
    expect(await listed()).toBeUndefined();
    await at('2032-04-03');
    expect(await listed()).toBeUndefined();
  });

  it('follows the agreement of a case where it keeps them longer, and runs from the last fact of the case', async () => {
    await choose('six-years-after-contact', true);
    await nameInCase('complete', DEFAULT_OPTIONS);
    await at('2035-05-03');
    expect(await listed()).toBeUndefined();
    await at('2035-05-05');
    expect(await listed()).toMatchObject({
      retentionClass: 'eight-years-after-care',
      lastUsedOn: '2027-05-04',
      fallsDueOn: '2035-05-04',
    });
    const six = { ...DEFAULT_OPTIONS, retentionClass: 'six-years-after-contact' };
    await people.current.database.query(
      `update read_model.history set data = jsonb_set(data::jsonb, '{options}', $1)::json`,
      [JSON.stringify(six)],
    );
    await at('2036-01-01');
    expect(await listed()).toMatchObject({ fallsDueOn: '2033-05-04', endOfCareNeeded: false });
    const preview = `/v1/people/${id}/erasure-preview?authority=end-of-retention&careEndedOn=2026-02-01`;
    expect((await people.current.get(ADMINISTRATOR, preview)).body.reasonsAgainst).toEqual([]);
  });

  it('is nobody whose case goes on, and says of whom a legal hold stands', async () => {
    await choose('eight-years-after-care', true);
    await people.current.post(ADMINISTRATOR, `/v1/people/${id}/legal-hold`, { held: true });
    await at('2040-01-01');
    expect(await listed()).toMatchObject({ legalHold: true });
    await nameInCase('bridging');
    await at('2040-01-03');
    expect(await listed()).toBeUndefined();
  });

  describe('where something cannot be read', () => {
    const COUNCIL_OF_STAFFS = 'E10000028';
    const told = () => jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    const keysFailFor = (fails: (personId: string) => boolean) => {
      const keys = people.current.app.get(PersonKeys, { strict: false });
      const standing = keys.standing.bind(keys);
      jest.spyOn(keys, 'standing').mockImplementation(async (owner) => {
        if (fails(owner.personId)) throw new Error('The keys cannot be read');
        return standing(owner);
      });
    };

    it('is told, and the lists of other organisations are made', async () => {
      await choose('eight-years-after-care', true);
      const theirs = { retentionClass: 'eight-years-after-care', listing: true };
      await people.current.post('staffs-administrator', '/v1/retention', theirs);
      const name = { given: 'Kept', family: 'Elsewhere' };
      const { body } = await people.current.post('staffs-direct-payment-worker', '/v1/people', { name });
      const table = people.current.app.get(PeopleTable, { strict: false });
      const unchangedSince = table.unchangedSince.bind(table);
      jest.spyOn(table, 'unchangedSince').mockImplementation(async (organisation, ...rest) => {
        if (organisation === COUNCIL) throw new Error('The people cannot be read');
        return unchangedSince(organisation, ...rest);
      });
      const errors = told();
      expect(await at('2040-01-01')).toBe(1);
      const { body: due } = await people.current.get('staffs-auditor', '/v1/retention/due');
      expect(due.items).toMatchObject([{ personId: body.personId }]);
      expect(errors.mock.calls).toEqual([
        [
          {
            message: 'what falls due cannot be listed',
            organisation: COUNCIL,
            because: 'The people cannot be read',
          },
        ],
      ]);
      await people.current.post('staffs-administrator', '/v1/retention', { ...theirs, listing: false });
      expect((await listing().dueIn(COUNCIL_OF_STAFFS)).length).toBe(1);
    });

    it('about one person, the others are listed', async () => {
      await choose('eight-years-after-care', true);
      const name = { given: 'Kept', family: 'Unreadable' };
      const { body } = await people.current.post(WORKER, '/v1/people', { name });
      keysFailFor((personId) => personId === body.personId);
      const errors = told();
      await at('2040-01-01');
      expect(await listed()).toBeDefined();
      expect(errors.mock.calls).toEqual([
        [
          {
            message: 'of some people it cannot be said whether they fall due',
            organisation: COUNCIL,
            people: 1,
            because: 'The keys cannot be read',
          },
        ],
      ]);
    });

    it('about anybody, the last list stays instead of one that says nobody falls due', async () => {
      await choose('eight-years-after-care', true);
      await at('2040-01-01');
      keysFailFor(() => true);
      told();
      expect(await at('2040-01-03')).toBe(0);
      expect(await listed()).toBeDefined();
    });
  });

  it('is forgotten when no list is wanted any more', async () => {
    await choose('eight-years-after-care', true);
    await at('2040-01-01');
    expect(await listed()).toBeDefined();
    await choose('eight-years-after-care', false);
    expect(await listed()).toBeUndefined();
    expect(await at('2041-01-01')).toBe(0);
  });

  it('is for administrators to choose and for auditors to see, each of their own organisation', async () => {
    await choose('eight-years-after-care', true);
    await at('2040-01-01');
    expect((await choose('eight-years-after-care', true, AUDITOR)).status).toBe(403);
    expect((await people.current.get(WORKER, '/v1/retention/due')).status).toBe(403);
    const others = await people.current.get('staffs-auditor', '/v1/retention/due');
    expect(others.body.items).toEqual([]);
  });
});
