import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TypeOrmModule } from '@nestjs/typeorm';
import supertest from 'supertest';
import { useTestIssuer } from '../../../test/support/issuer.js';
import { useTestDatabase } from '../../../test/support/postgres.js';
import { settingsFor } from '../../../test/support/sample-api/sample-api.js';
import { ClockModule } from '../../platform/clock/clock.module.js';
import { EventStoreModule } from '../../platform/event-store/event-store.module.js';
import { createWebApplication } from '../../platform/http/create-web-application.js';
import { dataSourceOptions } from '../../platform/persistence/data-source.js';
import { DATABASE_SETTINGS, type DatabaseSettings } from '../../platform/persistence/database-settings.js';
import { ProjectionWorker } from '../../platform/projections/projection-worker.js';
import { ProjectionsModule } from '../../platform/projections/projections.module.js';
import { AgreementModule } from '../agreement.module.js';
import { agreementCatalogues, agreementEntities, agreementProjections } from '../agreement.parts.js';
import { DEFAULT_OPTIONS } from '../domain/options.js';

@Global()
@Module({})
class AgreementsAlone {
  static on(settings: DatabaseSettings): DynamicModule {
    return {
      module: AgreementsAlone,
      imports: [
        TypeOrmModule.forRoot(dataSourceOptions(settings, agreementEntities)),
        ClockModule,
        CqrsModule.forRoot(),
        EventStoreModule,
        ProjectionsModule.forRoot({ projections: agreementProjections, catalogues: agreementCatalogues }),
        AgreementModule,
      ],
      providers: [{ provide: DATABASE_SETTINGS, useValue: settings }],
      exports: [DATABASE_SETTINGS],
    };
  }
}

/** One option of each kind. */
const CHOSEN = {
  bridgingReviewWeeks: 12,
  bridgingHardStopWeeks: 26,
  liabilityRulesAllowed: 'R1,R3,R4',
  leaveCutOff: 'cover-start',
  leaveOnCostPercent: '13.8',
  escalationPostCouncil: 'Head of direct payments',
};

describe('local agreements over HTTP', () => {
  const database = useTestDatabase();
  const issuer = useTestIssuer();
  let app: NestFastifyApplication;

  beforeAll(async () => {
    const module = AgreementsAlone.on({ databaseUrl: database.url, poolSize: 5 });
    app = await createWebApplication(module, settingsFor(issuer.current));
    app.get(ProjectionWorker).start();
    await app.listen(0, '127.0.0.1');
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

  const terms = { legalVehicle: 'nhs-act-section-256', inForceFrom: '2024-04-01' };
  const draft = { council: 'E10000015', nhsBody: 'QM7', ...terms, options: CHOSEN };

  it('go from a draft by one body to a version in force that both signed, and to the next version', async () => {
    const drafted = await post('herts-council-finance', '/v1/agreements', draft);
    expect(drafted.status).toBe(201);
    const path = drafted.headers['location'] as string;
    const signature = { version: 1 };
    const first = await post(
      'herts-council-approver',
      `${path}/signatures`,
      signature,
      drafted.headers['etag'],
    );
    expect(first.body).toMatchObject({ stage: 'partly-signed' });
    const second = await post('herts-nhs-approver', `${path}/signatures`, signature, first.headers['etag']);
    expect(second.body).toMatchObject({ stage: 'in-force', version: 1 });
    const next = await post(
      'herts-nhs-finance',
      `${path}/versions`,
      { ...terms, inForceFrom: '2025-04-01', options: { grossBasis: 'full' } },
      second.headers['etag'],
    );
    expect(next.status).toBe(201);

    const position = next.headers['handover-position'] as string;
    const shown = await get('herts-auditor', `${path}?minPosition=${position}`);
    expect(shown.status).toBe(200);
    expect(shown.headers['etag']).toBe(next.headers['etag']);
    expect(shown.body).toMatchObject({
      council: 'E10000015',
      nhsBody: 'QM7',
      stage: 'draft',
      versions: [
        {
          version: 1,
          status: 'in-force',
          inForce: { from: '2024-04-01' },
          signatures: [
            { side: 'council', by: 'herts-council-approver' },
            { side: 'nhs-body', by: 'herts-nhs-approver' },
          ],
          options: { ...DEFAULT_OPTIONS, ...CHOSEN },
        },
        { version: 2, status: 'draft', options: { ...CHOSEN, grossBasis: 'full' } },
      ],
    });
    expect((await get('herts-auditor', `${path}/versions`)).body).toEqual(shown.body.versions);
    expect((await get('herts-phb-worker', '/v1/agreements')).body.items).toHaveLength(1);
  });

  it('are not there for a body that is no party', async () => {
    const all = await get('herts-auditor', '/v1/agreements');
    const { agreementId } = all.body.items[0];
    expect((await get('staffs-auditor', `/v1/agreements/${agreementId}`)).status).toBe(404);
    expect((await get('staffs-auditor', '/v1/agreements')).body).toEqual({ items: [] });
    expect((await get('staffs-auditor', '/v1/agreements?council=E10000015')).body).toEqual({ items: [] });
  });

  it.each([
    ['a body that is neither', 'staffs-council-finance', draft, 403, 'not-your-agreement'],
    ['a role that only signs', 'herts-council-approver', draft, 403, 'not-allowed'],
    [
      'other terms than those of the agreement there is',
      'herts-council-finance',
      { ...draft, inForceFrom: '2024-05-01' },
      409,
      'agreement-exists',
    ],
    ['a shire district', 'herts-nhs-finance', { ...draft, council: 'E07000242' }, 422, 'district-council'],
    [
      'an option that is none',
      'herts-council-finance',
      { ...draft, options: { colour: 'blue' } },
      400,
      'unknown-field',
    ],
    [
      'an option outside its choices',
      'herts-council-finance',
      { ...draft, options: { grossBasis: 'most' } },
      422,
      'invalid-fields',
    ],
    [
      'rules of liability without the decision',
      'herts-council-finance',
      { ...draft, options: { liabilityRulesAllowed: 'R2,R3' } },
      422,
      'invalid-fields',
    ],
    [
      'a post of several lines',
      'herts-council-finance',
      { ...draft, options: { escalationPostCouncil: 'Head of\ndirect payments' } },
      422,
      'invalid-fields',
    ],
  ])('are refused for %s', async (_, user, body, status, code) => {
    const answer = await post(user, '/v1/agreements', body);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ code });
    expect((await http().get(`/problems/${code}`)).status).toBe(200);
  });

  it('explain every option with its default', async () => {
    const { body } = await get('herts-auditor', '/v1/agreements/defaults');
    expect(body).toContainEqual({
      option: 'bridgingReviewWeeks',
      explanation: expect.stringContaining('never a cap'),
      default: 8,
      limits: { least: 1, most: 52 },
    });
    expect(body).toContainEqual({
      option: 'liabilityRulesAllowed',
      explanation: expect.stringContaining('the decision (R1, always)'),
      default: 'R1,R2,R3,R4,R5,R6',
      selection: { members: ['R1', 'R2', 'R3', 'R4', 'R5', 'R6'], always: ['R1'] },
    });
    expect(body).toContainEqual({
      option: 'escalationPostCouncil',
      explanation: expect.stringContaining('never the name of a person'),
      default: '',
      longest: 100,
    });
    expect(body).toHaveLength(Object.keys(DEFAULT_OPTIONS).length);
  });

  it('come with the organisations that they are between', async () => {
    const found = await get('herts-auditor', '/v1/organisations?q=hertfordshire&kind=integrated-care-board');
    expect(found.body.items).toMatchObject([
      { code: 'QM7', legal: { from: '2022-07-01', lastDay: '2026-03-31' } },
    ]);
    const ccg = await get('herts-auditor', '/v1/organisations/06N?on=2022-08-20');
    expect(ccg.body).toMatchObject({ payableBy: { status: 'known', code: 'QM7' } });
    expect((await get('herts-auditor', '/v1/organisations/QZZ')).status).toBe(404);
  });
});
