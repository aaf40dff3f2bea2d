import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import {
  agreementBound,
  awardRateSet,
  CASE_REF,
  COUNCIL,
  delayClassified,
  HISTORY_TO,
  liabilityWithHeldDays,
  paymentMade,
} from '../../../test/support/example-transfer-case.js';
import { useTestIssuer } from '../../../test/support/issuer.js';
import { useTestDatabase } from '../../../test/support/postgres.js';
import { RechargesAlone } from '../../../test/support/recharges-alone.js';
import { settingsFor } from '../../../test/support/sample-api/sample-api.js';
import { DEFAULT_OPTIONS } from '../../agreement/index.js';
import { plainDate } from '../../kernel/plain-date.js';
import type { CommandContext } from '../../platform/event-store/command-context.js';
import { createWebApplication } from '../../platform/http/create-web-application.js';
import { ProjectionWorker } from '../../platform/projections/projection-worker.js';
import { TransferCases } from '../../transfer-case/index.js';
import { Employments } from '../../workforce/index.js';
import { LEAVE_STATEMENT, STARTED } from '../../workforce/domain/workforce.fixtures.js';

/** From the decision on 10 April to the start of the budget on 3 June 2024: 54 days at £512.19 a week. */
const completeCase = [
  ...HISTORY_TO.complete,
  delayClassified('justified'),
  { ...liabilityWithHeldDays, data: { startsOn: plainDate('2024-04-10'), rule: 'R1' as const } },
  { ...agreementBound, data: { ...agreementBound.data, options: DEFAULT_OPTIONS } },
  awardRateSet,
  {
    ...paymentMade,
    data: { ...paymentMade.data, from: plainDate('2024-04-10'), until: plainDate('2024-06-03') },
  },
];
const bridging = { amount: '3951.18', currency: 'GBP' };

/** One PA, with 168 hours of leave a year from 1 April 2024 and none taken in the nine days until liability began. */
const employmentRef = STARTED.data.employmentId;
const job = [
  { ...STARTED, data: { ...STARTED.data, caseRef: CASE_REF } },
  {
    type: 'workforce.leave-statement-recorded' as const,
    occurredOn: plainDate('2024-06-05'),
    data: { ...LEAVE_STATEMENT, takenHours: '0' },
  },
];
const leave = { amount: '-49.71', currency: 'GBP' };
const total = { amount: '3901.47', currency: 'GBP' };

function byFinance(): CommandContext {
  const id = randomUUID();
  const actor = { id: 'herts-council-finance', organisation: COUNCIL, role: 'council-finance' };
  return { actor, commandId: id, correlationId: id, causationId: id };
}

describe('recharges over HTTP', () => {
  const database = useTestDatabase();
  const issuer = useTestIssuer();
  let app: NestFastifyApplication;
  let path: string;
  let etag: string;
  let whileQueried: { readonly knownAt: string };

  beforeAll(async () => {
    const module = RechargesAlone.on({ databaseUrl: database.url, poolSize: 8 });
    app = await createWebApplication(module, settingsFor(issuer.current));
    app.get(ProjectionWorker).start();
    await app.listen(0, '127.0.0.1');
    const about = { subject: CASE_REF };
    await app.get(TransferCases).streams.transact(CASE_REF, () => completeCase, byFinance(), about);
    await app.get(Employments).streams.transact(employmentRef, () => job, byFinance(), about);
  }, 60_000);
  afterAll(async () => {
    await app.close();
  });

  const http = () => supertest(app.getHttpServer());
  const get = async (user: string, address: string) =>
    http()
      .get(address)
      .auth(await issuer.current.tokenFor(user), { type: 'bearer' });
  const post = async (user: string, address: string, body: object, ifMatch?: string) => {
    const request = http()
      .post(address)
      .auth(await issuer.current.tokenFor(user), { type: 'bearer' })
      .set('idempotency-key', randomUUID());
    return (ifMatch === undefined ? request : request.set('if-match', ifMatch)).send(body);
  };
  /** Sends a command on the recharge as it stands, and keeps the version it leaves. */
  const step = async (user: string, name: string, body: object = {}) => {
    const answer = await post(user, `${path}/${name}`, body, etag);
    if (answer.status === 200) etag = answer.headers['etag'] as string;
    return answer;
  };

  it('show what the case comes to before there is a document, with the explanation', async () => {
    const { body } = await get(
      'herts-nhs-finance',
      `/v1/transfer-cases/${CASE_REF}/liabilities?minVersion=${completeCase.length}`,
    );
    expect(body).toMatchObject({
      caseRef: CASE_REF,
      creditor: COUNCIL,
      debtor: 'QM7',
      period: { from: '2024-04-10', lastDay: '2024-06-02' },
      total: { status: 'known', value: bridging, basis: { rule: 'RECHARGE-TOTAL' } },
      lines: [{ number: 1, from: '2024-04-10', lastDay: '2024-06-02', days: 54, daysWithoutPayment: [] }],
    });
  });

  it('are worked out, and not by the body that owes', async () => {
    const refused = await post('herts-nhs-finance', '/v1/recharges', { caseRef: CASE_REF });
    expect(refused.status).toBe(403);
    expect(refused.body).toMatchObject({ code: 'not-your-side' });

    const calculated = await post('herts-council-finance', '/v1/recharges', { caseRef: CASE_REF });
    expect(calculated.status).toBe(201);
    expect(calculated.body).toMatchObject({
      status: 'draft',
      total,
      nextSteps: ['recalculate', 'approve', 'withdraw'],
    });
    path = calculated.headers['location'] as string;
    etag = calculated.headers['etag'] as string;
  });

  it('need the version that the caller decided on', async () => {
    expect((await post('herts-council-approver', `${path}/approvals`, {})).status).toBe(428);
    expect((await post('herts-council-approver', `${path}/approvals`, {}, 'W/"9"')).status).toBe(412);
  });

  it('go from approval over issue and acceptance to payment', async () => {
    expect((await step('herts-council-approver', 'approvals')).body).toMatchObject({ status: 'approved' });
    const document = { documentDate: '2024-07-08', invoiceReference: 'INV-1', purchaseOrder: 'PO-1' };
    expect((await step('herts-council-finance', 'issues', document)).body).toMatchObject({
      status: 'issued',
    });
    const reasonCode = 'rate-not-evidenced';
    expect((await step('herts-nhs-finance', 'lines/1/queries', { reasonCode })).body).toMatchObject({
      status: 'queried',
    });
    whileQueried = { knownAt: new Date().toISOString() };
    const payment = { paymentReference: 'BACS-1', paidOn: '2024-07-20', amount: total };
    expect((await step('herts-nhs-finance', 'payments', payment)).body).toMatchObject({
      code: 'payment-exceeds-accepted',
    });
    await step('herts-nhs-finance', 'lines/1/acceptances');
    await step('herts-nhs-finance', 'lines/2/acceptances');
    const paid = await step('herts-nhs-finance', 'payments', payment);
    expect(paid.body).toMatchObject({ status: 'paid' });

    const position = paid.headers['handover-position'] as string;
    const shown = await get('herts-auditor', `${path}?minPosition=${position}`);
    expect(shown.headers['etag']).toBe(etag);
    expect(shown.body).toMatchObject({
      status: 'paid',
      document: 'recharge',
      payableBy: 'QM7',
      paymentDueOn: '2024-08-07',
      queryDueOn: '2024-07-29',
      total,
      paid: total,
      outstanding: { amount: '0.00', currency: 'GBP' },
      lines: [
        {
          number: 1,
          kind: 'bridging',
          amount: bridging,
          answer: 'accepted',
          basis: { rule: 'BRIDGING-LINE' },
        },
        {
          number: 2,
          kind: 'leave-credit',
          amount: leave,
          runningTotal: total,
          evidence: [employmentRef],
          answer: 'accepted',
          basis: { rule: 'LEAVE-CREDIT', from: [{ rule: 'LEAVE-VALUE' }] },
        },
      ],
      payments: [{ paymentReference: 'BACS-1', paidOn: '2024-07-20', amount: total }],
    });
  });

  it('are listed by case and status, and are not there for other bodies', async () => {
    const list = await get('herts-phb-worker', `/v1/recharges?caseRef=${CASE_REF}&status=paid`);
    expect(list.body.items).toMatchObject([{ status: 'paid', total }]);
    expect((await get('herts-phb-worker', '/v1/recharges?status=draft')).body).toEqual({ items: [] });
    expect((await get('herts-phb-worker', '/v1/recharges?waitingOn=us')).body).toEqual({ items: [] });
    expect((await get('staffs-auditor', '/v1/recharges')).body).toEqual({ items: [] });
    expect((await get('staffs-auditor', path)).status).toBe(404);
    expect((await get('staffs-auditor', `/v1/transfer-cases/${CASE_REF}/liabilities`)).status).toBe(404);
  });

  it('stand on one statement, which both bodies read alike', async () => {
    const period = 'from=2024-07-01&to=2024-07-31';
    const council = await get('herts-council-finance', `/v1/statements/QM7?${period}`);
    const nhsBody = await get('herts-nhs-finance', `/v1/statements/${COUNCIL}?${period}`);
    // Asked again as it was known by the moment that the first answer names, it is the same paper.
    const asAt = await get('herts-council-finance', `/v1/statements/QM7?${period}&asAt=2099-12-31`);
    const { clocks, ...then } = asAt.body as { readonly clocks: { readonly knownAt: string } };
    expect(then).toEqual(council.body);
    const again = `/v1/statements/QM7?${period}&asAt=2099-12-31&knownAt=${clocks.knownAt}`;
    expect((await get('herts-council-finance', again)).body).toEqual(asAt.body);
    expect([council.body.you, nhsBody.body.you]).toEqual(['council', 'nhs-body']);
    const withoutYou = (text: string) => text.replace(/"you":"[a-z-]+"/, '');
    expect(withoutYou(council.text)).toBe(withoutYou(nhsBody.text));
    const none = { amount: '0.00', currency: 'GBP' };
    expect(council.body).toMatchObject({
      council: COUNCIL,
      nhsBody: 'QM7',
      period: { from: '2024-07-01', lastDay: '2024-07-31' },
      nhsBodyOwes: {
        opening: none,
        recharges: total,
        payments: { amount: '-3901.47', currency: 'GBP' },
        closing: none,
        basis: { rule: 'STATEMENT-BALANCE' },
      },
      councilOwes: { closing: none },
      netClosing: none,
      entries: [
        { kind: 'recharge', amount: total, caseRef: CASE_REF },
        { kind: 'payment', on: '2024-07-20', reference: 'BACS-1' },
      ],
      disputes: [],
      waiting: [],
    });
  });

  it('show what is unpaid by reason and age, to each body from its side and as it was', async () => {
    const now = await get('herts-council-finance', '/v1/aged-debt');
    expect(now.body).toMatchObject({
      owedToYou: { total: { amount: '0.00' }, reasons: [], basis: { rule: 'AGED-DEBT' } },
      owedByYou: { total: { amount: '0.00' }, reasons: [] },
    });
    // As it was known while a line was queried: all of it is old, the queried line by its reason.
    const { knownAt } = whileQueried;
    const then = await get('herts-nhs-finance', `/v1/aged-debt?knownAt=${knownAt}`);
    expect(then.body).toMatchObject({
      owedByYou: {
        total,
        over90: total,
        reasons: [
          { reason: 'not-yet-accepted', documents: 1, total: leave },
          { reason: 'queried', queryReason: 'rate-not-evidenced', documents: 1, total: bridging },
        ],
      },
      owedToYou: { reasons: [] },
      clocks: { knownAt: knownAt.replace('Z', '000Z') },
    });
    const council = await get('herts-council-finance', `/v1/aged-debt?knownAt=${knownAt}`);
    expect(council.body.owedToYou).toEqual(then.body.owedByYou);
    expect((await get('staffs-auditor', `/v1/aged-debt?knownAt=${knownAt}`)).body).toMatchObject({
      owedByYou: { reasons: [] },
      owedToYou: { reasons: [] },
    });
    expect((await get('herts-phb-worker', '/v1/aged-debt')).status).toBe(403);
  });

  it.each([
    ['a shire district', 'E07000242', 'district-council', 'herts-nhs-finance'],
    ['a place that is no legal body', '06N', 'sub-icb-location', 'herts-council-finance'],
    ['a body of their own kind', 'E10000028', 'wrong-kind-of-body', 'herts-council-finance'],
    ['a body that is not loaded', 'ZZZ', 'unknown-organisation', 'herts-council-finance'],
  ])('have no statement with %s', async (_, partner, code, user) => {
    const answer = await get(user, `/v1/statements/${partner}?from=2024-07-01&to=2024-07-31`);
    expect([answer.status, answer.body.code]).toEqual([422, code]);
    const turned = await get(user, `/v1/statements/${partner}?from=2024-07-31&to=2024-07-01`);
    expect([turned.status, turned.body.code]).toEqual([422, 'out-of-order']);
  });

  it('are credited by a second person, and followed by a version that counts what was paid', async () => {
    const reasonCode = 'facts-changed';
    expect((await step('herts-council-finance', 'credits', { reasonCode })).body).toMatchObject({
      status: 'paid',
    });
    expect((await step('herts-council-finance', 'credits', { reasonCode })).body).toMatchObject({
      code: 'requester-may-not-credit',
    });
    expect((await step('herts-council-approver', 'credits', { reasonCode })).body).toMatchObject({
      status: 'credited',
    });
    const next = await post('herts-council-finance', '/v1/recharges', { caseRef: CASE_REF });
    const nextPath = next.headers['location'] as string;
    expect(nextPath).not.toBe(path);
    const shown = await get(
      'herts-nhs-finance',
      `${nextPath}?minPosition=${next.headers['handover-position'] as string}`,
    );
    expect(shown.body).toMatchObject({
      status: 'draft',
      total,
      paid: total,
      supersedes: path.split('/').at(-1),
    });
  });

  it.each(['recharge-exists', 'not-your-side', 'payment-exceeds-accepted'])(
    'explain %s on a page',
    async (code) => {
      expect((await http().get(`/problems/${code}`)).status).toBe(200);
    },
  );
});
