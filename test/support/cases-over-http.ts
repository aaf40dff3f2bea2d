import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from '@jest/globals';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TypeOrmModule } from '@nestjs/typeorm';
import supertest, { type Agent, type Response, type Test } from 'supertest';
import {
  AgreementModule,
  agreementCatalogues,
  agreementEntities,
  agreementProjections,
} from '../../src/agreement/index.js';
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
  TransferCaseModule,
  transferCaseCatalogues,
  transferCaseEntities,
  transferCaseProjections,
} from '../../src/transfer-case/index.js';
import { useTestIssuer } from './issuer.js';
import { useTestDatabase } from './postgres.js';
import { settingsFor } from './sample-api/sample-api.js';

/** Agreements and transfer cases, and nothing that is built on them. */
@Global()
@Module({})
class CasesAlone {
  static on(settings: DatabaseSettings): DynamicModule {
    const entities = [...agreementEntities, ...transferCaseEntities];
    return {
      module: CasesAlone,
      imports: [
        TypeOrmModule.forRoot(dataSourceOptions(settings, entities)),
        ClockModule,
        CqrsModule.forRoot(),
        EventStoreModule,
        ProjectionsModule.forRoot({
          projections: [...agreementProjections, ...transferCaseProjections],
          catalogues: [...agreementCatalogues, ...transferCaseCatalogues],
        }),
        AgreementModule,
        TransferCaseModule,
      ],
      providers: [{ provide: DATABASE_SETTINGS, useValue: settings }],
      exports: [DATABASE_SETTINGS],
    };
  }
}

/** Transfer cases under all the rules of the API, with the tokens of the example users. */
export interface CasesOverHttp {
  readonly app: NestFastifyApplication;
  readonly http: () => Agent;
  get(user: string, address: string): Promise<Response>;
  /** A POST with a key of its own, for the caller to send a body with. */
  command(user: string, address: string): Promise<{ readonly request: Test }>;
  post(user: string, address: string, body: object, ifMatch?: string): Promise<Response>;
}

/** Starts them once for the file. Use the result inside a test or hook, not before. */
export function useCasesOverHttp(): { readonly current: CasesOverHttp } {
  const database = useTestDatabase();
  const issuer = useTestIssuer();
  let app: NestFastifyApplication | undefined;
  beforeAll(async () => {
    app = await createWebApplication(
      CasesAlone.on({ databaseUrl: database.url, poolSize: 5 }),
      settingsFor(issuer.current),
    );
    app.get(ProjectionWorker).start();
    await app.listen(0, '127.0.0.1');
  }, 60_000);
  afterAll(async () => {
    await app?.close();
  });
  return {
    get current() {
      if (app === undefined) throw new Error('The cases are there from beforeAll on');
      return clientOf(app, (user) => issuer.current.tokenFor(user));
    },
  };
}

function clientOf(app: NestFastifyApplication, tokenFor: (user: string) => Promise<string>): CasesOverHttp {
  const http = () => supertest(app.getHttpServer());
  const command = async (user: string, address: string) => {
    const token = await tokenFor(user);
    const request = http().post(address).auth(token, { type: 'bearer' });
    // A request is a promise of its answer, so it travels in a box.
    return { request: request.set('idempotency-key', randomUUID()) };
  };
  return {
    app,
    http,
    command,
    get: async (user, address) =>
      http()
        .get(address)
        .auth(await tokenFor(user), { type: 'bearer' }),
    post: async (user, address, body, ifMatch) => {
      const { request } = await command(user, address);
      return (ifMatch === undefined ? request : request.set('if-match', ifMatch)).send(body);
    },
  };
}
