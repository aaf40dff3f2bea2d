import { describe, expect, it } from '@jest/globals';
import { loginsBeside } from '../platform/persistence/database-logins.js';
import { settingsFrom, type Settings } from '../platform/config/settings.js';
import { UnboundLogin } from '../platform/persistence/process-login.js';
import { useTestDatabase } from '../../test/support/postgres.js';
import { startWeb } from './start-web.js';
import { followStore } from './start-worker.js';

describe('The start of a process', () => {
  const database = useTestDatabase();

  const settingsWith = (databaseUrl: string): Settings =>
    settingsFrom({
      NODE_ENV: 'test',
      DATABASE_URL: databaseUrl,
      HOST: '127.0.0.1',
      PORT: '0',
      OIDC_ISSUER: 'http://127.0.0.1:1',
      OIDC_AUDIENCE: 'https://handover.example/api',
      LOG_LEVEL: 'silent',
    });
  const refusal = async (start: (settings: Settings) => Promise<unknown>, databaseUrl: string) => {
    const fault: unknown = await start(settingsWith(databaseUrl)).catch((each: unknown) => each);
    expect(fault).toBeInstanceOf(UnboundLogin);
    return (fault as UnboundLogin).message;
  };

  it('that serves requests is refused with the login of whoever made the tables, or of the worker', async () => {
    expect(await refusal(startWeb, database.url)).toContain('signs in as handover, a superuser');
    expect(await refusal(startWeb, loginsBeside(database.url).worker)).toContain('handover_worker');
  });

  it('that keeps the read models is refused with the login of whoever made the tables', async () => {
    expect(await refusal(followStore, database.url)).toContain('signs in as handover, a superuser');
  });

  it('in production shows nobody where the API can be tried out, or what it is made with', async () => {
    const settings = settingsWith(loginsBeside(database.url).web);
    const { app, address } = await startWeb({ ...settings, web: { ...settings.web, production: true } });
    try {
      for (const path of ['/docs', '/docs/', '/docs-json', '/docs-yaml', '/docs/swagger-ui-init.js'])
        expect([path, (await fetch(`${address}${path}`)).status]).toEqual([path, 404]);
    } finally {
      await app.close();
    }
  });
});
