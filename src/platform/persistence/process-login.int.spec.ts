import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { useTestDatabase } from '../../../test/support/postgres.js';
import { createDataSource } from './data-source.js';
import { loginsBeside, makeLogins } from './database-logins.js';
import { refuseUnboundLogin, UnboundLogin, type DatabaseProcess } from './process-login.js';

describe('The login of a process', () => {
  const made: string[] = [];
  let owner: pg.Client;
  // Hooks run in this order, and the logins go before the database does.
  afterAll(async () => {
    for (const name of made) await owner.query(`DROP OWNED BY ${name}; DROP ROLE ${name}`);
    await owner.end();
  });
  const database = useTestDatabase();

  beforeAll(async () => {
    owner = new pg.Client({ connectionString: database.url });
    await owner.connect();
  });

  /** Makes a login on the server that all specs share, with rights that are given by statements. */
  const login = async (...rights: readonly ((name: string) => string)[]) => {
    const name = `login_${randomUUID().replaceAll('-', '')}`;
    await owner.query(`CREATE ROLE ${name} LOGIN PASSWORD 'of-a-test'`);
    made.push(name);
    for (const right of rights) await owner.query(right(name));
    const url = new URL(database.url);
    url.username = name;
    url.password = 'of-a-test';
    return { name, url: url.href };
  };
  const judged = async (databaseUrl: string, process: DatabaseProcess, before?: string) => {
    const source: DataSource = await createDataSource({ databaseUrl, poolSize: 1 }).initialize();
    try {
      if (before !== undefined) await source.query(before);
      await refuseUnboundLogin(source, process);
      return 'accepted';
    } catch (fault) {
      expect(fault).toBeInstanceOf(UnboundLogin);
      return (fault as UnboundLogin).message;
    } finally {
      await source.destroy();
    }
  };
  const member = (role: string) => (name: string) => `GRANT ${role} TO ${name}`;

  it('is accepted when it is a member of the role of its process and nothing else', async () => {
    const logins = loginsBeside(database.url);
    expect(await judged(logins.web, 'web')).toBe('accepted');
    expect(await judged(logins.worker, 'worker')).toBe('accepted');
  });

  it.each(['web', 'worker'] as const)(
    'of the %s process is refused when it is a superuser',
    async (process) => {
      expect(await judged(database.url, process)).toBe(
        `DATABASE_URL of the ${process} process signs in as handover, a superuser, to whom every organisation’s rows would be shown. ` +
          `Give it a login of its own: "migrate" makes the one that ${process.toUpperCase()}_DATABASE_URL names`,
      );
    },
  );

  it('is refused when it is a superuser who took a lesser role, which can be given back', async () => {
    expect(await judged(database.url, 'web', 'SET ROLE handover_web')).toContain('handover, a superuser');
  });

  it('is refused when it may pass over row-level security, or take a role that may', async () => {
    const bypassing = await login(member('handover_web'), (name) => `ALTER ROLE ${name} BYPASSRLS`);
    expect(await judged(bypassing.url, 'web')).toContain(
      `${bypassing.name}, which may pass over row-level security`,
    );
    const through = await login(member('handover_web'), member(bypassing.name));
    expect(await judged(through.url, 'web')).toContain(
      `${through.name}, which may pass over row-level security`,
    );
  });

  it('is refused when it owns a table, or could take the role that does', async () => {
    const role = await login(member('handover_web'));
    await owner.query(`ALTER TABLE read_model.recharge OWNER TO ${role.name}`);
    expect(await judged(role.url, 'web')).toContain(`${role.name}, which owns read_model.recharge`);
    const through = await login(member('handover_worker'), member(role.name));
    expect(await judged(through.url, 'worker')).toContain(`${through.name}, which owns read_model.recharge`);
    await owner.query(`ALTER TABLE read_model.recharge OWNER TO ${owner.user}`);
    expect(await judged(role.url, 'web')).toBe('accepted');
  });

  it('of the web process is refused when it is one of the worker, and the other way round', async () => {
    const logins = loginsBeside(database.url);
    expect(await judged(logins.worker, 'web')).toContain('a member of handover_worker');
    expect(await judged(logins.web, 'worker')).toContain('no member of handover_worker');
  });

  it('is made by the owner with the password of its address, and given another when that changes', async () => {
    const { name, url } = await login();
    const address = new URL(url);
    address.password = 'another of-a-test’s';
    await makeLogins(database.url, { web: address.href });
    expect(await judged(address.href, 'web')).toBe('accepted');
    await expect(judged(url, 'web')).rejects.toThrow(`password authentication failed for user "${name}"`);
    await expect(makeLogins(database.url, { web: database.url })).rejects.toThrow(
      'The login of the web process must not be that of the owner of the tables',
    );
    address.password = '';
    await expect(makeLogins(database.url, { worker: address.href })).rejects.toThrow(
      'The login of the worker process needs a name and a password in its address',
    );
  });
});
