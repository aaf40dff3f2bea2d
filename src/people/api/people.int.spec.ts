import { beforeAll, describe, expect, it } from '@jest/globals';
import { usePeopleApi } from '../../../test/support/people-alone.js';

const HERTS = 'herts-direct-payment-worker';
const STAFFS = 'staffs-direct-payment-worker';
const PERSON_ID = /^PN-[0-9A-HJKMNP-TV-Z]{10}$/;

const catherine = {
  name: { given: 'Catherine', family: 'O’Brien' },
  nhsNumber: '943 476 5919',
  nhsNumberStatus: 'traced',
  birthDate: '1961-02-28',
  contact: { addressLines: ['1 Rose Lane', 'Hertford'], postcode: 'SG14 1AA', telephone: '01632 960001' },
};

describe('people', () => {
  const people = usePeopleApi();
  let id: string;

  const record = async (body: object, user = HERTS) => people.current.post(user, '/v1/people', body);
  const show = async (personId: string, user = HERTS) =>
    people.current.get(user, `/v1/people/${personId}?purpose=case-work`);
  const search = async (wanted: object, user = HERTS) =>
    people.current.post(user, '/v1/people/search', { purpose: 'case-work', ...wanted });
  const found = async (wanted: object, user = HERTS) =>
    (await search(wanted, user)).body.people.map(({ personId }: { personId: string }) => personId);
  const log = async (query: string, user = 'herts-auditor') =>
    (await people.current.get(user, `/v1/access-log?${query}`)).body.items;

  beforeAll(async () => {
    const { status, body } = await record(catherine);
    expect(status).toBe(201);
    id = body.personId;
  });

  it('get an id that names nobody, and are shown as they were recorded', async () => {
    expect(id).toMatch(PERSON_ID);
    const { status, body, headers } = await show(id);
    expect(status).toBe(200);
    expect(headers['etag']).toBe('W/"1"');
    expect(body).toEqual({
      personId: id,
      version: 1,
      state: 'held',
      name: catherine.name,
      nhsNumber: { number: '943 476 5919', status: 'traced' },
      birthDate: { date: '1961-02-28' },
      contact: catherine.contact,
    });
  });

  it('are read once, whatever version is asked for: they are never behind, and each read stays in the log', async () => {
    const reads = async () =>
      (await log(`person=${id}&limit=100`)).filter(({ action }: { action: string }) => action === 'read');
    const read = async (personId: string, minVersion: number) =>
      people.current.get(HERTS, `/v1/people/${personId}?purpose=case-work&minVersion=${minVersion}`);
    expect((await read(id, 1)).status).toBe(200);
    const before = (await reads()).length as number;
    const ahead = await read(id, 2);
    expect([ahead.status, ahead.body.code, ahead.headers['retry-after']]).toEqual([
      503,
      'not-yet-visible',
      '1',
    ]);
    expect(ahead.text).not.toContain('Catherine');
    expect(await reads()).toHaveLength(before + 1);
    expect((await read('PN-ZZZZZZZZZZ', 1)).status).toBe(404);
  });

  it('are made once by a command that is sent again, even after its answer was forgotten', async () => {
    const body = { name: { given: 'Una', family: 'Twice' } };
    const send = async () =>
      people.current.post(HERTS, '/v1/people', body, { 'idempotency-key': 'the-same' });
    const first = await send();
    expect(await send()).toMatchObject({ status: 201, headers: { 'idempotency-replayed': 'true' } });
    await people.current.database.query('delete from idempotency_key');
    const later = await send();
    expect([later.status, later.body.personId, later.body.version]).toEqual([201, first.body.personId, 1]);
    expect(await found({ name: 'Una Twice' })).toEqual([first.body.personId]);
  });

  it.each([
    [{ nhsNumber: '943 476 5918' }, 'not-an-nhs-number', '/nhsNumber'],
    [{ nhsNumber: '0000000000' }, 'not-an-nhs-number', '/nhsNumber'],
    [{ nhsNumberStatus: 'traced' }, 'no-nhs-number', '/nhsNumberStatus'],
    [{ birthDate: '2026-04-02' }, 'in-the-future', '/birthDate'],
  ])('are refused with %j', async (wrong, code, pointer) => {
    const { status, body, text } = await record({ name: { given: 'A', family: 'B' }, ...wrong });
    expect(status).toBe(422);
    expect(body).toMatchObject({ code, errors: [{ pointer, code }] });
    expect(text).not.toMatch(/476 ?5918|0000000000/);
  });

  it('do not share an NHS number within an organisation: the other one is named, and the log has it', async () => {
    const { status, body } = await record({
      name: { given: 'Other', family: 'Person' },
      nhsNumber: '9434765919',
    });
    expect([status, body.code, body.personId]).toEqual([409, 'nhs-number-taken', id]);
    expect((await log(`person=${id}`))[0]).toMatchObject({ action: 'matched', fieldClasses: ['nhs-number'] });
    expect(await found({ name: 'Other Person' })).toEqual([]);
  });

  it('give the number to one of two who ask for it in the same moment', async () => {
    const both = await Promise.all(
      ['One', 'Two'].map((given) => record({ name: { given, family: 'Racer' }, nhsNumber: '9876543210' })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await found({ name: 'Racer' })).toHaveLength(1);
  });

  it('are warned about when they may be there already', async () => {
    const duplicatesOf = async (details: object) => (await record(details)).body.probableDuplicates;
    const born = { birthDate: '1961-02-28' };
    expect(await duplicatesOf({ name: { given: 'Kathryn', family: 'Other' }, ...born })).toEqual([id]);
    expect(await duplicatesOf({ name: { given: 'Obrien', family: 'Catherine' } })).toContain(id);
    const elsewhen = { birthDate: '1975-06-01' };
    expect(await duplicatesOf({ name: { given: 'Catherine', family: 'OBrien' }, ...elsewhen })).not.toContain(
      id,
    );
    expect(await duplicatesOf({ name: { given: 'Zebedee', family: 'Quux' }, ...born })).toEqual([]);
  });

  it.each([
    [{ nhsNumber: '9434765919' }, true],
    [{ name: 'Catherine O’Brien' }, true],
    [{ name: 'OBRIEN CATHERINE' }, true],
    [{ name: 'cath o brien' }, true],
    [{ name: 'Kathryn Obrien' }, true],
    [{ name: 'Catherine Smith' }, false],
  ])('are found by %j: %s', async (wanted, there) => {
    expect((await found(wanted)).includes(id)).toBe(there);
  });

  it('show in a search their name and birth date only, and whether all of it fits', async () => {
    const { body } = await search({ nhsNumber: '9434765919' });
    expect(body).toEqual({
      people: [{ personId: id, name: catherine.name, birthDate: { date: '1961-02-28' }, exact: true }],
      more: false,
    });
    expect((await search({ name: 'cath' })).body.people).toContainEqual(
      expect.objectContaining({ personId: id, exact: false }),
    );
  });

  it.each([
    [{}, 'name-or-number'],
    [{ name: 'a', nhsNumber: '9434765919' }, 'name-or-number'],
    [{ name: '’' }, 'not-a-name'],
    [{ nhsNumber: '123' }, 'not-an-nhs-number'],
    [{ name: 'Smith', purpose: 'curiosity' }, 'invalid-fields'],
  ])('are not looked for with %j', async (wanted, code) => {
    expect((await search(wanted)).body).toMatchObject({ status: 422, code });
  });

  it('say when there are more than are shown', async () => {
    for (let count = 0; count < 21; count += 1) {
      await record({
        name: { given: `Many${String.fromCharCode(97 + count)}`, family: 'Featherstonehaugh' },
      });
    }
    const { body } = await search({ name: 'Featherstonehaugh' });
    expect([body.people.length, body.more]).toEqual([20, true]);
  }, 60_000);

  it('are put right in a new version, which is what is found from then on', async () => {
    const made = (await record({ name: { given: 'Wrong', family: 'Spelling' } })).body;
    const path = `/v1/people/${made.personId}/details`;
    const right = {
      name: { given: 'Right', family: 'Spelling' },
      birthDate: '1970-01-01',
      reason: 'was-wrong',
    };
    const stale = await people.current.post(HERTS, path, right, { 'if-match': 'W/"7"' });
    expect(stale.body).toMatchObject({ code: 'stale-version', currentVersion: 1 });
    const done = await people.current.post(HERTS, path, right, { 'if-match': 'W/"1"' });
    expect([done.status, done.headers['etag'], done.body.version]).toEqual([201, 'W/"2"', 2]);
    expect((await show(made.personId)).body).toMatchObject({ version: 2, name: { given: 'Right' } });
    expect(await found({ name: 'Wrong Spelling' })).toEqual([]);
    expect(await found({ name: 'Right Spelling' })).toEqual([made.personId]);
    const versions = await people.current.database.query(
      'select version, reason from people.details where person_id = $1 order by 1',
      [made.personId],
    );
    expect(versions).toEqual([
      { version: 1, reason: 'first-recorded' },
      { version: 2, reason: 'was-wrong' },
    ]);
  });

  describe('of another organisation', () => {
    it('answer as if they were not there, word for word', async () => {
      const nobody = await show('PN-0000000000', STAFFS);
      const theirs = await show(id, STAFFS);
      const plain = ({ body: { traceId: _, instance: __, ...rest } }: typeof nobody) => rest;
      expect(theirs.status).toBe(404);
      expect(plain(theirs)).toEqual(plain(nobody));
      expect(plain(await show('no-id-at-all', STAFFS))).toEqual(plain(nobody));
      const correction = { name: catherine.name, reason: 'was-wrong' };
      const refused = await people.current.post(STAFFS, `/v1/people/${id}/details`, correction, {
        'if-match': 'W/"1"',
      });
      expect(plain(refused)).toEqual(plain(nobody));
    });

    it('are found by nobody, and do not stand in the way of one with the same number', async () => {
      expect(await found({ nhsNumber: '9434765919' }, STAFFS)).toEqual([]);
      expect(await found({ name: 'Catherine O’Brien' }, STAFFS)).toEqual([]);
      const { status, body } = await record(catherine, STAFFS);
      expect([status, body.probableDuplicates]).toEqual([201, []]);
      const hashes = await people.current.database.query<{ number_hash: Buffer }[]>(
        `select number_hash from people.nhs_number where person_id in ($1, $2)`,
        [id, body.personId],
      );
      expect(hashes[0]?.number_hash.equals(hashes[1]!.number_hash)).toBe(false);
    });

    it('stand in a log that others do not see', async () => {
      expect(await log(`person=${id}`, 'staffs-auditor')).toEqual([]);
    });
  });

  describe('in the access log', () => {
    it('stand with each read: who, in which role, whom, of which kinds, for what, when', async () => {
      await show(id);
      expect((await log(`person=${id}`))[0]).toEqual({
        ordinal: expect.any(Number),
        at: '2026-04-01T09:30:00.000Z',
        reader: HERTS,
        readerName: 'Rosalind Ashdown',
        role: 'direct-payment-worker',
        action: 'read',
        people: [id],
        fieldClasses: ['name', 'nhs-number', 'birth-date', 'contact'],
        purpose: 'case-work',
        correlationId: expect.any(String),
      });
    });

    it('stand with each search that showed them, and a search that showed nobody stands there too', async () => {
      await search({ nhsNumber: '9434765919', purpose: 'person-request' });
      expect((await log(`person=${id}`))[0]).toMatchObject({ action: 'searched', purpose: 'person-request' });
      await search({ name: 'Nobody Anywhere' });
      expect((await log(`reader=${HERTS}`))[0]).toMatchObject({ action: 'searched', people: [] });
    });

    it('are listed page by page, for a person or a reader and never for everybody', async () => {
      const first = await people.current.get('herts-auditor', `/v1/access-log?reader=${HERTS}&limit=2`);
      const next = await people.current.get(
        'herts-auditor',
        `/v1/access-log?reader=${HERTS}&limit=2&cursor=${first.body.next}`,
      );
      const ordinals = [...first.body.items, ...next.body.items].map(({ ordinal }) => ordinal);
      expect(ordinals).toEqual([...new Set(ordinals)].sort((a, b) => b - a));
      expect((await people.current.get('herts-auditor', '/v1/access-log')).body.code).toBe(
        'person-or-reader',
      );
      expect((await people.current.get(HERTS, `/v1/access-log?person=${id}`)).status).toBe(403);
    });

    it('keep their details to themselves when the log cannot be written, in a read, a search and a change', async () => {
      const { database } = people.current;
      await database.query('revoke insert on access_log.entry from handover_access_log');
      const answers = [
        await show(id),
        await search({ name: 'Catherine' }),
        await record({ name: { given: 'Not', family: 'Logged' } }),
      ];
      await database.query('grant insert on access_log.entry to handover_access_log');
      for (const { status, body, text, headers } of answers) {
        expect([status, body.code, headers['retry-after']]).toEqual([503, 'access-not-recorded', '2']);
        expect(text).not.toMatch(/Catherine|Brien|1961-02-28/);
      }
      expect(await found({ name: 'Not Logged' })).toEqual([]);
    });
  });

  it('are readable nowhere in either database', async () => {
    const { database, keys } = people.current;
    const secrets =
      /Catherine|O’Brien|obrien|9434765919|943 476 5919|1961-02-28|Rose Lane|SG14|1632 ?960001/i;
    const sources = [
      [
        database,
        ['people.person', 'people.details', 'people.nhs_number', 'people.search_term', 'access_log.entry'],
      ],
      [keys, ['people_keys.person_key']],
    ] as const;
    for (const [source, tables] of sources) {
      for (const table of tables) {
        const rows = await source.query<{ row: string }[]>(`select t::text as row from ${table} t`);
        expect(rows.filter(({ row }) => secrets.test(row))).toEqual([]);
        const hex = Buffer.from('Catherine').toString('hex');
        expect(rows.filter(({ row }) => row.includes(hex))).toEqual([]);
      }
      const answers = await database.query<{ body: string | null }[]>('select body from idempotency_key');
      expect(answers.filter(({ body }) => secrets.test(body ?? ''))).toEqual([]);
    }
    const [counted] = await keys.query<{ count: string }[]>('select count(*) from people_keys.person_key');
    expect(Number(counted?.count)).toBeGreaterThan(10);
  });

  it('cannot be shown in another person’s place: sealed details that were moved do not open', async () => {
    const { database } = people.current;
    const other = (await record({ name: { given: 'Moved', family: 'Details' } })).body.personId;
    await database.query(
      `update people.details set sealed = (select sealed from people.details where person_id = $1 and version = 1)
       where person_id = $2`,
      [id, other],
    );
    const { status, text } = await show(other);
    expect(status).toBe(500);
    expect(text).not.toMatch(/Catherine|Moved/);
  });
});
