import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { InvalidSetting, type Environment } from './environment.js';
import { DEVELOPMENT_KEY } from './people-settings.js';
import { processLoginsFrom, settingsFrom } from './settings.js';

/** A private key as an operator would make one for this client. */
const clientKey = () =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({
    type: 'pkcs8',
    format: 'pem',
  }) as string;

/** What the pages need to be there. */
const client: Environment = {
  OIDC_CLIENT_ID: 'handover-web',
  OIDC_CLIENT_SECRET: 'hunter2',
  PUBLIC_URL: 'https://handover.example',
};

const least: Environment = {
  DATABASE_URL: 'postgres://handover:secret@localhost:5432/handover',
  OIDC_ISSUER: 'https://sign-in.example',
  OIDC_AUDIENCE: 'https://handover.example/api',
};

const RANDOM_KEY = 'd7a4c1f08b3e5296710fbe2d4c8a93e65f1b0d7742ce89a3516f0e4bb2d8c703';

const VERIFIED =
  'in production a database on another machine is reached with sslmode=verify-full, which checks its certificate (with sslrootcert, where its authority is an own one); only on a network that nobody else is on may DATABASE_TLS be private-network';

describe('settings', () => {
  it('have defaults for everything but the database and the token issuer', () => {
    expect(settingsFrom(least)).toEqual({
      databaseUrl: least['DATABASE_URL'],
      eventStore: { engine: 'postgres' },
      people: {
        key: { from: 'variable', hex: DEVELOPMENT_KEY },
        production: false,
        keysDatabaseUrl: least['DATABASE_URL'],
      },
      web: {
        production: false,
        port: 3000,
        host: '0.0.0.0',
        tokens: {
          issuer: 'https://sign-in.example',
          audience: 'https://handover.example/api',
          tokenType: 'at+jwt',
        },
        staffRights: 'records',
        rateLimits: { perPrincipal: 600, perSearcher: 60, perAddress: 6000 },
        maxLagEvents: 1000,
        logLevel: 'info',
      },
    });
  });

  it.each<[Environment, string]>([
    [{ DATABASE_URL: '' }, 'DATABASE_URL is not set: the address of the PostgreSQL database'],
    [
      { DATABASE_URL: 'mysql://h/d' },
      'DATABASE_URL must be an address that starts with postgres:// or postgresql://',
    ],
    [{ OIDC_ISSUER: undefined }, 'OIDC_ISSUER is not set: the address of the token issuer'],
    [
      { OIDC_ISSUER: 'sign-in.example' },
      'OIDC_ISSUER must be an address that starts with https:// or http://',
    ],
    [{ OIDC_AUDIENCE: ' ' }, 'OIDC_AUDIENCE is not set: the audience that access tokens are for'],
    [{ PORT: '80a' }, 'PORT is "80a": it must be a whole number from 0 to 65535'],
    [{ METRICS_PORT: '0' }, 'METRICS_PORT is "0": it must be a whole number from 1 to 65535'],
    [{ PORT: '65536' }, 'PORT is "65536": it must be a whole number from 0 to 65535'],
    [
      { LOG_LEVEL: 'loud' },
      'LOG_LEVEL is "loud": it must be one of silent, fatal, error, warn, info, debug, trace',
    ],
    [{ OIDC_TOKEN_TYPE: 'jwt' }, 'OIDC_TOKEN_TYPE is "jwt": it must be one of at+jwt, JWT'],
    [{ EVENT_STORE: 'redis' }, 'EVENT_STORE is "redis": it must be one of postgres, kurrentdb'],
    [
      { EVENT_STORE: 'kurrentdb' },
      'KURRENTDB_URL is not set: the address of KurrentDB, which EVENT_STORE=kurrentdb needs',
    ],
    [
      { NODE_ENV: 'production', OIDC_ISSUER: 'http://sign-in.example' },
      'OIDC_ISSUER must start with https:// in production: the keys found there decide who may sign in',
    ],
    [
      { NODE_ENV: 'production', OIDC_JWKS_URI: 'http://sign-in.example/keys' },
      'OIDC_JWKS_URI must start with https:// in production: the keys found there decide who may sign in',
    ],
    [
      { NODE_ENV: 'production', STAFF_RIGHTS: 'token' },
      'STAFF_RIGHTS must be records in production: roles of tokens are for trying out and for tests',
    ],
    [
      { NODE_ENV: 'production', DATABASE_URL: 'postgres://u:p@db.example/h?sslmode=disable' },
      `DATABASE_URL has sslmode=disable: ${VERIFIED}`,
    ],
    [
      { NODE_ENV: 'production' },
      'PEOPLE_KEY is not set: in production PEOPLE_KEY_FILE or PEOPLE_KEY holds the key that people’s details are protected with',
    ],
    [
      { NODE_ENV: 'production', PEOPLE_KEY: DEVELOPMENT_KEY },
      'PEOPLE_KEY is a key of development: in production it must be a random one',
    ],
    [
      { PEOPLE_KEY: 'hunter2' },
      'PEOPLE_KEY must be 64 hexadecimal digits, as "openssl rand -hex 32" writes them',
    ],
    [
      { PEOPLE_KEYS_DATABASE_URL: 'mysql://h/d' },
      'PEOPLE_KEYS_DATABASE_URL must be an address that starts with postgres:// or postgresql://',
    ],
    [
      {
        NODE_ENV: 'production',
        PEOPLE_KEY: RANDOM_KEY,
        PEOPLE_KEYS_DATABASE_URL: 'postgres://u:p@db.example/h?sslmode=disable',
      },
      `PEOPLE_KEYS_DATABASE_URL has sslmode=disable: ${VERIFIED}`,
    ],
  ])('are refused in one line that names the variable: %p', (change, message) => {
    expect(() => settingsFrom({ ...least, ...change })).toThrow(new InvalidSetting(message));
  });

  it('serve metrics where they are told to, to this machine only unless told otherwise, and else nowhere', () => {
    expect(settingsFrom({ ...least, METRICS_PORT: '9464' }).metrics).toEqual({
      port: 9464,
      host: '127.0.0.1',
    });
    expect(settingsFrom({ ...least, METRICS_PORT: '9464', METRICS_HOST: '0.0.0.0' }).metrics).toEqual({
      port: 9464,
      host: '0.0.0.0',
    });
    expect(settingsFrom({ ...least, METRICS_HOST: '0.0.0.0' }).metrics).toBeUndefined();
  });

  it('never repeat an address, which may hold a password', () => {
    const wrong = { ...least, DATABASE_URL: 'mysql://handover:hunter2@localhost/h' };
    expect(() => settingsFrom(wrong)).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('hunter2') }),
    );
  });

  it('take the key of people’s details from a file before the variable, and its keys from a database of their own', () => {
    const keys = 'postgres://keys:secret@keys.example/keys?sslmode=verify-full';
    const given = { PEOPLE_KEY: RANDOM_KEY, PEOPLE_KEY_FILE: '/run/secrets/people-key' };
    const production = { ...least, ...given, NODE_ENV: 'production', PEOPLE_KEYS_DATABASE_URL: keys };
    expect(settingsFrom(production).people).toEqual({
      key: { from: 'file', path: '/run/secrets/people-key' },
      production: true,
      keysDatabaseUrl: keys,
    });
    expect(settingsFrom({ ...least, PEOPLE_KEY: RANDOM_KEY }).people.key).toEqual({
      from: 'variable',
      hex: RANDOM_KEY,
    });
  });

  it('have the pages signed in to as a client of the token issuer, and no pages without one', () => {
    expect(settingsFrom(least).web.signIn).toBeUndefined();
    expect(settingsFrom({ ...least, ...client }).web.signIn).toEqual({
      issuer: 'https://sign-in.example',
      audience: 'https://handover.example/api',
      clientId: 'handover-web',
      clientCredential: { kind: 'secret', secret: 'hunter2' },
      publicUrl: 'https://handover.example',
      sessions: { idleMinutes: 30, hours: 12 },
    });
  });

  it('take the credential of the client from a file, and a key that it signs with in place of a secret', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'handover-settings-')), 'client-key.pem');
    const pkcs8Pem = clientKey().trim();
    writeFileSync(file, pkcs8Pem);
    const { signIn } = settingsFrom({
      ...least,
      ...client,
      OIDC_CLIENT_SECRET: undefined,
      OIDC_CLIENT_KEY_FILE: file,
      OIDC_CLIENT_KEY_ALGORITHM: 'ES256',
      OIDC_ACR: 'AAL3',
    }).web;
    expect(signIn).toMatchObject({
      acr: 'AAL3',
      clientCredential: { kind: 'private-key', pkcs8Pem, algorithm: 'ES256' },
    });
  });

  it.each<[Environment, string]>([
    [
      { OIDC_CLIENT_SECRET: '' },
      'OIDC_CLIENT_SECRET is not set: OIDC_CLIENT_ID needs it, or OIDC_CLIENT_KEY in its place',
    ],
    [
      { OIDC_CLIENT_KEY: 'hunter3' },
      'OIDC_CLIENT_SECRET and OIDC_CLIENT_KEY are both set: only one of them may be',
    ],
    [{ OIDC_CLIENT_SECRET: '', OIDC_CLIENT_KEY: 'hunter3' }, 'OIDC_CLIENT_KEY is no private key in PEM form'],
    [
      { OIDC_CLIENT_SECRET_FILE: '/nowhere/secret' },
      'OIDC_CLIENT_SECRET and OIDC_CLIENT_SECRET_FILE are both set: only one of them may be',
    ],
    [
      { OIDC_CLIENT_SECRET: '', OIDC_CLIENT_SECRET_FILE: '/nowhere/secret' },
      'OIDC_CLIENT_SECRET_FILE names /nowhere/secret, which cannot be read (ENOENT)',
    ],
    [
      { PUBLIC_URL: '' },
      'PUBLIC_URL is not set: the address at which browsers find the pages, which OIDC_CLIENT_ID needs',
    ],
    [
      { PUBLIC_URL: 'https://handover.example/pages' },
      'PUBLIC_URL must be an address without a path: https://handover.example',
    ],
    [
      { PUBLIC_URL: 'http://handover.example', NODE_ENV: 'production', PEOPLE_KEY: RANDOM_KEY },
      'PUBLIC_URL must start with https:// in production: sessions are kept in secure cookies',
    ],
    [{ SESSION_IDLE_MINUTES: '0' }, 'SESSION_IDLE_MINUTES is "0": it must be a whole number from 1 to 1440'],
  ])('of the pages are refused in one line that names the variable: %p', (change, message) => {
    expect(() => settingsFrom({ ...least, ...client, ...change })).toThrow(new InvalidSetting(message));
  });

  it('name KurrentDB where it is the store', () => {
    const url = 'kurrentdb://localhost:2113?tls=false';
    expect(settingsFrom({ ...least, EVENT_STORE: 'kurrentdb', KURRENTDB_URL: url }).eventStore).toEqual({
      engine: 'kurrentdb',
      url,
    });
  });
});

describe('the example of an environment', () => {
  const lines = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8').split('\n');
  const entries = lines.flatMap((line) => {
    const [, name, value] = /^#? ?([A-Z_]+)=(.*)$/.exec(line) ?? [];
    return name === undefined ? [] : [[name, value] as const];
  });

  it('can be started with', () => {
    // Where there are two ways to give a secret, the first of them.
    const chosen = entries.filter(([name]) => !name.startsWith('OIDC_CLIENT_KEY') && !name.endsWith('_FILE'));
    expect(() => settingsFrom(Object.fromEntries(chosen))).not.toThrow();
  });

  it('names every variable that the settings read, and only those besides that are for Docker', () => {
    const asked = new Set<string>();
    const environment: Environment = new Proxy(
      {
        ...least,
        EVENT_STORE: 'kurrentdb',
        KURRENTDB_URL: 'kurrentdb://localhost:2113',
        ...client,
        OIDC_CLIENT_SECRET: undefined,
        OIDC_CLIENT_KEY: clientKey(),
      },
      {
        get: (target, name) => {
          asked.add(String(name));
          return Reflect.get(target, name) as unknown;
        },
      },
    );
    settingsFrom(environment);
    processLoginsFrom(environment);
    const forCompose = ['POSTGRES_PASSWORD', 'WEB_DATABASE_PASSWORD', 'WORKER_DATABASE_PASSWORD'];
    expect([...asked, ...forCompose].sort()).toEqual(entries.map(([name]) => name).sort());
  });
});
