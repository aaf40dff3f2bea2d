import { expect, it } from '@jest/globals';
import { settingsFrom } from '../platform/config/settings.js';
import { databaseOf } from './database-of.js';

const ENVIRONMENT = {
  DATABASE_URL: 'postgres://localhost/handover',
  OIDC_ISSUER: 'http://127.0.0.1:3001',
  OIDC_AUDIENCE: 'https://handover.example/api',
};

it('gives the pools their database', () => {
  expect(databaseOf(settingsFrom(ENVIRONMENT), 7)).toEqual({
    databaseUrl: ENVIRONMENT.DATABASE_URL,
    poolSize: 7,
  });
});

it('refuses to start with an event store that it cannot write to, instead of writing elsewhere', () => {
  const settings = settingsFrom({
    ...ENVIRONMENT,
    EVENT_STORE: 'kurrentdb',
    KURRENTDB_URL: 'kurrentdb://localhost:2113',
  });
  expect(() => databaseOf(settings, 7)).toThrow(
    /^EVENT_STORE is kurrentdb: this version keeps events in PostgreSQL only/,
  );
});
