import type { DatabaseLogins } from '../persistence/database-logins.js';
import type { EventStoreSettings } from '../event-store/event-store-settings.js';
import { RIGHTS_SOURCES, type RightsSource } from '../access/rights-source.js';
import { LOG_LEVELS } from '../logging/json-logger.js';
import {
  address,
  choice,
  InvalidSetting,
  optionalText,
  required,
  wholeNumber,
  type Environment,
} from './environment.js';
import { refuseUnverified } from './database-address.js';
import { kurrentDbAddress } from './kurrentdb-address.js';
import { peopleSettingsFrom, type PeopleSettings } from './people-settings.js';
import type { MetricsSettings } from '../metrics/metrics-server.js';
import { signInFrom } from './sign-in-from.js';
import type { WebSettings } from './web-settings.js';

/** Everything that the processes of the product are told from outside. */
export interface Settings {
  readonly web: WebSettings;
  readonly databaseUrl: string;
  readonly eventStore: EventStoreSettings;
  readonly people: PeopleSettings;
  /** Where metrics are served; nowhere when absent. */
  readonly metrics?: MetricsSettings;
  /** The list of bodies to go by instead of the one that the product is delivered with. */
  readonly organisationsFile?: string;
}

const POSTGRES = ['postgres', 'postgresql'];

/** @throws InvalidSetting with one line that names the variable. */
export function settingsFrom(environment: Environment): Settings {
  const metrics = metricsFrom(environment);
  const organisationsFile = organisationsFileFrom(environment);
  const databaseUrl = databaseUrlFrom(environment);
  return {
    web: webSettingsFrom(environment),
    databaseUrl,
    eventStore: eventStoreFrom(environment),
    people: peopleSettingsOf(environment, keysDatabaseUrlFrom(environment, databaseUrl)),
    ...(metrics !== undefined && { metrics }),
    ...(organisationsFile !== undefined && { organisationsFile }),
  };
}

/** @throws InvalidSetting with one line that names the variable and never repeats the key. */
export function peopleSettingsOf(environment: Environment, keysDatabaseUrl: string): PeopleSettings {
  return peopleSettingsFrom(environment, isProduction(environment), keysDatabaseUrl);
}

function webSettingsFrom(environment: Environment): WebSettings {
  const production = isProduction(environment);
  const jwksUri = jwksUriFrom(environment, production);
  const trustedProxies = optionalText('TRUSTED_PROXIES')(environment);
  const issuer = issuerFrom(environment, production);
  const audience = required('OIDC_AUDIENCE', 'the audience that access tokens are for')(environment);
  const signIn = signInFrom(environment, { issuer, audience, production });
  return {
    production,
    port: wholeNumber('PORT', { otherwise: 3000, min: 0, max: 65_535 })(environment),
    host: optionalText('HOST')(environment) ?? '0.0.0.0',
    tokens: {
      issuer,
      audience,
      tokenType: choice('OIDC_TOKEN_TYPE', ['at+jwt', 'JWT'], 'at+jwt')(environment),
      ...(jwksUri !== undefined && { jwksUri }),
    },
    staffRights: staffRightsFrom(environment, production),
    rateLimits: {
      perPrincipal: wholeNumber('RATE_LIMIT_PRINCIPAL', { otherwise: 600, min: 1, max: 1_000_000 })(
        environment,
      ),
      perSearcher: wholeNumber('RATE_LIMIT_SEARCH', { otherwise: 60, min: 1, max: 1_000_000 })(environment),
      perAddress: wholeNumber('RATE_LIMIT_ADDRESS', { otherwise: 6_000, min: 1, max: 1_000_000 })(
        environment,
      ),
    },
    ...(signIn !== undefined && { signIn }),
    ...(trustedProxies !== undefined && { trustedProxies }),
    maxLagEvents: wholeNumber('MAX_LAG_EVENTS', { otherwise: 1_000, min: 0, max: 1_000_000_000 })(
      environment,
    ),
    logLevel: choice('LOG_LEVEL', LOG_LEVELS, 'info')(environment),
  };
}

/** Whoever can shape a token would otherwise take any role, and nobody's second look would be asked for. */
function staffRightsFrom(environment: Environment, production: boolean): RightsSource {
  const source = choice('STAFF_RIGHTS', RIGHTS_SOURCES, 'records')(environment);
  if (production && source === 'token') {
    throw new InvalidSetting(
      'STAFF_RIGHTS must be records in production: roles of tokens are for trying out and for tests',
    );
  }
  return source;
}

function isProduction(environment: Environment): boolean {
  return (
    choice('NODE_ENV', ['production', 'development', 'test'], 'development')(environment) === 'production'
  );
}

function issuerFrom(environment: Environment, production: boolean): string {
  const issuer = address('OIDC_ISSUER', ['https', 'http']).required('the address of the token issuer')(
    environment,
  );
  refuseReadable('OIDC_ISSUER', issuer, production);
  return issuer;
}

function jwksUriFrom(environment: Environment, production: boolean): string | undefined {
  const jwksUri = address('OIDC_JWKS_URI', ['https', 'http']).optional(environment);
  if (jwksUri !== undefined) refuseReadable('OIDC_JWKS_URI', jwksUri, production);
  return jwksUri;
}

function refuseReadable(name: string, url: string, production: boolean): void {
  if (!production || url.startsWith('https:')) return;
  throw new InvalidSetting(
    `${name} must start with https:// in production: the keys found there decide who may sign in`,
  );
}

function databaseUrlFrom(environment: Environment): string {
  return encrypted(
    'DATABASE_URL',
    address('DATABASE_URL', POSTGRES).required('the address of the PostgreSQL database')(environment),
    environment,
  );
}

/**
 * Where people's data keys are: the same database unless another is named, as it should be in an installation, since the
 * backups of the keys have to be gone long before those of everything else.
 *
 * @throws InvalidSetting with one line that names the variable.
 */
export function keysDatabaseUrlFrom(environment: Environment, databaseUrl: string): string {
  const name = 'PEOPLE_KEYS_DATABASE_URL';
  const url = address(name, POSTGRES).optional(environment);
  return url === undefined ? databaseUrl : encrypted(name, url, environment);
}

/**
 * The logins that the migration makes for the two processes, where they are named.
 *
 * @throws InvalidSetting with one line that names the variable.
 */
export function processLoginsFrom(environment: Environment): Partial<DatabaseLogins> {
  const web = loginFrom('WEB_DATABASE_URL', environment);
  const worker = loginFrom('WORKER_DATABASE_URL', environment);
  return { ...(web !== undefined && { web }), ...(worker !== undefined && { worker }) };
}

function loginFrom(name: string, environment: Environment): string | undefined {
  const url = address(name, POSTGRES).optional(environment);
  return url === undefined ? undefined : encrypted(name, url, environment);
}

/** Outside the machine the connection carries people's names, so it has to be encrypted, to the right server. */
function encrypted(name: string, url: string, environment: Environment): string {
  refuseUnverified(name, url, environment, isProduction(environment));
  return url;
}

/** Every process has to go by the same list. */
export const organisationsFileFrom = optionalText('ORGANISATIONS_FILE');

/** Only this machine may ask, unless somebody says otherwise: metrics are served without sign-in. */
function metricsFrom(environment: Environment): MetricsSettings | undefined {
  const host = optionalText('METRICS_HOST')(environment) ?? '127.0.0.1';
  if (optionalText('METRICS_PORT')(environment) === undefined) return undefined;
  return { port: wholeNumber('METRICS_PORT', { otherwise: 0, min: 1, max: 65_535 })(environment), host };
}

/** @throws InvalidSetting with one line that names the variable. */
export function eventStoreFrom(environment: Environment): EventStoreSettings {
  const engine = choice('EVENT_STORE', ['postgres', 'kurrentdb'], 'postgres')(environment);
  if (engine === 'postgres') return { engine };
  const name = 'KURRENTDB_URL';
  const url = required(name, 'the address of KurrentDB, which EVENT_STORE=kurrentdb needs')(environment);
  return { engine, url: kurrentDbAddress(name, url, isProduction(environment)) };
}
