import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { usePeopleApi } from '../../../test/support/people-alone.js';
import { Erasures } from '../commands/erasures.js';
import { Duplicates } from '../records/duplicates.js';
import { PeopleTable } from '../records/people-table.js';
import { PersonKeys } from '../records/person-keys.js';

const HERTS = 'herts-direct-payment-worker';
const ADMINISTRATOR = 'herts-administrator';
const APPROVER = 'herts-council-approver';
const mistake = { authority: 'entered-by-mistake', reason: 'typed-twice' };
const DAY_MS = 86_400_000;

describe('the removal of a person’s details', () => {
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
    const details = {
      name: { given: 'Gone', family: `Byandby${'abcdefghijklmnop'[count]}` },
      birthDate: '1940-05-05',
    };
    id = (await people.current.post(HERTS, '/v1/people', details)).body.personId;
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });

  const path = (rest: string) => `/v1/people/${id}/${rest}`;
  const post = async (user: string, rest: string, body: object = {}) =>
    people.current.post(user, path(rest), body);
  const request = async (body: object = mistake) => post(ADMINISTRATOR, 'erasure-requests', body);
  const approve = async (requestId: string, user = APPROVER) =>
    post(user, `erasure-requests/${requestId}/approvals`);
  const approved = async () => (await approve((await request()).body.requestId)).body;
  const later = async (days: number) => {
    people.current.clock.at = new Date(start.getTime() + days * DAY_MS);
    return people.current.app.get(Erasures, { strict: false }).carryOutDue();
  };
  const show = async () => people.current.get(HERTS, `/v1/people/${id}?purpose=case-work`);
  const found = async () => {
    const wanted = { purpose: 'case-work', name: 'Gone' };
    const { body } = await people.current.post(HERTS, '/v1/people/search', wanted);
    return body.people.some(({ personId }: { personId: string }) => personId === id);
  };
  const nameInCase = async () => {
    const caseRef = `TC-00000000${String(count).padStart(2, '0')}`;
    const row = {
      case_ref: caseRef,
      subject: caseRef,
      person_reference: id,
      council: 'E10000015',
      nhs_body: 'QM7',
      later_nhs_bodies: [],
      stage: 'bridging',
      alerted_on: '2026-01-15',
      waiting_on: 'nobody',
      deadlines: [],
      revision: 1,
      seen_by: ['E10000015', 'QM7'],
    };
    await people.current.database.query(
      `insert into read_model.case_summary select (jsonb_populate_record(null::read_model.case_summary, $1)).*`,
      [row],
    );
  };
  const key = async () =>
    (
      await people.current.keys.query<Record<string, unknown>[]>(
        `select wrapped, destroyed_by, approved_by, authority, encode(wrapped_hash, 'hex') as hash
         from people_keys.person_key where person_id = $1`,
        [id],
      )
    )[0];

  it('is carried out a week after the second person, and then reads say since when, and nothing is found', async () => {
    const { dueAt } = await approved();
    expect(dueAt).toBe('2026-04-08T09:30:00.000Z');
    const { hash } = (await key()) as { hash: string };

    expect(await later(6)).toBe(0);
    expect((await show()).body.state).toBe('held');
    expect(await later(7)).toBe(1);
    expect(await later(8)).toBe(0);

    const { status, body } = await show();
    expect([status, body]).toEqual([
      200,
      {
        personId: id,
        version: 1,
        state: 'removed',
        removalAuthority: 'entered-by-mistake',
        name: { removedOn: '2026-04-08' },
        birthDate: { removedOn: '2026-04-08' },
      },
    ]);
    expect(await found()).toBe(false);
    expect(await key()).toEqual({
      wrapped: null,
      destroyed_by: ADMINISTRATOR,
      approved_by: APPROVER,
      authority: 'entered-by-mistake',
      hash,
    });
    const requests = await people.current.get('herts-auditor', path('erasure-requests'));
    expect(requests.body).toMatchObject([{ state: 'carried-out', destroyedKeyHash: hash }]);
  });

  it('leaves no way back: nothing is added, and the key is not made anew', async () => {
    await approved();
    await later(7);
    const correction = { name: { given: 'New', family: 'Name' }, reason: 'was-wrong' };
    const refused = await people.current.post(HERTS, path('details'), correction, { 'if-match': 'W/"1"' });
    expect(refused.body).toMatchObject({ status: 409, code: 'person-removed', removedOn: '2026-04-08' });
    expect((await request()).body.code).toBe('person-removed');
    expect((await post(ADMINISTRATOR, 'legal-hold', { held: true })).body.code).toBe('person-removed');
    const revive = `update people_keys.person_key set wrapped = '\\x00', destroyed_at = null where person_id = $1`;
    await expect(people.current.keys.query(revive, [id])).rejects.toThrow('destroyed once');
  });

  it('needs two people, whatever their roles', async () => {
    const { requestId } = (await request()).body;
    expect((await approve(requestId, ADMINISTRATOR)).body.code).toBe('same-person-approves');
    expect(await later(30)).toBe(0);
    expect((await approve(requestId, HERTS)).status).toBe(403);
    expect((await approve(requestId, 'staffs-council-approver')).status).toBe(404);
  });

  it('is requested once at a time, and again after it was withdrawn', async () => {
    const { requestId } = (await request()).body;
    expect((await request()).body.code).toBe('erasure-requested');
    await approve(requestId);
    const withdrawn = await post(ADMINISTRATOR, `erasure-requests/${requestId}/withdrawals`);
    expect(withdrawn.body.state).toBe('withdrawn');
    expect(await later(30)).toBe(0);
    expect((await approve(requestId)).body.code).toBe('erasure-not-open');
    expect((await show()).body.state).toBe('held');
    expect((await request()).status).toBe(201);
  });

  it('waits while a legal hold stands, even one that was put after the approval', async () => {
    await approved();
    await post(ADMINISTRATOR, 'legal-hold', { held: true });
    expect(await later(30)).toBe(0);
    expect((await show()).body.state).toBe('held');
    await post(ADMINISTRATOR, 'legal-hold', { held: false });
    expect(await later(30)).toBe(1);
  });

  it('is refused within the years of retention, and shows beforehand what would go dark', async () => {
    const grounds = 'authority=end-of-retention&careEndedOn=2026-03-31';
    const preview = await people.current.get(ADMINISTRATOR, path(`erasure-preview?${grounds}`));
    const reasons = [
      { code: 'within-retention', detail: 'The details are kept until 1 April 2034 at least' },
    ];
    expect(preview.body).toEqual({
      personId: id,
      goesDark: ['name', 'birth-date'],
      versions: 1,
      cases: [],
      legalHold: false,
      reasonsAgainst: reasons,
    });
    const retention = {
      authority: 'end-of-retention',
      careEndedOn: '2026-03-31',
      reason: 'retention-review',
    };
    expect((await request(retention)).body).toMatchObject({ code: 'erasure-refused', reasons });
    expect((await request({ ...retention, careEndedOn: undefined })).body.code).toBe('end-of-care-missing');
    expect((await show()).body.state).toBe('held');
  });

  it('is refused for somebody whom a case names, when they are said to have been entered by mistake', async () => {
    await nameInCase();
    const { body } = await request();
    expect(body).toMatchObject({ code: 'erasure-refused', reasons: [{ code: 'case-names-person' }] });
  });

  it('is not carried out when a case has come to name them since the approval', async () => {
    await approved();
    await nameInCase();
    expect(await later(30)).toBe(0);
    expect((await show()).body.state).toBe('held');
  });

  it('goes on where it was, when the key is destroyed and the rest was cut off', async () => {
    await approved();
    await people.current.keys.query(
      `update people_keys.person_key set wrapped = null, destroyed_at = now(), destroyed_by = 'a', approved_by = 'b',
         authority = 'entered-by-mistake' where person_id = $1`,
      [id],
    );
    expect(await found()).toBe(false);
    expect(await later(7)).toBe(1);
    const left = await people.current.database.query(
      'select 1 from people.search_term where person_id = $1',
      [id],
    );
    expect(left).toEqual([]);
  });

  describe('while a correction is under way', () => {
    const correct = async () => {
      const correction = { name: { given: 'Gone', family: 'Corrected' }, reason: 'was-wrong' };
      return people.current.post(HERTS, path('details'), correction, { 'if-match': 'W/"1"' });
    };
    const hashes = async () =>
      people.current.database.query<unknown[]>('select 1 from people.search_term where person_id = $1', [id]);

    it('leaves no hash when it comes before the correction has the person', async () => {
      await approved();
      const duplicates = people.current.app.get(Duplicates, { strict: false });
      jest.spyOn(duplicates, 'find').mockImplementation(async () => {
        expect(await later(7)).toBe(1);
        return [];
      });
      const refused = await correct();
      expect(refused.body).toMatchObject({ status: 409, code: 'person-removed', removedOn: '2026-04-08' });
      expect(await hashes()).toEqual([]);
    });

    it('waits for a correction that has the person, and leaves no hash of it', async () => {
      await approved();
      const table = people.current.app.get(PeopleTable, { strict: false });
      const write = table.write.bind(table);
      let removal = Promise.resolve(0);
      jest.spyOn(table, 'write').mockImplementation(async (manager, given) => {
        removal = later(7);
        await pause(300);
        expect(await key()).toMatchObject({ destroyed_by: null });
        return write(manager, given);
      });
      expect((await correct()).status).toBe(201);
      expect(await removal).toBe(1);
      expect(await hashes()).toEqual([]);
    });
  });

  it('that cannot be carried out is told without a detail, and the others are carried out', async () => {
    const faulty = id;
    await approved();
    const details = { name: { given: 'Gone', family: 'Nextinline' } };
    id = (await people.current.post(HERTS, '/v1/people', details)).body.personId;
    await approved();
    const keys = people.current.app.get(PersonKeys, { strict: false });
    const standing = keys.standing.bind(keys);
    const failing = jest.spyOn(keys, 'standing').mockImplementation(async (owner) => {
      if (owner.personId === faulty) throw new Error('The keys cannot be read');
      return standing(owner);
    });
    const told = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => undefined);
    expect(await later(7)).toBe(1);
    expect((await show()).body.state).toBe('removed');
    expect(told.mock.calls).toEqual([
      [
        {
          message: 'a removal cannot be carried out',
          organisation: 'E10000015',
          requestId: expect.stringMatching(/^ER-/),
          because: 'The keys cannot be read',
        },
      ],
    ]);
    failing.mockRestore();
    expect(await later(8)).toBe(1);
  });

  it('waits while it is not grounded any more: a class that was chosen since runs from an end of care that nobody stated', async () => {
    const choose = async (retentionClass: string) =>
      people.current.post(ADMINISTRATOR, '/v1/retention', { retentionClass, listing: false });
    const told = jest.spyOn(Logger.prototype, 'error');
    await choose('six-years-after-contact');
    await later(3_660);
    const { requestId } = (await request({ authority: 'end-of-retention', reason: 'retention-review' })).body;
    expect((await approve(requestId)).body.state).toBe('approved');
    await choose('eight-years-after-care');
    expect(await later(3_670)).toBe(0);
    expect((await show()).body.state).toBe('held');
    expect(told).not.toHaveBeenCalled();
    await choose('six-years-after-contact');
    expect(await later(3_680)).toBe(1);
    await choose('eight-years-after-care');
  });

  it('stands in the access log, step by step', async () => {
    await approved();
    await later(7);
    const { body } = await people.current.get('herts-auditor', `/v1/access-log?person=${id}`);
    expect(body.items.map(({ action }: { action: string }) => action)).toEqual([
      'removed',
      'erasure-approved',
      'erasure-requested',
      'recorded',
    ]);
  });
});
