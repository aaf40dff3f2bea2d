import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TypeOrmModule } from '@nestjs/typeorm';
import supertest, { type Response } from 'supertest';
import { useTestIssuer } from '../../../test/support/issuer.js';
import { useTestDatabase } from '../../../test/support/postgres.js';
import { settingsFor } from '../../../test/support/sample-api/sample-api.js';
import { agreementCatalogues, agreementEntities } from '../../agreement/index.js';
import { ClockModule } from '../../platform/clock/clock.module.js';
import { EventStoreModule } from '../../platform/event-store/event-store.module.js';
import { createWebApplication } from '../../platform/http/create-web-application.js';
import { dataSourceOptions } from '../../platform/persistence/data-source.js';
import { DATABASE_SETTINGS, type DatabaseSettings } from '../../platform/persistence/database-settings.js';
import { ProjectionWorker } from '../../platform/projections/projection-worker.js';
import { ProjectionsModule } from '../../platform/projections/projections.module.js';
import { transferCaseCatalogues, transferCaseEntities, TransferCases } from '../../transfer-case/index.js';
import { ALERT_RAISED, LIABLE_FROM_14_OCTOBER } from '../domain/case-history.fixtures.js';
import { WorkforceModule } from '../workforce.module.js';
import { workforceCatalogues, workforceEntities, workforceProjections } from '../workforce.parts.js';

@Global()
@Module({})
class WorkforceAlone {
  static on(settings: DatabaseSettings): DynamicModule {
    const entities = [...agreementEntities, ...transferCaseEntities, ...workforceEntities];
    const catalogues = [...agreementCatalogues, ...transferCaseCatalogues, ...workforceCatalogues];
    return {
      module: WorkforceAlone,
      imports: [
        TypeOrmModule.forRoot(dataSourceOptions(settings, entities)),
        ClockModule,
        CqrsModule.forRoot(),
        EventStoreModule,
        ProjectionsModule.forRoot({ projections: workforceProjections, catalogues }),
        WorkforceModule,
      ],
      providers: [{ provide: DATABASE_SETTINGS, useValue: settings }],
      exports: [DATABASE_SETTINGS],
    };
  }
}

const CASE = '/v1/transfer-cases/TC-0000000001';
const WORKER = 'herts-direct-payment-worker';
const pounds = (amount: string) => ({ amount, currency: 'GBP' });

describe('the PAs of a case over HTTP', () => {
  const database = useTestDatabase();
  const issuer = useTestIssuer();
  let app: NestFastifyApplication;

  beforeAll(async () => {
    const module = WorkforceAlone.on({ databaseUrl: database.url, poolSize: 8 });
    app = await createWebApplication(module, settingsFor(issuer.current));
    app.get(ProjectionWorker).start();
    await app.listen(0, '127.0.0.1');
    const actor = { id: WORKER, organisation: 'E10000015', role: 'direct-payment-worker' };
    const id = randomUUID();
    const context = { actor, commandId: id, correlationId: id, causationId: id };
    const cases = app.get(TransferCases);
    await cases.streams.transact('TC-0000000001', () => [ALERT_RAISED, LIABLE_FROM_14_OCTOBER], context);
  }, 60_000);
  afterAll(async () => {
    await app.close();
  });

  const http = () => supertest(app.getHttpServer());
  const get = async (user: string, path: string) =>
    http()
      .get(path)
      .auth(await issuer.current.tokenFor(user), { type: 'bearer' });
  const post = async (user: string, path: string, body: object, ifMatch?: string) => {
    const request = http()
      .post(path)
      .auth(await issuer.current.tokenFor(user), { type: 'bearer' })
      .set('idempotency-key', randomUUID());
    return (ifMatch === undefined ? request : request.set('if-match', ifMatch)).send(body);
  };
  const start = (assistantRef: string) =>
    post(WORKER, `${CASE}/employments`, {
      assistantRef,
      status: 'employed',
      startedOn: '2016-04-01',
      weeklyHours: '30',
      hourlyRate: pounds('12.00'),
    });
  /** Sends each command on the version that the one before it left behind. */
  const inTurn = async (
    first: Response,
    steps: readonly (readonly [string, object])[],
  ): Promise<Response> => {
    let last = first;
    for (const [path, body] of steps) {
      last = await post(WORKER, `${first.headers['location']}/${path}`, body, last.headers['etag']);
      expect([path, last.status, last.body.code]).toEqual([path, 201, undefined]);
    }
    return last;
  };
  const seen = (answer: Response) => `?minPosition=${answer.headers['handover-position']}`;

  it('bring their redundancy along: 5,544.00 by the days that each body funded', async () => {
    const ready = await inTurn(await start('PA-1'), [
      [
        'funding-periods',
        {
          from: '2016-04-01',
          lastDay: '2021-03-31',
          shares: [{ funder: 'E10000015', share: '1' }],
        },
      ],
      ['funding-periods', { from: '2021-04-01', shares: [{ funder: 'QM7', share: '1.0' }] }],
      ['end', { lastDay: '2024-04-30', reason: 'redundancy' }],
      ['insurance-claims', { updatedOn: '2024-05-01', claim: 'pending' }],
      [
        'redundancy-assessments',
        {
          assessedOn: '2024-05-02',
          lastDay: '2024-04-30',
          dateOfBirth: '1972-01-15',
          weekPay: pounds('462.00'),
          payrollFigure: pounds('5543.00'),
        },
      ],
    ]);
    const path = ready.headers['location'] as string;
    const approval = { kind: 'final', reference: 'PANEL-7', sharedOn: '2024-06-01' };
    const early = await post(
      'herts-council-approver',
      `${path}/redundancy-shares`,
      approval,
      ready.headers['etag'],
    );
    expect(early.body).toMatchObject({ status: 409, code: 'insurance-claim-pending' });
    expect((await http().get('/problems/insurance-claim-pending')).status).toBe(200);

    const declined = await inTurn(ready, [
      ['insurance-claims', { updatedOn: '2024-05-20', claim: 'declined', reasonCode: 'policy-lapsed' }],
    ]);
    const shared = await post(
      'herts-council-approver',
      `${path}/redundancy-shares`,
      approval,
      declined.headers['etag'],
    );
    expect(shared.status).toBe(201);

    const { body } = await get('herts-nhs-finance', `${CASE}/redundancies${seen(shared)}`);
    const shares = [
      { funder: 'E10000015', weight: '1826', share: pounds('3429.32') },
      { funder: 'QM7', weight: '1126', share: pounds('2114.68') },
    ];
    expect(body.items).toMatchObject([
      {
        assistantRef: 'PA-1',
        interim: false,
        insuranceClaim: 'declined',
        statutory: {
          value: pounds('5544.00'),
          lastDay: '2024-04-30',
          noRight: [],
          difference: pounds('-1.00'),
          basis: { rule: 'REDUNDANCY-STATUTORY-PAY' },
        },
        split: {
          status: 'known',
          insurance: pounds('0.00'),
          residual: pounds('5544.00'),
          shares,
          basis: { rule: 'REDUNDANCY-SPLIT' },
        },
        recorded: [{ kind: 'final', reference: 'PANEL-7', residual: pounds('5544.00'), shares }],
      },
    ]);
    // QM7 was split in April 2026, so who pays its share is for people to settle.
    expect(body.items[0].split.shares[1].payableBy).toMatchObject({ status: 'pending' });
    expect(JSON.stringify(body)).not.toContain('1972');
  });

  it('bring their leave along: 362.56 at the rate of the day of liability', async () => {
    const started = await start('PA-2');
    const waiting = await get('herts-nhs-finance', `${CASE}/leave${seen(started)}`);
    expect(waiting.body.items).toContainEqual(
      expect.objectContaining({
        assistantRef: 'PA-2',
        leave: { status: 'pending', missing: [expect.objectContaining({ fact: 'leave-statement' })] },
      }),
    );
    const stated = await inTurn(started, [
      ['terms', { from: '2023-04-01', weeklyHours: '30', hourlyRate: pounds('12.00') }],
      [
        'leave-statements',
        {
          statedOn: '2024-10-21',
          statementReference: 'PAYROLL-88',
          leaveYearFrom: '2024-04-01',
          leaveYearLastDay: '2025-03-31',
          method: 'regular',
          entitlementWeeks: '5.6',
          weeklyHours: '30',
          takenHours: '60',
          hourlyRate: pounds('12.00'),
          rateIncludesLeave: false,
        },
      ],
    ]);
    const { body } = await get('herts-nhs-finance', `${CASE}/leave${seen(stated)}`);
    expect(body.items.find((each: { assistantRef: string }) => each.assistantRef === 'PA-2')).toMatchObject({
      owedBy: 'E10000015',
      owedTo: 'QM7',
      settlement: 'net-off-recharge',
      leave: {
        status: 'known',
        accrued: { exact: '32928/365', rounded: '90.2137' },
        outstanding: { exact: '11028/365', rounded: '30.2137' },
        owed: pounds('362.56'),
        basis: { rule: 'LEAVE-VALUE' },
      },
    });

    const shown = await get('herts-auditor', `${stated.headers['location']}${seen(stated)}`);
    expect(shown.headers['etag']).toBe(stated.headers['etag']);
    expect(shown.body).toMatchObject({
      caseRef: 'TC-0000000001',
      terms: [{ from: '2016-04-01', hourlyRate: pounds('12.00') }, { from: '2023-04-01' }],
      leaveStatements: [{ leaveYearLastDay: '2025-03-31', hourlyRate: pounds('12.00') }],
      revision: 3,
    });
  });

  it('are listed page by page, and are not there for a body that has no part in the case', async () => {
    const started = await start('PA-3');
    const first = await get('herts-phb-worker', `${CASE}/employments${seen(started)}&limit=1`);
    expect(first.body.items).toHaveLength(1);
    expect(first.headers['link']).toMatch(/rel="next"/);
    const path = started.headers['location'] as string;
    for (const hidden of [`${CASE}/employments`, `${CASE}/redundancies`, `${CASE}/leave`, path]) {
      expect((await get('staffs-auditor', hidden)).status).toBe(404);
    }
    const strange = await post(
      'staffs-direct-payment-worker',
      `${path}/end`,
      { lastDay: '2024-04-30', reason: 'redundancy' },
      started.headers['etag'],
    );
    expect(strange.status).toBe(404);
  });

  it('are changed only on the version that was seen, by the roles that may, with values that fit', async () => {
    const started = await start('PA-4');
    const path = started.headers['location'] as string;
    const funding = { from: '2016-04-01', shares: [{ funder: 'E10000015', share: '1' }] };
    const answers = [
      await post(WORKER, `${path}/funding-periods`, funding),
      await post(WORKER, `${path}/funding-periods`, funding, 'W/"9"'),
      await post('herts-auditor', `${path}/funding-periods`, funding, 'W/"1"'),
      await post(
        WORKER,
        `${path}/funding-periods`,
        { ...funding, shares: [{ funder: 'QZZ', share: '1' }] },
        'W/"1"',
      ),
      await post(
        WORKER,
        `${path}/funding-periods`,
        { ...funding, shares: [{ funder: 'QM7', share: 1 }] },
        'W/"1"',
      ),
    ];
    expect(answers.map(({ status }) => status)).toEqual([428, 412, 403, 422, 422]);
  });

  describe('from a file', () => {
    const upload = async (user: string, file: string, query = '') =>
      http()
        .post(`/v1/imports/employments${query}`)
        .auth(await issuer.current.tokenFor(user), { type: 'bearer' })
        .set('idempotency-key', randomUUID())
        .set('content-type', 'text/csv')
        .send(readFileSync(`test/fixtures/${file}`, 'utf8'));
    const results = (answer: Response) =>
      answer.body.rows.map(({ line, result }: { line: number; result: string }) => [line, result]);

    it('are tried without storing anything, then stored, then there already', async () => {
      const tried = await upload(WORKER, 'employments.csv', '?dryRun=true');
      expect(tried.status).toBe(200);
      expect(tried.body).toMatchObject({
        dryRun: true,
        totals: { rows: 3, wouldImport: 2, alreadyThere: 1 },
      });
      const stored = await upload(WORKER, 'employments.csv');
      expect(results(stored)).toEqual([
        [2, 'imported'],
        [3, 'imported'],
        [4, 'already-there'],
      ]);
      expect((await upload(WORKER, 'employments.csv')).body.totals).toEqual({
        rows: 3,
        wouldImport: 0,
        imported: 0,
        alreadyThere: 3,
        refused: 0,
      });
      const { employmentId } = stored.body.rows[1];
      const shown = await get(WORKER, `/v1/employments/${employmentId}?minPosition=${stored.body.position}`);
      expect(shown.body).toMatchObject({
        assistantRef: 'PA-22',
        status: 'self-employed',
        startedOn: '2022-09-01',
        terms: [{ weeklyHours: '12', hourlyRate: pounds('13.75') }],
      });
    });

    it('are all refused when one row is, with the reason of each', async () => {
      const refused = await upload(WORKER, 'employments-with-faults.csv');
      expect([refused.status, refused.body.code]).toEqual([422, 'import-refused']);
      expect(refused.body.detail).toMatch(/4 of 5 rows are refused, so nothing was stored/);
      expect(refused.body.rows).toMatchObject([
        { line: 2, result: 'would-import' },
        {
          line: 3,
          result: 'refused',
          reasons: [
            { column: 'status', code: 'cannot-be-read' },
            { column: 'started_on', code: 'cannot-be-read' },
            { column: 'weekly_hours', code: 'cannot-be-read' },
            { column: 'hourly_rate', detail: expect.stringContaining('pound sign') },
          ],
        },
        { line: 4, reasons: [{ column: 'case_reference', code: 'case-not-found' }] },
        { line: 5, reasons: [{ code: 'employment-contradicted' }] },
        { line: 6, reasons: [{ column: 'assistant_reference', code: 'not-a-reference' }] },
      ]);
      const again = await upload(WORKER, 'employments-with-faults.csv', '?dryRun=true');
      expect(results(again)).toContainEqual([2, 'would-import']);
      expect((await upload('staffs-direct-payment-worker', 'employments.csv')).status).toBe(422);
      expect((await upload('herts-auditor', 'employments.csv')).status).toBe(403);
    });
  });
});
