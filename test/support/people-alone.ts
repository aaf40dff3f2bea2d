import 'reflect-metadata';
import { afterAll, beforeAll } from '@jest/globals';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import supertest from 'supertest';
import { DataSource } from 'typeorm';
import type { Clock } from '../../src/kernel/clock.js';
import { PeopleModule } from '../../src/people/index.js';
import { CLOCK } from '../../src/platform/clock/clock.module.js';
import { DEVELOPMENT_KEY } from '../../src/platform/config/people-settings.js';
import { PROJECTION_LAG, type ProjectionLag } from '../../src/platform/health/projection-lag.js';
import { createWebApplication } from '../../src/platform/http/create-web-application.js';
import {
  READ_MODEL_PROGRESS,
  type ReadModelProgress,
} from '../../src/platform/http/freshness/read-model-progress.js';
import { createDataSource } from '../../src/platform/persistence/data-source.js';
import {
  DATABASE_SETTINGS,
  type DatabaseSettings,
} from '../../src/platform/persistence/database-settings.js';
import { auditEntities } from '../../src/audit/index.js';
import { transferCaseEntities } from '../../src/transfer-case/index.js';
import { useTestIssuer, type TestIssuer } from './issuer.js';
import { createTestDatabase, useTestDatabase, type TestDatabase } from './postgres.js';
import { settingsFor } from './sample-api/sample-api.js';

const progress: ReadModelProgress = { waitFor: async () => true };
const lag: ProjectionLag = { lag: async () => ({ lagEvents: 0, lagSeconds: 0 }) };

@Global()
@Module({})
class Around {
  static these(database: DataSource, settings: DatabaseSettings, clock: Clock): DynamicModule {
    return {
      module: Around,
      providers: [
        { provide: DataSource, useValue: database },
        { provide: DATABASE_SETTINGS, useValue: settings },
        { provide: CLOCK, useValue: clock },
        { provide: READ_MODEL_PROGRESS, useValue: progress },
        { provide: PROJECTION_LAG, useValue: lag },
      ],
      exports: [DataSource, DATABASE_SETTINGS, CLOCK, READ_MODEL_PROGRESS, PROJECTION_LAG],
    };
  }
}

@Module({})
class PeopleAlone {}

/** The context of people with nothing else, its keys in a database of their own, and a clock that tests set. */
export class PeopleApi {
  private commands = 0;

  private constructor(
    readonly app: NestFastifyApplication,
    readonly database: DataSource,
    readonly keys: DataSource,
    private readonly issuer: TestIssuer,
    readonly clock: { at: Date },
  ) {}

  static async start(databaseUrl: string, keysUrl: string, issuer: TestIssuer): Promise<PeopleApi> {
    const settings = { databaseUrl, poolSize: 6 };
    const database = await createDataSource(settings, [
      ...transferCaseEntities,
      ...auditEntities,
    ]).initialize();
    const keys = await createDataSource({ databaseUrl: keysUrl, poolSize: 2 }).initialize();
    const clock = { at: new Date('2026-04-01T09:30:00.000Z') };
    const people = PeopleModule.forRoot({
      key: { from: 'variable', hex: DEVELOPMENT_KEY },
      production: false,
      keysDatabaseUrl: keysUrl,
    });
    const module = {
      module: PeopleAlone,
      imports: [Around.these(database, settings, { now: () => clock.at }), people],
    };
    const app = await createWebApplication(module, settingsFor(issuer));
    await app.listen(0, '127.0.0.1');
    return new PeopleApi(app, database, keys, issuer, clock);
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.database.destroy();
    await this.keys.destroy();
  }

  async get(user: string, path: string) {
    return supertest(this.app.getHttpServer())
      .get(path)
      .auth(await this.issuer.tokenFor(user), { type: 'bearer' });
  }

  /** Sends a command with a key of its own, unless one is given to send it again. */
  async post(user: string, path: string, body: object, headers: Readonly<Record<string, string>> = {}) {
    this.commands += 1;
    const key = `command-${this.commands}`;
    return supertest(this.app.getHttpServer())
      .post(path)
      .auth(await this.issuer.tokenFor(user), { type: 'bearer' })
      .set({ 'idempotency-key': key, ...headers })
      .send(body);
  }
}

/** Starts the context once for the file. Read `current` inside a test or hook, not before. */
export function usePeopleApi(): { readonly current: PeopleApi } {
  let api: PeopleApi | undefined;
  let keys: TestDatabase | undefined;
  // Hooks run in this order, and the application ends before its databases do.
  afterAll(async () => {
    await api?.stop();
    await keys?.drop();
  });
  const database = useTestDatabase();
  const issuer = useTestIssuer();
  beforeAll(async () => {
    keys = await createTestDatabase();
    api = await PeopleApi.start(database.url, keys.url, issuer.current);
  }, 60_000);
  return {
    get current() {
      if (api === undefined) throw new Error('The people are there from beforeAll on');
      return api;
    },
  };
}
