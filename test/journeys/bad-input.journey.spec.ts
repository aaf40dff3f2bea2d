import { beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { exampleCases } from '../../src/dev/examples/example-cases.js';
import { playExampleAgreement } from '../../src/dev/examples/make-examples.js';
import { playAssistants } from '../../src/dev/examples/play-assistants.js';
import { playBridging } from '../../src/dev/examples/play-bridging.js';
import { Player } from '../../src/dev/examples/player.js';
import { useProduct } from '../support/product.js';
import { sendRaw, type RawReply, type RawRequest } from '../support/raw-request.js';

// Whatever is wrong is refused by name, with the status that says whose fault it is, and nothing of it is stored.

const product = useProduct();
const WORKER = 'herts-direct-payment-worker';
const FINANCE = 'herts-council-finance';
const NHS = 'herts-phb-worker';
const alert = {
  personReference: 'HCC-300000',
  nhsBody: 'QM7',
  alertedOn: '2024-01-15',
  assistants: [],
  wishesToKeepAssistants: true,
};
const pounds = (amount: unknown) => ({ amount, currency: 'GBP' });

/** Something that exists, and the version at which a command may be sent to it. */
interface Resource {
  readonly path: string;
  readonly version: number;
}

let assessed: Resource;
let eligible: Resource;
let job: Resource;
let recharge: Resource;

const send = (request: RawRequest) => sendRaw(product.current, request);
const eventsStored = async (): Promise<number> => {
  const [row] = await product.current.app
    .get(DataSource)
    .query<[{ count: string }]>('SELECT count(*) FROM event_store.events');
  return Number(row.count);
};

interface Refusal {
  readonly status: number;
  readonly code: string;
  /** The field that is named. */
  readonly pointer?: string;
  readonly facts?: object;
}

/** Sends a request and expects a no, in the form that every no has, and nothing stored. */
async function expectRefused(
  request: RawRequest,
  { status, code, pointer, facts }: Refusal,
): Promise<RawReply> {
  const before = await eventsStored();
  const reply = await send(request);
  expect([reply.status, reply.body['code']]).toEqual([status, code]);
  expect(reply.headers.get('content-type')).toBe('application/problem+json');
  const pointers = ((reply.body['errors'] ?? []) as { pointer: string }[]).map((each) => each.pointer);
  expect(pointers).toEqual(pointer === undefined ? [] : [pointer]);
  expect(reply.body).toMatchObject(facts ?? {});
  expect(await eventsStored()).toBe(before);
  return reply;
}

/** A case of its own, as far as the steps bring it. */
async function aCase(
  personReference: string,
  ...steps: readonly (readonly [user: string, step: string, body: object])[]
): Promise<Resource> {
  const { api } = product.current;
  const raised = await api.command<{ caseRef: string }>({
    as: WORKER,
    path: '/v1/transfer-cases',
    body: { ...alert, personReference },
    key: personReference,
  });
  const path = `/v1/transfer-cases/${raised.body.caseRef}`;
  const player = new Player(api, personReference, path, raised.version);
  let version = raised.version ?? 0;
  for (const [user, step, body] of steps) version = (await player.send(user, step, body)).version ?? 0;
  return { path, version };
}

beforeAll(async () => {
  const { api } = product.current;
  await playExampleAgreement(api);
  const checklist = [NHS, 'checklists', { completedOn: '2024-01-29', receivedOn: '2024-01-31' }] as const;
  const decision = { outcome: 'eligible', decidedOn: '2024-02-20', notifiedOn: '2024-02-22' };
  assessed = await aCase('HCC-300001', checklist);
  eligible = await aCase('HCC-300002', checklist, [NHS, 'eligibility-decisions', decision]);

  const example = exampleCases.find(({ id }) => id === 'BR-01') ?? exampleCases[0]!;
  const caseRef = await playBridging(api, 'herts', example);
  await playAssistants(api, 'herts', caseRef, example);
  const jobs = await api.get<{ items: { employmentId: string }[] }>(
    WORKER,
    `/v1/transfer-cases/${caseRef}/employments`,
  );
  const path = `/v1/employments/${jobs.body.items[0]?.employmentId}`;
  job = { path, version: (await api.get(WORKER, path)).version ?? 0 };

  const calculated = await api.command<{ rechargeRef: string }>({
    as: FINANCE,
    path: '/v1/recharges',
    body: { caseRef },
    key: 'recharge',
  });
  const rechargePath = `/v1/recharges/${calculated.body.rechargeRef}`;
  const approved = await new Player(api, 'recharge', rechargePath, calculated.version).send(
    'herts-council-approver',
    'approvals',
    {},
  );
  recharge = { path: rechargePath, version: approved.version ?? 0 };
}, 60_000);

describe('a body', () => {
  const raise = (changes: object): RawRequest => ({
    path: '/v1/transfer-cases',
    body: { ...alert, ...changes },
  });

  it('that no code stands for cannot be alerted', () =>
    expectRefused(raise({ nhsBody: 'QZZ' }), {
      status: 422,
      code: 'unknown-organisation',
      pointer: '/nhsBody',
    }));

  it('that is a shire district cannot alert anybody', async () => {
    const token = await product.current.issuer.tokenWith({ organisation: 'E07000242' });
    const { body } = await expectRefused(
      { ...raise({}), token },
      { status: 422, code: 'no-adult-social-care-duty', pointer: '/council' },
    );
    expect(body['detail']).toContain('E07000242 is a shire district');
  });

  it('that is of the NHS cannot alert anybody, whatever role the token claims', async () => {
    const token = await product.current.issuer.tokenWith({ organisation: 'QM7' });
    await expectRefused({ ...raise({}), token }, { status: 403, code: 'not-your-side' });
  });

  it('does not act in the role of the other side', async () => {
    const token = await product.current.issuer.tokenWith({ roles: ['phb-worker'] });
    const { path, version } = assessed;
    await expectRefused(
      { path: `${path}/acknowledgements`, body: { acknowledgedOn: '2024-01-18' }, version, token },
      { status: 403, code: 'not-your-side', facts: { role: 'phb-worker', organisation: 'E10000015' } },
    );
  });
});

describe('days', () => {
  it('of a decision that the person was told before it was made are refused', () =>
    expectRefused(
      {
        as: NHS,
        path: `${assessed.path}/eligibility-decisions`,
        version: assessed.version,
        body: { outcome: 'eligible', decidedOn: '2024-02-20', notifiedOn: '2024-02-19' },
      },
      { status: 422, code: 'out-of-order', pointer: '/notifiedOn' },
    ));

  it('of a checklist that was received before it was completed are refused', async () => {
    const { path, version } = await aCase('HCC-300003');
    await expectRefused(
      {
        as: NHS,
        path: `${path}/checklists`,
        version,
        body: { completedOn: '2024-02-01', receivedOn: '2024-01-31' },
      },
      { status: 422, code: 'out-of-order', pointer: '/receivedOn' },
    );
  });

  it('of cover before the decision are refused', () =>
    expectRefused(
      {
        as: NHS,
        path: `${eligible.path}/phb-cover`,
        version: eligible.version,
        body: { startsOn: '2024-02-19' },
      },
      { status: 422, code: 'before-decision', pointer: '/startsOn' },
    ));
});

describe('the funding of a job', () => {
  const fund = (body: object): RawRequest => ({
    path: `${job.path}/funding-periods`,
    version: job.version,
    body,
  });

  it('is refused for days that have a funder already', () =>
    expectRefused(
      fund({ from: '2020-01-01', lastDay: '2020-12-31', shares: [{ funder: 'QM7', share: '1' }] }),
      { status: 409, code: 'funding-overlaps', facts: { from: '2019-09-02' } },
    ));

  it('is refused with shares above the whole', () =>
    expectRefused(
      fund({
        from: '2015-01-01',
        lastDay: '2015-12-31',
        shares: [
          { funder: 'E10000015', share: '0.6' },
          { funder: 'QM7', share: '1/2' },
        ],
      }),
      { status: 422, code: 'above-the-whole', pointer: '/shares' },
    ));
});

describe('a correction', () => {
  const corrects = {
    eventId: '5a1d2c3e-7b64-8f20-9a31-4c5d6e7f8091',
    reasonCode: 'typing-error',
    documentReference: 'HCC-DOC-7781',
  };
  const without = (field: keyof typeof corrects) =>
    Object.fromEntries(Object.entries(corrects).filter(([name]) => name !== field));
  const rate = (said: unknown): RawRequest => ({
    as: FINANCE,
    path: `${assessed.path}/award-rates`,
    version: assessed.version,
    body: { from: '2023-04-03', weeklyGross: pounds('842.00'), corrects: said },
  });
  const terms = (said: unknown): RawRequest => ({
    path: `${job.path}/terms`,
    version: job.version,
    body: { from: '2023-04-03', weeklyHours: '30', hourlyRate: pounds('12.00'), corrects: said },
  });

  it.each([
    ['without a reason', without('reasonCode'), 'invalid-fields', '/corrects/reasonCode'],
    ['without a document', without('documentReference'), 'invalid-fields', '/corrects/documentReference'],
    ['without the event', without('eventId'), 'invalid-fields', '/corrects/eventId'],
    [
      'with a reason in words',
      { ...corrects, reasonCode: 'Typed wrongly' },
      'not-a-reason-code',
      '/corrects/reasonCode',
    ],
    [
      'with a document in words',
      { ...corrects, documentReference: 'letter of Ms Jones' },
      'not-a-reference',
      '/corrects/documentReference',
    ],
  ])('%s is refused, of a case as of a job', async (_, said, code, pointer) => {
    await expectRefused(rate(said), { status: 422, code, pointer });
    await expectRefused(terms(said), { status: 422, code, pointer });
  });

  it('of what does not stand is refused', async () => {
    const pointer = '/corrects/eventId';
    await expectRefused(rate(corrects), { status: 422, code: 'not-standing', pointer });
    await expectRefused(terms(corrects), { status: 409, code: 'nothing-to-correct', pointer });
  });

  it('that takes a death back needs the same', async () => {
    const { path, version } = assessed;
    const retraction = { path: `${path}/death-retractions`, version };
    await expectRefused(
      { ...retraction, body: {} },
      { status: 422, code: 'invalid-fields', pointer: '/corrects' },
    );
    await expectRefused(
      { ...retraction, body: { corrects: without('documentReference') } },
      { status: 422, code: 'invalid-fields', pointer: '/corrects/documentReference' },
    );
  });
});

describe('money', () => {
  it.each([
    ['as a number with a fraction', 842.5],
    ['as a number of pounds', 842],
    ['with a comma', '1,842.00'],
    ['with a pound sign', '£842.00'],
    ['with three decimals', '842.000'],
  ])('%s is refused', (_, amount) =>
    expectRefused(
      {
        as: FINANCE,
        path: `${assessed.path}/award-rates`,
        version: assessed.version,
        body: { from: '2023-04-03', weeklyGross: pounds(amount) },
      },
      { status: 422, code: 'invalid-fields', pointer: '/weeklyGross/amount' },
    ),
  );
});

describe('a second alert for the same person and bodies', () => {
  it('is refused with the reference of the case there is', () =>
    expectRefused(
      { path: '/v1/transfer-cases', body: { ...alert, personReference: 'HCC-300001' } },
      { status: 409, code: 'duplicate-case', facts: { caseRef: assessed.path.split('/').at(-1) } },
    ));

  it('makes one case when both come at the same moment', async () => {
    const body = { ...alert, personReference: 'HCC-300004' };
    const replies = await Promise.all([1, 2].map(() => send({ path: '/v1/transfer-cases', body })));
    const [made, refused] = replies.sort((a, b) => a.status - b.status);
    expect(replies.map(({ status }) => status)).toEqual([201, 409]);
    expect(refused?.body).toMatchObject({ code: 'duplicate-case', caseRef: made?.body['caseRef'] });
  });
});

describe('a command', () => {
  const checklist = { completedOn: '2024-01-29', receivedOn: '2024-01-30' };

  it('at the wrong stage says the stage and what may happen next', () =>
    expectRefused(
      { path: `${assessed.path}/bridging`, version: assessed.version, body: { openedOn: '2024-03-01' } },
      {
        status: 409,
        code: 'case-not-ready',
        facts: { stage: 'assessing', nextSteps: expect.arrayContaining(['decide-eligibility']) as unknown },
      },
    ));

  it('that is too large is refused', () =>
    expectRefused(
      { path: '/v1/transfer-cases', body: { ...alert, personReference: 'x'.repeat(101 * 1024) } },
      { status: 413, code: 'too-large' },
    ));

  it('with a malformed token is refused', async () => {
    const { headers } = await expectRefused(
      { path: '/v1/transfer-cases', body: alert, token: 'not.a.token' },
      { status: 401, code: 'not-signed-in' },
    );
    expect(headers.get('www-authenticate')).toContain('Bearer');
  });

  it('without the version that it was decided on is refused', () =>
    expectRefused(
      { as: NHS, path: `${assessed.path}/checklists`, body: checklist },
      { status: 428, code: 'version-missing' },
    ));

  it('on an older version is told the current one', () =>
    expectRefused(
      { as: NHS, path: `${assessed.path}/checklists`, version: assessed.version - 1, body: checklist },
      { status: 412, code: 'stale-version', facts: { currentVersion: assessed.version } },
    ));
});

describe('an Idempotency-Key', () => {
  const raise = (personReference: string, key: string | null): RawRequest => ({
    path: '/v1/transfer-cases',
    body: { ...alert, personReference },
    key,
  });

  it('is needed', () =>
    expectRefused(raise('HCC-300005', null), { status: 400, code: 'idempotency-key-missing' }));

  it('gives the same answer again, and is for one command', async () => {
    const first = await send(raise('HCC-300006', 'key-of-300006'));
    const before = await eventsStored();
    const again = await send(raise('HCC-300006', 'key-of-300006'));
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await eventsStored()).toBe(before);
    await expectRefused(raise('HCC-300007', 'key-of-300006'), {
      status: 422,
      code: 'idempotency-key-reused',
    });
  });

  it('of a trial run is free for the real import, which is carried out and not answered by the trial', async () => {
    const path = '/v1/imports/payments';
    const row = `${assessed.path.split('/').at(-1)},DP-300001,2024-02-05,2024-02-05,2024-03-03,842.00`;
    const text = `case_reference,payment_reference,paid_on,covers_from,covers_to,amount\n${row}\n`;
    const request = { as: FINANCE, text, key: 'import', mediaType: 'text/csv' };
    for (const _ of ['once', 'again']) {
      const tried = await send({ ...request, path: `${path}?dryRun=true` });
      expect([tried.status, tried.headers.get('idempotency-replayed')]).toEqual([200, null]);
    }
    const real = await send({ ...request, path });
    expect([real.status, real.body]).toMatchObject([200, { dryRun: false, totals: { imported: 1 } }]);
  });
});

describe('a case of another area', () => {
  it('looks to its users exactly like one that does not exist', async () => {
    const read = async (path: string) => {
      const { status, body } = await send({ as: 'staffs-auditor', method: 'GET', path });
      expect(body).toMatchObject({ instance: path, traceId: expect.any(String) as unknown });
      return { status, body: { ...body, instance: '', traceId: '' } };
    };
    const theirs = await read(assessed.path);
    expect(theirs).toMatchObject({ status: 404, body: { code: 'case-not-found' } });
    expect(await read('/v1/transfer-cases/TC-0000000000')).toEqual(theirs);
  });

  it('takes no command of theirs, and says no more than that', async () => {
    const checklist = { completedOn: '2024-01-29', receivedOn: '2024-01-30' };
    const command = (path: string) =>
      expectRefused(
        { as: 'staffs-phb-worker', path: `${path}/checklists`, version: assessed.version, body: checklist },
        { status: 404, code: 'case-not-found' },
      );
    const [theirs, none] = [await command(assessed.path), await command('/v1/transfer-cases/TC-0000000000')];
    expect({ ...none.body, instance: '', traceId: '' }).toEqual({
      ...theirs.body,
      instance: '',
      traceId: '',
    });
  });
});

describe('text that no database or reader could hold as it is', () => {
  it('is refused in an address', () =>
    expectRefused(
      { method: 'GET', path: '/v1/agreements?council=E10000015%00' },
      { status: 400, code: 'malformed-request' },
    ));

  it.each([
    ['half of a surrogate pair', String.raw`INV-\ud800`],
    ['U+0000', String.raw`INV-\u0000`],
  ])('is refused with %s', async (_, reference) => {
    const text = `{"documentDate":"2024-07-08","invoiceReference":"${reference}"}`;
    const { path, version } = recharge;
    await expectRefused(
      { as: FINANCE, path: `${path}/issues`, version, text },
      { status: 422, code: 'invalid-fields', pointer: '/invoiceReference' },
    );
  });
});
