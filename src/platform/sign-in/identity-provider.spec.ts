import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import { remoteSigningKeys } from '../access/signing-keys.js';
import { TokenVerifier } from '../access/token-verifier.js';
import type { Problem } from '../http/problems/problem.js';
import { CALLBACK_PATH, IdentityProvider } from './identity-provider.js';
import type { SignInSettings } from './sign-in-settings.js';

const AUDIENCE = 'https://handover.example/api';
const CLIENT = 'handover-web';
const SUBJECT = 'b0c4e1';

/** An issuer that answers what a test has it answer, right but for that. */
class PlayedIssuer {
  /** What the discovery document says besides, or otherwise. */
  metadata: Record<string, unknown> = {};
  /** What the ID token says besides, or otherwise. */
  claims: Record<string, unknown> = {};
  /** The path that is answered by a redirect elsewhere. */
  redirects: string | undefined;
  /** The nonce that the sign-in asked for. */
  nonce = '';
  private readonly server: Server;

  private constructor(
    private readonly key: CryptoKey,
    private readonly published: JWK,
    private readonly elsewhere: string,
  ) {
    this.server = createServer((request, response) => void this.answer(request, response));
  }

  static async start(elsewhere: string): Promise<PlayedIssuer> {
    const { privateKey, publicKey } = await generateKeyPair('RS256');
    const published = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
    const issuer = new PlayedIssuer(privateKey, published, elsewhere);
    await new Promise<void>((resolve) => issuer.server.listen(0, '127.0.0.1', resolve));
    return issuer;
  }

  get address(): string {
    return addressOf(this.server);
  }

  stop(): Promise<void> {
    return closed(this.server);
  }

  private async answer({ url = '' }: IncomingMessage, response: ServerResponse): Promise<void> {
    if (url === this.redirects) {
      response.writeHead(302, { location: `${this.elsewhere}${url}` }).end();
      return;
    }
    const issuer = this.address;
    const answers: Readonly<Record<string, () => object | Promise<object>>> = {
      '/.well-known/openid-configuration': () => ({
        issuer,
        authorization_endpoint: `${issuer}/authorise`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        ...this.metadata,
      }),
      '/jwks': () => ({ keys: [this.published] }),
      '/token': () => this.tokens(),
    };
    const body = JSON.stringify((await answers[url]?.()) ?? {});
    response.writeHead(url in answers ? 200 : 404, { 'content-type': 'application/json' }).end(body);
  }

  private async tokens(): Promise<object> {
    const { address: iss, nonce } = this;
    const signed = (claims: Record<string, unknown>, typ: string) =>
      new SignJWT({ iss, sub: SUBJECT, exp: inSeconds(300), ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: 'k1', typ })
        .setIssuedAt()
        .sign(this.key);
    return {
      token_type: 'Bearer',
      access_token: await signed({ aud: AUDIENCE }, 'at+jwt'),
      id_token: await signed({ aud: CLIENT, nonce, ...this.claims }, 'JWT'),
    };
  }
}

function inSeconds(seconds: number): number {
  return Math.floor(Date.now() / 1000) + seconds;
}

function addressOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

describe('A sign-in at an issuer', () => {
  /** Whatever is asked of it was asked by following a redirect. */
  const askedElsewhere: string[] = [];
  const elsewhere = createServer(({ url = '' }, response) => {
    askedElsewhere.push(url);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  let issuer: PlayedIssuer;

  beforeAll(() => new Promise<void>((resolve) => void elsewhere.listen(0, '127.0.0.1', resolve)));
  afterAll(() => closed(elsewhere));
  beforeEach(async () => {
    askedElsewhere.length = 0;
    issuer = await PlayedIssuer.start(addressOf(elsewhere));
  });
  afterEach(() => issuer.stop());

  const providerOf = (): IdentityProvider => {
    const settings: SignInSettings = {
      issuer: issuer.address,
      audience: AUDIENCE,
      clientId: CLIENT,
      clientCredential: { kind: 'secret', secret: 'example-only' },
      publicUrl: 'https://handover.example',
      sessions: { idleMinutes: 30, hours: 12 },
    };
    const rules = { issuer: issuer.address, audience: AUDIENCE, tokenType: 'at+jwt' as const };
    return new IdentityProvider(settings, new TokenVerifier(rules, remoteSigningKeys(rules)));
  };
  /** Signs in as a browser does that comes back from the issuer at once. */
  const signedIn = async () => {
    const provider = providerOf();
    const { begun } = await provider.begin();
    issuer.nonce = begun.nonce;
    const back = new URLSearchParams({ code: 'c0de', state: begun.state, iss: issuer.address });
    return provider.finish(`${CALLBACK_PATH}?${back.toString()}`, { ...begun, returnTo: '/cases' });
  };
  const refusal = async (): Promise<string> => {
    const fault: unknown = await signedIn().catch((each: unknown) => each);
    return (fault as Problem).content.code;
  };

  it('is who the issuer says, where everything is right', async () => {
    expect(await signedIn()).toMatchObject({ issuer: issuer.address, subject: SUBJECT });
  });

  it.each<[string, Record<string, unknown>]>([
    ['another nonce', { nonce: 'x'.repeat(43) }],
    ['no nonce', { nonce: undefined }],
    ['the audience of another client', { aud: 'somebody-else' }],
    ['the audience of the API', { aud: AUDIENCE }],
    ['another client as the one that asked', { aud: [CLIENT, 'somebody-else'], azp: 'somebody-else' }],
    ['another issuer', { iss: 'https://elsewhere.example' }],
    ['somebody else than the access token', { sub: 'a11ce5' }],
    ['nobody', { sub: undefined }],
    ['that it has ended', { exp: inSeconds(-60) }],
  ])('is refused where the ID token says %s', async (_, claims) => {
    issuer.claims = claims;
    expect(await refusal()).toBe('sign-in-failed');
  });

  it.each<[string, Record<string, unknown>]>([
    ['another issuer', { issuer: 'https://elsewhere.example' }],
    ['the issuer under another path', { issuer: 'http://127.0.0.1/tenant' }],
    ['no issuer', { issuer: undefined }],
  ])('is not begun where the metadata name %s', async (_, metadata) => {
    issuer.metadata = metadata;
    expect(await refusal()).toBe('sign-in-unavailable');
  });

  it.each([
    ['/.well-known/openid-configuration', 'sign-in-unavailable'],
    ['/token', 'sign-in-failed'],
    ['/jwks', 'sign-in-unavailable'],
  ])('follows no redirect from %s', async (path, code) => {
    issuer.redirects = path;
    expect(await refusal()).toBe(code);
    expect(askedElsewhere).toEqual([]);
  });

  it('has the keys of tokens of programs found without a redirect as well', async () => {
    const keys = remoteSigningKeys({ issuer: issuer.address });
    issuer.redirects = '/.well-known/openid-configuration';
    await expect(keys({ alg: 'RS256', kid: 'k1' }, { payload: '', signature: '' })).rejects.toThrow(
      'not available',
    );
    expect(askedElsewhere).toEqual([]);
  });
});
