import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ClientMetadata, Configuration, Provider } from 'oidc-provider';
import { EXAMPLE_SECRET, exampleUsers, type ExampleUser } from './example-users.js';
import { issuerKeys, type IssuerKeys } from './issuer-keys.js';

export { EXAMPLE_SECRET, exampleUsers, type ExampleUser } from './example-users.js';

export interface ExampleIssuerOptions {
  /** Where it listens on the loopback address; 0 takes a free port. */
  readonly port: number;
  /** The audience of the access tokens: an absolute URI (RFC 8707). */
  readonly audience: string;
  /** Where its keys are kept. */
  readonly dataFolder: string;
  /** Where the sign-in of pages may come back to; without any there is no client for pages. */
  readonly redirectUris?: readonly string[];
}

export interface ExampleIssuer {
  /** The address that stands in `OIDC_ISSUER`. */
  readonly issuer: string;
  stop(): Promise<void>;
}

/** The client of the pages: authorisation code flow with PKCE. */
export const WEB_CLIENT_ID = 'handover-web';
const TOKEN_SECONDS = 60 * 60;
const SCOPE = 'api';

/**
 * Starts an OpenID Connect issuer for development and tests. Every example user signs in with any password, and is also a
 * client: `curl -u herts-nhs-finance:example-only -d grant_type=client_credentials {issuer}/token` gives an access token.
 *
 * @throws Error when NODE_ENV is production.
 */
export async function startExampleIssuer(options: ExampleIssuerOptions): Promise<ExampleIssuer> {
  if (process.env['NODE_ENV'] === 'production') {
    throw new Error('The example issuer lets anybody in, so it does not run with NODE_ENV=production');
  }
  const keys = await issuerKeys(options.dataFolder);
  const server = createServer();
  await listening(server, options.port);
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const answer = (await makeProvider(issuer, configuration(options, keys))).callback();
  server.on('request', (request, response) => void answer(request, response));
  return {
    issuer,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function configuration(
  { audience, redirectUris = [] }: ExampleIssuerOptions,
  keys: IssuerKeys,
): Configuration {
  return {
    clients: [
      ...exampleUsers.map(({ id }) => ({
        client_id: id,
        client_secret: EXAMPLE_SECRET,
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
      })),
      ...(redirectUris.length === 0 ? [] : [webClient(redirectUris)]),
    ],
    jwks: { keys: [keys.signing] },
    pkce: { required: () => true },
    cookies: { keys: [keys.cookie] },
    claims: { openid: ['sub'], profile: ['name', 'organisation', 'roles'] },
    scopes: ['openid', 'profile', 'offline_access'],
    ttl: {
      AccessToken: TOKEN_SECONDS,
      ClientCredentials: TOKEN_SECONDS,
      Grant: 24 * TOKEN_SECONDS,
      IdToken: TOKEN_SECONDS,
      Interaction: TOKEN_SECONDS,
      Session: 24 * TOKEN_SECONDS,
    },
    findAccount: (_context, id) => {
      const user = exampleUser(id);
      return user && { accountId: id, claims: () => ({ sub: id, ...claimsOf(user) }) };
    },
    extraTokenClaims: (_context, token) => {
      const user = exampleUser('accountId' in token ? token.accountId : token.clientId);
      return user && claimsOf(user);
    },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: SCOPE,
          audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: TOKEN_SECONDS,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
  };
}

function webClient(redirectUris: readonly string[]): ClientMetadata {
  return {
    client_id: WEB_CLIENT_ID,
    client_secret: EXAMPLE_SECRET,
    grant_types: ['authorization_code', 'refresh_token'],
    redirect_uris: [...redirectUris],
    response_types: ['code'],
  };
}

function exampleUser(id: string | undefined): ExampleUser | undefined {
  return exampleUsers.find((user) => user.id === id);
}

function claimsOf({ name, organisation, roles }: ExampleUser): {
  name: string;
  organisation: string;
  roles: string[];
} {
  return { name, organisation, roles: [...roles] };
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

/** Makes the provider without the lines it prints about what is meant here: Node 20, storage in memory, its own pages. */
async function makeProvider(...args: ConstructorParameters<typeof Provider>): Promise<Provider> {
  const { warn } = console;
  console.warn = (...line: unknown[]) => {
    if (!String(line[0]).includes('oidc-provider WARNING')) warn(...line);
  };
  try {
    // Only here: what runs in production never loads it.
    const { Provider } = await import('oidc-provider');
    return new Provider(...args);
  } finally {
    console.warn = warn;
  }
}
