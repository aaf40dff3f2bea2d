import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from '@jest/globals';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TypeOrmModule } from '@nestjs/typeorm';
import supertest, { type Agent, type Response } from 'supertest';
import { useTestIssuer } from './issuer.js';
import { useTestDatabase } from './postgres.js';
import { settingsFor } from './sample-api/sample-api.js';
import { agreementCatalogues, agreementEntities } from '../../src/agreement/index.js';
import { ClockModule } from '../../src/platform/clock/clock.module.js';
import { EventStoreModule } from '../../src/platform/event-store/event-store.module.js';
import { createWebApplication } from '../../src/platform/http/create-web-application.js';
import { dataSourceOptions } from '../../src/platform/persistence/data-source.js';
import {
  DATABASE_SETTINGS,
  type DatabaseSettings,
} from '../../src/platform/persistence/database-settings.js';
import { ProjectionWorker } from '../../src/platform/projections/projection-worker.js';
import { ProjectionsModule } from '../../src/platform/projections/projections.module.js';
import {
  transferCaseCatalogues,
  transferCaseEntities,
  TransferCases,
} from '../../src/transfer-case/index.js';
import { ALERT_RAISED, LIABLE_FROM_14_OCTOBER } from '../../src/workforce/domain/case-history.fixtures.js';
import { WorkforceModule } from '../../src/workforce/workforce.module.js';
import {
  workforceCatalogues,
  workforceEntities,
  workforceProjections,
} from '../../src/workforce/workforce.parts.js';

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

export const CASE = '/v1/transfer-cases/TC-0000000001';
export const WORKER = 'herts-direct-payment-worker';
export const pounds = (amount: string) => ({ amount, currency: 'GBP' });

/** The API of this context over HTTP, on a database of its own, with one case that is liable from 14 October 2024. */
export interface WorkforceApi {
  http(): Agent;
  tokenFor(user: string): Promise<string>;
  get(user: string, path: string): Promise<Response>;
  post(user: string, path: string, body: object, ifMatch?: string): Promise<Response>;
}

/** Starts the API for the specs of a `describe`. */
export function useWorkforceApi(): WorkforceApi {
  const database = useTestDatabase();
  const issuer = useTestIssuer();
  let app: NestFastifyApplication;

  beforeAll(async () => {
    const module = WorkforceAlone.on({ databaseUrl: database.url, poolSize: 8 });
    app = await createWebApplication(module, settingsFor(issuer.current));
    app.get(ProjectionWorker).start();
    await app.listen(0, '127.0.0.1');
    await raiseAlert(app.get(TransferCases));
  }, 60_000);
  afterAll(async () => {
    await app.close();
  });

  const http = () => supertest(app.getHttpServer()) as unknown as Agent;
  const tokenFor = (user: string) => issuer.current.tokenFor(user);
  return {
    http,
    tokenFor,
    get: async (user, path) =>
      http()
        .get(path)
        .auth(await tokenFor(user), { type: 'bearer' }),
    post: async (user, path, body, ifMatch) => {
      const request = http()
        .post(path)
        .auth(await tokenFor(user), { type: 'bearer' })
        .set('idempotency-key', randomUUID());
      return (ifMatch === undefined ? request : request.set('if-match', ifMatch)).send(body);
    },
  };
}

async function raiseAlert(cases: TransferCases): Promise<void> {
  const actor = { id: WORKER, organisation: 'E10000015', role: 'direct-payment-worker' };
  const id = randomUUID();
  const context = { actor, commandId: id, correlationId: id, causationId: id };
  await cases.streams.transact('TC-0000000001', () => [ALERT_RAISED, LIABLE_FROM_14_OCTOBER], context);
}
