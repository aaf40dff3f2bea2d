import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { useTestDatabase } from '../../../test/support/postgres.js';
import type { SignedIn } from '../access/principal.js';
import { RightsOfTokens, type Rights } from '../access/rights.js';
import type { Role } from '../access/roles.js';
import { createDataSource } from '../persistence/data-source.js';
import { Sessions } from './sessions.js';
import { SignInAttempts } from './sign-in-attempts.js';

const WORKER: SignedIn = {
  issuer: 'https://sign-in.example',
  subject: 'worker-1',
  organisation: 'E10000015',
  claimedRoles: ['direct-payment-worker'],
  name: 'Rosalind Ashdown',
};
const MORNING = Date.parse('2026-03-02T09:00:00Z');
const MINUTE = 60_000;

describe('A session', () => {
  const databaseUrl = useTestDatabase();
  let database: DataSource;
  let now = new Date(MORNING);
  const at = (minutes: number) => (now = new Date(MORNING + minutes * MINUTE));
  const clock = { now: () => now };
  const sessions = (rights: Rights = new RightsOfTokens()) =>
    new Sessions(database, clock, { idleMinutes: 30, hours: 12 }, rights);

  beforeAll(async () => {
    database = await createDataSource({ databaseUrl: databaseUrl.url, poolSize: 2 }).initialize();
  });
  afterAll(async () => {
    await database.destroy();
  });

  it('lasts thirty minutes after the last request', async () => {
    at(0);
    const token = await sessions().begin(WORKER);
    at(29);
    expect(await sessions().find(token)).toEqual({
      principal: {
        issuer: 'https://sign-in.example',
        subject: 'worker-1',
        organisation: 'E10000015',
        roles: ['direct-payment-worker'],
        name: 'Rosalind Ashdown',
      },
      organisations: ['E10000015'],
      signedInAt: new Date(MORNING),
      seenAt: now,
    });
    at(29 + 29);
    expect(await sessions().find(token)).toBeDefined();
    at(29 + 29 + 30);
    expect(await sessions().find(token)).toBeUndefined();
    at(29 + 29);
    expect(await sessions().find(token)).toBeUndefined();
  });

  it('ends twelve hours after sign-in, whatever was asked meanwhile', async () => {
    at(0);
    const token = await sessions().begin(WORKER);
    for (let minutes = 20; minutes < 12 * 60; minutes += 20) {
      at(minutes);
      expect(await sessions().find(token)).toBeDefined();
    }
    at(12 * 60);
    expect(await sessions().find(token)).toBeUndefined();
  });

  it('is written at most once a minute by being used', async () => {
    at(0);
    const token = await sessions().begin(WORKER);
    now = new Date(MORNING + 59_999);
    expect((await sessions().find(token))?.seenAt).toEqual(new Date(MORNING));
    now = new Date(MORNING + 60_000);
    expect((await sessions().find(token))?.seenAt).toEqual(now);
  });

  describe('of somebody with rights on record', () => {
    const held: { rights: Record<string, readonly Role[]> } = { rights: {} };
    const onRecord: Rights = {
      of: async ({ issuer, subject, organisation: wanted }) => {
        const organisations = Object.keys(held.rights).sort();
        const organisation = wanted ?? organisations[0] ?? '';
        const roles = held.rights[organisation] ?? [];
        return { principal: { issuer, subject, organisation, roles }, organisations };
      },
    };
    const someone: SignedIn = { issuer: 'https://sign-in.example', subject: 'two-hats', claimedRoles: [] };

    it('has the roles of the moment at each request, and none when the right has ended', async () => {
      at(0);
      held.rights = { QM7: ['nhs-finance'] };
      const token = await sessions(onRecord).begin(someone);
      expect((await sessions(onRecord).find(token))?.principal.roles).toEqual(['nhs-finance']);
      held.rights = { QM7: ['nhs-finance', 'nhs-approver'] };
      expect((await sessions(onRecord).find(token))?.principal.roles).toEqual([
        'nhs-finance',
        'nhs-approver',
      ]);
      held.rights = {};
      expect((await sessions(onRecord).find(token))?.principal.roles).toEqual([]);
    });

    it('is for the first of their organisations until they choose another one', async () => {
      at(0);
      held.rights = { QM7: ['nhs-finance'], E10000015: ['auditor'] };
      const token = await sessions(onRecord).begin(someone);
      const first = await sessions(onRecord).find(token);
      expect(first).toMatchObject({
        principal: { organisation: 'E10000015', roles: ['auditor'] },
        organisations: ['E10000015', 'QM7'],
      });
      await sessions(onRecord).choose(token, first!, 'QM7');
      expect((await sessions(onRecord).find(token))?.principal).toMatchObject({
        organisation: 'QM7',
        roles: ['nhs-finance'],
      });
      await expect(sessions(onRecord).choose(token, first!, 'QNC')).rejects.toThrow(/no right here today/);
    });

    it('does not begin without a right', async () => {
      held.rights = {};
      await expect(sessions(onRecord).begin(someone)).rejects.toThrow(/no right here today/);
    });
  });

  it('cannot be used by who reads the table', async () => {
    at(0);
    const token = await sessions().begin(WORKER);
    const rows = await database.query<object[]>('SELECT * FROM session');
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(await sessions().find(token.slice(1))).toBeUndefined();
    expect(await sessions().find('')).toBeUndefined();
  });

  it('is removed when nobody can use it any more', async () => {
    at(0);
    await database.query('DELETE FROM session');
    await sessions().begin(WORKER);
    at(12 * 60);
    await sessions().begin(WORKER);
    at(12 * 60 + 1);
    await sessions().forgetEnded();
    expect(await database.query('SELECT signed_in_at FROM session')).toEqual([
      { signed_in_at: new Date(MORNING + 12 * 60 * MINUTE) },
    ]);
  });

  it('comes of a sign-in that took less than ten minutes', async () => {
    const attempts = new SignInAttempts(database, clock);
    const attempt = { state: 's', nonce: 'n', codeVerifier: 'v', returnTo: '/cases' };
    at(0);
    const [soon, late] = [await attempts.begin(attempt), await attempts.begin(attempt)];
    now = new Date(MORNING + 10 * MINUTE - 1);
    expect(await attempts.take(soon)).toEqual(attempt);
    expect(await attempts.take(soon)).toBeUndefined();
    at(10);
    expect(await attempts.take(late)).toBeUndefined();
    await attempts.begin(attempt);
    at(20);
    await attempts.forgetOld();
    expect(await database.query('SELECT count(*)::int AS left FROM sign_in_attempt')).toEqual([{ left: 0 }]);
  });
});
