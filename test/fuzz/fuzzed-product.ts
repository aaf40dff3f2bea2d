import 'reflect-metadata';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { startWeb, type WebProcess } from '../../src/app/start-web.js';
import { followStore } from '../../src/app/start-worker.js';
import { settingsFrom } from '../../src/platform/config/settings.js';
import { EmbeddedPostgres } from '../../src/platform/embedded-postgres/embedded-postgres.js';
import { loginsBeside, makeLogins } from '../../src/platform/persistence/database-logins.js';
import { migrate } from '../../src/platform/persistence/migrate.js';
import { TEST_AUDIENCE, TestIssuer } from '../support/test-issuer.js';

/** The whole product in this process, on a PostgreSQL and with an issuer of its own, outside Jest. */
export class FuzzedProduct {
  private constructor(
    private readonly folder: string,
    private readonly postgres: EmbeddedPostgres,
    readonly issuer: TestIssuer,
    private readonly web: WebProcess,
    private readonly worker: INestApplicationContext,
  ) {}

  static async start(): Promise<FuzzedProduct> {
    const folder = await mkdtemp(join(tmpdir(), 'handover-fuzz-'));
    const postgres = await EmbeddedPostgres.start({ folder, port: 0, durable: false });
    await migrate(postgres.databaseUrl());
    const logins = loginsBeside(postgres.databaseUrl());
    await makeLogins(postgres.databaseUrl(), logins);
    const issuer = await TestIssuer.start();
    const settingsWith = (databaseUrl: string) =>
      settingsFrom({
        NODE_ENV: 'test',
        DATABASE_URL: databaseUrl,
        HOST: '127.0.0.1',
        PORT: '0',
        OIDC_ISSUER: issuer.issuer,
        OIDC_AUDIENCE: TEST_AUDIENCE,
        STAFF_RIGHTS: 'token',
        LOG_LEVEL: 'error',
        RATE_LIMIT_PRINCIPAL: '1000000',
        RATE_LIMIT_SEARCH: '1000000',
        RATE_LIMIT_ADDRESS: '1000000',
      });
    const web = await startWeb(settingsWith(logins.web), { documentation: false });
    const worker = await followStore(settingsWith(logins.worker));
    return new FuzzedProduct(folder, postgres, issuer, web, worker);
  }

  get address(): string {
    return this.web.address;
  }

  get databaseUrl(): string {
    return this.postgres.databaseUrl();
  }

  async stop(): Promise<void> {
    await this.web.app.close();
    await this.worker.close();
    await this.issuer.stop();
    await this.postgres.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
