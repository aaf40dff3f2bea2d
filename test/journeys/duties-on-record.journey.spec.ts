import { beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { appointExampleUsers } from '../../src/dev/appoint-example-users.js';
import { ApiClient, ApiRefusal } from '../../src/dev/examples/api-client.js';
import { exampleCases } from '../../src/dev/examples/example-cases.js';
import { playExampleAgreement } from '../../src/dev/examples/make-examples.js';
import { playBridging } from '../../src/dev/examples/play-bridging.js';
import { systemClock, todayInLondon } from '../../src/kernel/clock.js';
import { useProduct } from '../support/product.js';

// Two people and the limit of the second, by the rights that stand on record: from the administrators who give them to the event
// that keeps by which right a charge was approved.

const product = useProduct(() => ({ STAFF_RIGHTS: 'records' }));
const FINANCE = 'herts-council-finance';
const WORKER = 'herts-direct-payment-worker';
const [ONE, OTHER] = ['herts-administrator', 'herts-second-administrator'] as const;
const TODAY = todayInLondon(systemClock);
let recharge: string;

const command = async <Body>(as: string, path: string, body: object = {}): Promise<Body> => {
  const { api } = product.current;
  return (await api.command<Body>({ as, path, body, key: crypto.randomUUID() })).body;
};

interface Newcomer {
  readonly staff: string;
  readonly grant: string;
  readonly api: ApiClient;
}

/** Somebody new with one right, which two administrators gave. */
async function withRight(subject: string, right: object): Promise<Newcomer> {
  const { issuer, address } = product.current;
  const token = await issuer.tokenWith({ sub: subject, organisation: undefined, roles: undefined });
  const { staff } = await command<{ staff: string }>(ONE, '/v1/staff', { issuer: issuer.issuer, subject });
  const path = `/v1/staff/${staff}/rights`;
  const asked = { from: TODAY, reason: 'joined-the-team', ...right };
  const { grant } = await command<{ grant: string }>(ONE, path, asked);
  await command(OTHER, `${path}/${grant}/approvals`);
  return { staff, grant, api: new ApiClient(address, async () => token) };
}

/** The status and the problem of an approval of the recharge, or 200. */
async function approve({ api }: Newcomer): Promise<object> {
  try {
    const { status } = await api.command({
      as: '',
      path: `${recharge}/approvals`,
      version: 1,
      key: crypto.randomUUID(),
    });
    return { status };
  } catch (fault) {
    if (!(fault instanceof ApiRefusal)) throw fault;
    return { status: fault.status, ...(fault.problem as object) };
  }
}

beforeAll(async () => {
  const { api, app, address, issuer } = product.current;
  await appointExampleUsers({
    ...{ app, address, issuer: issuer.issuer },
    tokenOf: (user) => issuer.tokenFor(user),
    say: () => undefined,
  });
  await playExampleAgreement(api);
  const caseRef = await playBridging(
    api,
    'herts',
    exampleCases.find(({ id }) => id === 'BR-01')!,
  );
  const made = await command<{ rechargeRef: string }>(FINANCE, '/v1/recharges', { caseRef });
  recharge = `/v1/recharges/${made.rechargeRef}`;
}, 120_000);

describe('the removal of a person’s details', () => {
  const requested = async (as: string, nhsNumber: string) => {
    const details = { name: { given: 'Ada', family: 'Penhaligon' }, nhsNumber, nhsNumberStatus: 'traced' };
    const { personId } = await command<{ personId: string }>(WORKER, '/v1/people', details);
    const path = `/v1/people/${personId}/erasure-requests`;
    const grounds = { authority: 'court-order', reason: 'order-of-the-court' };
    const { requestId } = await command<{ requestId: string }>(as, path, grounds);
    return `${path}/${requestId}/approvals`;
  };
  const approval = async ({ api }: Pick<Newcomer, 'api'>, path: string) => {
    try {
      return { status: (await api.command({ as: '', path, key: crypto.randomUUID() })).status };
    } catch (fault) {
      if (!(fault instanceof ApiRefusal)) throw fault;
      return { status: fault.status, ...(fault.problem as object) };
    }
  };

  it('is not approved by another account of whoever asked for it, whenever that became known', async () => {
    const { api } = product.current;
    const second = await withRight('administrator-at-home', { role: 'administrator' });
    const before = await requested(OTHER, '943 476 5919');
    const own = await api.get<{ staff: string }>(OTHER, '/v1/me');
    await command(ONE, `/v1/staff/${own.body.staff}/same-person`, {
      samePersonAs: second.staff,
      reason: 'second-account',
    });
    const after = await requested(OTHER, '401 023 2137');
    for (const path of [before, after])
      expect(await approval(second, path)).toMatchObject({ status: 409, code: 'same-person-approves' });
    const somebodyElse = {
      api: new ApiClient(product.current.address, () => product.current.issuer.tokenFor(ONE)),
    };
    expect(await approval(somebodyElse, before)).toMatchObject({ status: 201 });
  });
});

describe('a charge of £5,940.00 that finance worked out', () => {
  const approver = (pounds: string) => ({
    role: 'council-approver',
    approvalLimit: { amount: pounds, currency: 'GBP' },
  });

  it('is approved by nobody whose right on record does not reach it, and both figures are told', async () => {
    const small = await withRight('small-limit', approver('5939.99'));
    expect(await approve(small)).toMatchObject({
      status: 403,
      code: 'over-approval-limit',
      detail: 'You may approve up to £5,939.99, and it comes to £5,940.00',
      limitPence: 593_999,
      countedPence: 594_000,
    });
  });

  it('is not approved by another account of whoever worked it out', async () => {
    const second = await withRight('finance-at-home', approver('100000.00'));
    const own = await product.current.api.get<{ staff: string }>(FINANCE, '/v1/me');
    await command(ONE, `/v1/staff/${second.staff}/same-person`, {
      samePersonAs: own.body.staff,
      reason: 'second-account',
    });
    expect(await approve(second)).toMatchObject({ status: 403, code: 'preparer-may-not-approve' });
  });

  it('nor by one that stands for whoever worked it out, as was recorded after that', async () => {
    const third = await withRight('finance-on-the-move', approver('100000.00'));
    const own = await product.current.api.get<{ staff: string }>(FINANCE, '/v1/me');
    const link = `/v1/staff/${own.body.staff}/same-person`;
    await command(ONE, link, { samePersonAs: third.staff, reason: 'second-account' });
    expect(await approve(third)).toMatchObject({ status: 403, code: 'preparer-may-not-approve' });
  });

  it('is not approved by somebody whose right was ended the moment before', async () => {
    const leaver = await withRight('leaver', approver('100000.00'));
    await command(ONE, `/v1/staff/${leaver.staff}/rights/${leaver.grant}/ends`, { reason: 'left-the-team' });
    expect(await approve(leaver)).toMatchObject({ status: 403, code: 'not-allowed' });
  });

  it('is approved by a right that reaches it, which the event keeps with its limit and what it rests on', async () => {
    const enough = await withRight('enough', approver('5940.00'));
    expect(await approve(enough)).toEqual({ status: 200 });
    const [stored] = await product.current.app.get(DataSource).query<{ data: string; metadata: string }[]>(
      `select convert_from(data, 'UTF8') as data, convert_from(metadata, 'UTF8') as metadata
       from event_store.events where type = 'recharge.approved'`,
    );
    expect(JSON.parse(stored!.data)).toMatchObject({
      totalPence: 594_000,
      countedPence: 594_000,
      restsOn: { caseFacts: expect.any(Number) },
    });
    expect(JSON.parse(stored!.metadata)).toMatchObject({
      actor: { id: 'enough', role: 'council-approver', grant: enough.grant, limitPence: 594_000 },
    });
  });
});
