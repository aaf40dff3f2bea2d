import { beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { appointExampleUsers } from '../../dev/appoint-example-users.js';
import { ApiClient, ApiRefusal } from '../../dev/examples/api-client.js';
import { addDays, plainDate } from '../../kernel/plain-date.js';
import { systemClock, todayInLondon } from '../../kernel/clock.js';
import { useProduct } from '../../../test/support/product.js';
import { StaffMembers } from '../commands/staff-members.js';
import { staffRefOf } from '../commands/staff-ref.js';

// Rights as an office gives and ends them, with the guard going by the records.

const product = useProduct(() => ({ STAFF_RIGHTS: 'records' }));
const ONE = 'herts-administrator';
const OTHER = 'herts-second-administrator';
const NHS_ADMINISTRATOR = 'herts-nhs-administrator';
const today = () => todayInLondon(systemClock);
let commands = 0;

interface RightMade {
  readonly grant: string;
  readonly stage: string;
}

const command = async <Body = RightMade>(as: string, path: string, body: object = {}): Promise<Body> => {
  commands += 1;
  return (await product.current.api.command<Body>({ as, path, body, key: `rights-${commands}` })).body;
};
const get = async <Body>(as: string, path: string): Promise<Body> =>
  (await product.current.api.get<Body>(as, path)).body;
const refusal = async (work: Promise<unknown>): Promise<object> => {
  try {
    await work;
  } catch (fault) {
    if (fault instanceof ApiRefusal) return { status: fault.status, ...(fault.problem as object) };
    throw fault;
  }
  throw new Error('It was not refused');
};

/** Somebody new whom nobody has given a right; their token names no role, and no organisation either. */
async function newcomer(subject: string): Promise<{ staff: string; path: string; api: ApiClient }> {
  const { issuer, address } = product.current;
  const token = await issuer.tokenWith({ sub: subject, organisation: undefined, roles: undefined });
  const account = { issuer: issuer.issuer, subject };
  const staff = staffRefOf(account);
  await command(ONE, '/v1/staff', account);
  return { staff, path: `/v1/staff/${staff}/rights`, api: new ApiClient(address, async () => token) };
}

const finance = (more: object = {}) => ({
  role: 'council-finance',
  from: today(),
  reason: 'joined-the-team',
  ...more,
});

beforeAll(async () => {
  const { app, address, issuer } = product.current;
  await appointExampleUsers({
    app,
    address,
    issuer: issuer.issuer,
    tokenOf: (user) => issuer.tokenFor(user),
    say: () => undefined,
  });
}, 60_000);

describe('who may be given a case', () => {
  const colleagues = async (user: string) =>
    (await get<{ items: { id: string; name?: string }[] }>(user, '/v1/colleagues')).items;

  it('is who holds the role of case work in the organisation today, by name', async () => {
    expect(await colleagues('herts-direct-payment-worker')).toEqual([
      { id: 'herts-direct-payment-worker', name: 'Rosalind Ashdown' },
    ]);
    const { path } = await newcomer('helps-out');
    const worker = { role: 'direct-payment-worker', from: today(), reason: 'joined-the-team' };
    const { grant } = await command(ONE, path, worker);
    expect(await colleagues('herts-direct-payment-worker')).toHaveLength(1);
    await command(OTHER, `${path}/${grant}/approvals`);
    await get('herts-auditor', '/v1/staff');
    expect(await colleagues('herts-direct-payment-worker')).toEqual([
      { id: 'herts-direct-payment-worker', name: 'Rosalind Ashdown' },
      { id: 'helps-out' },
    ]);
    expect((await colleagues('herts-phb-worker')).map(({ id }) => id)).toEqual(['herts-phb-worker']);
    await command(ONE, `${path}/${grant}/ends`, { reason: 'left-the-team' });
    expect(await colleagues('herts-direct-payment-worker')).toHaveLength(1);
  });
});

describe('who has no right on record', () => {
  it('is refused whatever the token claims, with what an administrator needs', async () => {
    const { issuer, address } = product.current;
    const token = await issuer.tokenWith({ sub: 'claims-much', roles: ['administrator', 'auditor'] });
    const api = new ApiClient(address, async () => token);
    expect(await refusal(api.get('', '/v1/staff'))).toMatchObject({
      status: 403,
      code: 'not-allowed',
      detail: expect.stringMatching(/^You have no right here today/),
      issuer: issuer.issuer,
      subject: 'claims-much',
      staff: staffRefOf({ issuer: issuer.issuer, subject: 'claims-much' }),
    });
    expect(await refusal(api.get('', '/v1/me'))).toMatchObject({ status: 403 });
  });
});

describe('a right', () => {
  it('is nothing until another administrator grants it, and then counts at once', async () => {
    const { path, api } = await newcomer('first-day');
    const { grant, stage } = await command(ONE, path, finance());
    expect(stage).toBe('requested');
    expect(await refusal(api.get('', '/v1/me'))).toMatchObject({ status: 403 });
    expect(await refusal(command(ONE, `${path}/${grant}/approvals`))).toMatchObject({
      status: 409,
      code: 'same-person-decides',
    });
    expect(await command(OTHER, `${path}/${grant}/approvals`)).toEqual({ grant, stage: 'granted' });
    expect((await api.get('', '/v1/me')).body).toMatchObject({
      subject: 'first-day',
      organisation: 'E10000015',
      today: today(),
      roles: [{ role: 'council-finance', grant }],
    });
  });

  it('that was ended between two requests refuses the second', async () => {
    const { path, api } = await newcomer('leaver');
    const { grant } = await command(ONE, path, finance());
    await command(OTHER, `${path}/${grant}/approvals`);
    expect((await api.get('', '/v1/agreements')).status).toBe(200);
    await command(ONE, `${path}/${grant}/ends`, { reason: 'left-the-team' });
    expect(await refusal(api.get('', '/v1/agreements'))).toMatchObject({ status: 403, code: 'not-allowed' });
  });

  it('begins on its first day, and is shown before', async () => {
    const { staff, path, api } = await newcomer('starts-tomorrow');
    const from = addDays(today(), 1);
    const { grant } = await command(ONE, path, finance({ from, lastDay: addDays(from, 30) }));
    await command(OTHER, `${path}/${grant}/approvals`);
    expect(await refusal(api.get('', '/v1/me'))).toMatchObject({ status: 403 });
    expect(await get('herts-auditor', `/v1/staff/${staff}`)).toMatchObject({
      staff,
      rights: [
        { grant, stage: 'granted', inForce: false, from, lastDay: addDays(from, 30), decidedBy: OTHER },
      ],
    });
  });

  it('is found while it waits for a decision, with the names of who asked and who decided', async () => {
    const { staff, path } = await newcomer('waits');
    const waiting = async () => {
      const { items } = await get<{ items: { staff: string }[] }>(
        OTHER,
        '/v1/staff?right=requested&limit=100',
      );
      return items.map((each) => each.staff);
    };
    expect(await waiting()).not.toContain(staff);
    const { grant } = await command(ONE, path, finance());
    expect(await waiting()).toContain(staff);
    await command(OTHER, `${path}/${grant}/approvals`);
    expect(await waiting()).not.toContain(staff);
    expect(await get('herts-auditor', `/v1/staff/${staff}`)).toMatchObject({
      rights: [
        {
          grant,
          requestedBy: ONE,
          requestedByName: 'Leila Marchmont',
          decidedBy: OTHER,
          decidedByName: 'Edmund Varley',
        },
      ],
    });
    expect(await refusal(get(ONE, '/v1/staff?right=granted'))).toMatchObject({ status: 422 });
  });

  it('takes two people also when one of them sends both requests at one moment', async () => {
    const { staff, path } = await newcomer('in-a-hurry');
    const grant = `${staff}-1`;
    const both = await Promise.allSettled([
      command(ONE, path, finance()),
      command(ONE, `${path}/${grant}/approvals`),
    ]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(await get(ONE, `/v1/staff/${staff}`)).toMatchObject({ rights: [{ grant, stage: 'requested' }] });
  });

  it('is decided once by two who decide at one moment', async () => {
    const { path } = await newcomer('decided-twice');
    const { grant } = await command(ONE, path, finance());
    const third = await newcomer('third-administrator');
    const made = await command(ONE, third.path, { role: 'administrator', from: today(), reason: 'cover' });
    await command(OTHER, `${third.path}/${made.grant}/approvals`);
    const both = await Promise.allSettled([
      command(OTHER, `${path}/${grant}/refusals`, { reason: 'not-needed' }),
      third.api.command({ as: '', path: `${path}/${grant}/approvals`, key: 'third-decides' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is not given by anybody to themselves, under whatever account', async () => {
    const { issuer } = product.current;
    const own = { issuer: issuer.issuer, subject: ONE };
    const path = `/v1/staff/${staffRefOf(own)}/rights`;
    expect(await refusal(command(ONE, path, finance()))).toMatchObject({ status: 403, code: 'own-right' });
    const second = await newcomer('second-account-of-one');
    await command(OTHER, `/v1/staff/${second.staff}/same-person`, {
      samePersonAs: staffRefOf(own),
      reason: 'second-account',
    });
    expect(await refusal(command(ONE, second.path, finance()))).toMatchObject({ code: 'own-right' });
    const asked = await command(OTHER, second.path, finance());
    expect(await refusal(command(ONE, `${second.path}/${asked.grant}/approvals`))).toMatchObject({
      code: 'own-right',
    });
  });

  it('is not granted by whoever asked for it under another account of theirs', async () => {
    const second = await newcomer('deputy');
    const admin = { role: 'administrator', from: today(), reason: 'cover' };
    const { grant } = await command(ONE, second.path, admin);
    await command(OTHER, `${second.path}/${grant}/approvals`);
    const { path } = await newcomer('asked-by-the-deputy');
    const asked = await second.api.command<RightMade>({
      as: '',
      path,
      body: finance(),
      key: 'by-the-deputy',
    });
    await command(OTHER, `/v1/staff/${second.staff}/same-person`, {
      samePersonAs: staffRefOf({ issuer: product.current.issuer.issuer, subject: ONE }),
      reason: 'second-account',
    });
    expect(await refusal(command(ONE, `${path}/${asked.body.grant}/approvals`))).toMatchObject({
      code: 'same-person-decides',
    });
    expect(await command(OTHER, `${path}/${asked.body.grant}/approvals`)).toMatchObject({ stage: 'granted' });
  });

  it('is granted by somebody else again, once two accounts were recorded as one by mistake and that was taken back', async () => {
    const [namesake, { path }] = [await newcomer('namesake'), await newcomer('asked-by-a-namesake')];
    const admin = { role: 'administrator', from: today(), reason: 'cover' };
    const { grant } = await command(ONE, namesake.path, admin);
    await command(OTHER, `${namesake.path}/${grant}/approvals`);
    const asked = await command(ONE, path, finance());
    const approves = () =>
      namesake.api.command({
        as: '',
        path: `${path}/${asked.grant}/approvals`,
        key: crypto.randomUUID(),
      });
    const link = `/v1/staff/${namesake.staff}/same-person`;
    const own = staffRefOf({ issuer: product.current.issuer.issuer, subject: ONE });
    await command(OTHER, link, { samePersonAs: own, reason: 'second-account' });
    expect(await refusal(approves())).toMatchObject({ code: 'same-person-decides' });

    const reason = 'recorded-by-mistake';
    const withdrawal = `${link}/withdrawals`;
    expect(await refusal(command(ONE, withdrawal, { reason }))).toMatchObject({
      status: 403,
      code: 'own-accounts',
    });
    await command(OTHER, withdrawal, { reason });
    expect(await refusal(command(OTHER, withdrawal, { reason }))).toMatchObject({
      status: 409,
      code: 'not-another-account',
    });
    expect((await approves()).status).toBe(200);
  });

  it('of an approver says its limit, and shows it to who has it', async () => {
    const { path, api } = await newcomer('approver');
    const wanted = { role: 'council-approver', from: today(), reason: 'joined-the-team' };
    expect(await refusal(command(ONE, path, wanted))).toMatchObject({ status: 422, code: 'limit-missing' });
    const approvalLimit = { amount: '5000.00', currency: 'GBP' };
    const { grant } = await command(ONE, path, { ...wanted, approvalLimit });
    await command(OTHER, `${path}/${grant}/approvals`);
    expect((await api.get('', '/v1/me')).body).toMatchObject({
      roles: [{ role: 'council-approver', grant, approvalLimit }],
    });
  });

  it('is one of the kind of body that it is in', async () => {
    const { path } = await newcomer('other-side');
    const wanted = { role: 'nhs-finance', from: today(), reason: 'joined-the-team' };
    expect(await refusal(command(ONE, path, wanted))).toMatchObject({ status: 403, code: 'not-your-side' });
  });
});

describe('another organisation', () => {
  it('sees nobody of this one, as if they were not there', async () => {
    const { staff, path } = await newcomer('of-the-council');
    const { grant } = await command(ONE, path, finance());
    const unknown = 'SM-0000000000';
    for (const each of [staff, unknown]) {
      expect(await refusal(get(NHS_ADMINISTRATOR, `/v1/staff/${each}`))).toMatchObject({
        status: 404,
        code: 'staff-not-found',
      });
      const rights = `/v1/staff/${each}/rights`;
      expect(await refusal(command(NHS_ADMINISTRATOR, `${rights}/${grant}/approvals`))).toMatchObject({
        code: 'staff-not-found',
      });
      expect(
        await refusal(command(NHS_ADMINISTRATOR, `${rights}/${grant}/ends`, { reason: 'no' })),
      ).toMatchObject({
        code: 'staff-not-found',
      });
    }
    const { items } = await get<{ items: { staff: string }[] }>(NHS_ADMINISTRATOR, '/v1/staff');
    expect(items.map((each) => each.staff)).not.toContain(staff);
  });

  it('does nothing to who works for this one, however often it makes their accounts known to itself', async () => {
    const { issuer, app } = product.current;
    const [F, P] = ['herts-council-finance', 'herts-council-approver'].map((subject) => ({
      issuer: issuer.issuer,
      subject,
    }));
    const [preparer, approver] = [staffRefOf(F!), staffRefOf(P!)];
    // They have been here, so their names are known; whoever only typed their sign-in ids is not told them.
    await get('herts-council-finance', '/v1/me');
    for (const account of [F!, P!]) await command(NHS_ADMINISTRATOR, '/v1/staff', account);
    expect(await get(NHS_ADMINISTRATOR, `/v1/staff/${preparer}`)).toEqual({
      staff: preparer,
      ...F!,
      rights: [],
    });
    expect(await get(ONE, `/v1/staff/${preparer}`)).toMatchObject({ name: expect.any(String) });

    const link = `/v1/staff/${preparer}/same-person`;
    const linking = { samePersonAs: approver, reason: 'second-account' };
    const worksElsewhere = { status: 403, code: 'works-elsewhere' };
    expect(await refusal(command(NHS_ADMINISTRATOR, link, linking))).toMatchObject(worksElsewhere);
    const invented = { issuer: issuer.issuer, subject: 'invented' };
    const { staff } = await command<{ staff: string }>(NHS_ADMINISTRATOR, '/v1/staff', invented);
    expect(
      await refusal(command(NHS_ADMINISTRATOR, `/v1/staff/${staff}/same-person`, linking)),
    ).toMatchObject(worksElsewhere);
    const sessions = `/v1/staff/${preparer}/session-ends`;
    expect(await refusal(command(NHS_ADMINISTRATOR, sessions, { reason: 'because' }))).toMatchObject(
      worksElsewhere,
    );

    // One that was recorded before this was refused is taken back by the organisation for which they work.
    const commandId = crypto.randomUUID();
    await app.get(StaffMembers).streams.transact(
      preparer,
      () => [
        {
          type: 'staff.same-person-recorded',
          occurredOn: today(),
          data: { samePersonAs: approver, reasonCode: 'second-account' },
        },
      ],
      {
        actor: { id: NHS_ADMINISTRATOR, organisation: 'QM7', role: 'administrator' },
        ...{ commandId, correlationId: commandId, causationId: commandId },
      },
    );
    const reason = 'recorded-by-mistake';
    expect(await refusal(command(NHS_ADMINISTRATOR, `${link}/withdrawals`, { reason }))).toMatchObject(
      worksElsewhere,
    );
    await command(ONE, `${link}/withdrawals`, { reason });
    expect(await get(ONE, `/v1/staff/${preparer}`)).not.toHaveProperty('samePersonAs');
  });

  it('gives its own rights to the same account, of which the token chooses', async () => {
    const { issuer, address } = product.current;
    const { path, api } = await newcomer('two-hats');
    const { grant } = await command(ONE, path, finance());
    await command(OTHER, `${path}/${grant}/approvals`);
    await command(NHS_ADMINISTRATOR, '/v1/staff', { issuer: issuer.issuer, subject: 'two-hats' });
    const nhs = await command(NHS_ADMINISTRATOR, path, {
      role: 'nhs-finance',
      from: today(),
      reason: 'shared-post',
    });
    await command('herts-nhs-second-administrator', `${path}/${nhs.grant}/approvals`);
    expect(await refusal(api.get('', '/v1/me'))).toMatchObject({
      status: 403,
      organisations: ['E10000015', 'QM7'],
    });
    const token = await issuer.tokenWith({ sub: 'two-hats', organisation: 'QM7', roles: undefined });
    const inNhs = new ApiClient(address, async () => token);
    expect((await inNhs.get('', '/v1/me')).body).toMatchObject({
      organisation: 'QM7',
      roles: [{ role: 'nhs-finance', grant: nhs.grant }],
    });
  });
});

describe('what was done under a right', () => {
  it('names it for ever, whatever becomes of the right', async () => {
    const { staff, path, api } = await newcomer('worker-for-a-day');
    const { grant } = await command(ONE, path, {
      role: 'direct-payment-worker',
      from: today(),
      reason: 'joined-the-team',
    });
    await command(OTHER, `${path}/${grant}/approvals`);
    const { body } = await api.command<{ caseRef: string }>({
      as: '',
      path: '/v1/transfer-cases',
      body: {
        personReference: 'HCC-700001',
        nhsBody: 'QM7',
        alertedOn: plainDate('2024-01-15'),
        assistants: [],
        wishesToKeepAssistants: true,
      },
      key: 'raised-under-a-right',
    });
    await command(ONE, `${path}/${grant}/ends`, { reason: 'left-the-team' });
    const [stored] = await product.current.app.get(DataSource).query<{ actor: object }[]>(
      `SELECT convert_from(metadata, 'UTF8')::json -> 'actor' AS actor FROM event_store.events
       WHERE convert_from(metadata, 'UTF8')::json ->> 'subject' = $1 ORDER BY position LIMIT 1`,
      [body.caseRef],
    );
    expect(stored?.actor).toEqual({
      id: 'worker-for-a-day',
      organisation: 'E10000015',
      role: 'direct-payment-worker',
      staff,
      grant,
    });
    const knownThen = await get<{ items: { actor: object }[] }>(
      'herts-auditor',
      `/v1/transfer-cases/${body.caseRef}/events`,
    );
    expect(knownThen.items[0]?.actor).toMatchObject({ id: 'worker-for-a-day', grant });
  });
});
