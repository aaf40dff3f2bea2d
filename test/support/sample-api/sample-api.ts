import 'reflect-metadata';
import { afterAll, beforeAll } from '@jest/globals';
import { Global, Module, type DynamicModule, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest, { type Agent } from 'supertest';
import { DataSource } from 'typeorm';
import type { WebSettings } from '../../../src/platform/config/web-settings.js';
import { PROJECTION_LAG, type ProjectionLag } from '../../../src/platform/health/projection-lag.js';
import { createWebApplication } from '../../../src/platform/http/create-web-application.js';
import {
  READ_MODEL_PROGRESS,
  type ReadModelProgress,
} from '../../../src/platform/http/freshness/read-model-progress.js';
import { createDataSource } from '../../../src/platform/persistence/data-source.js';
import { TEST_AUDIENCE, useTestIssuer, type TestIssuer } from '../issuer.js';
import { useTestDatabase } from '../postgres.js';
import { CalculatorsController } from './calculators.controller.js';
import { FaultsController } from './faults.controller.js';
import { ThingsController } from './things.controller.js';
import { Things } from './things.js';

@Global()
@Module({})
class SampleModule {
  static around(database: DataSource, things: Things, extra: readonly Type[]): DynamicModule {
    const progress: ReadModelProgress = {
      waitFor: async (position) => Number(position) <= things.visiblePosition,
    };
    const lag: ProjectionLag = { lag: async () => ({ lagEvents: 0, lagSeconds: 0 }) };
    return {
      module: SampleModule,
      controllers: [ThingsController, FaultsController, CalculatorsController, ...extra],
      providers: [
        { provide: DataSource, useValue: database },
        { provide: Things, useValue: things },
        { provide: READ_MODEL_PROGRESS, useValue: progress },
        { provide: PROJECTION_LAG, useValue: lag },
      ],
      exports: [DataSource, READ_MODEL_PROGRESS, PROJECTION_LAG],
    };
  }
}

/** A small application under all the rules of the API, listening. */
export class SampleApi {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly database: DataSource,
    readonly things: Things,
    readonly issuer: TestIssuer,
  ) {}

  static async start(
    databaseUrl: string,
    issuer: TestIssuer,
    changes: Partial<WebSettings> = {},
    controllers: readonly Type[] = [],
  ): Promise<SampleApi> {
    const database = await createDataSource({ databaseUrl, poolSize: 4 }).initialize();
    const things = new Things();
    const module = SampleModule.around(database, things, controllers);
    const app = await createWebApplication(module, { ...settingsFor(issuer), ...changes });
    await app.listen(0, '127.0.0.1');
    return new SampleApi(app, database, things, issuer);
  }

  get http(): Agent {
    return supertest(this.app.getHttpServer());
  }

  async stop(): Promise<void> {
    await this.app.close();
    if (this.database.isInitialized) await this.database.destroy();
  }
}

export function settingsFor({ issuer }: TestIssuer): WebSettings {
  return {
    production: false,
    port: 0,
    host: '127.0.0.1',
    tokens: { issuer, audience: TEST_AUDIENCE, tokenType: 'at+jwt' },
    staffRights: 'token',
    rateLimits: { perPrincipal: 100_000, perSearcher: 100_000, perAddress: 100_000 },
    maxLagEvents: 1_000,
    logLevel: 'silent',
  };
}

/** Gives every test of the file one sample API with a database and an issuer. */
export function useSampleApi(changes: Partial<WebSettings> = {}): { readonly current: SampleApi } {
  const database = useTestDatabase();
  const issuer = useTestIssuer();
  let api: SampleApi | undefined;
  beforeAll(async () => {
    api = await SampleApi.start(database.url, issuer.current, changes);
  }, 60_000);
  afterAll(async () => {
    await api?.stop();
  });
  return {
    get current() {
      if (api === undefined) throw new Error('The sample API is there from beforeAll on');
      return api;
    },
  };
}
