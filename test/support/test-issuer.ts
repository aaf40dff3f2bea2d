import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  exportSPKI,
  generateKeyPair,
  importJWK,
  SignJWT,
  UnsecuredJWT,
  type CryptoKey,
  type JWK,
} from 'jose';
import { exampleTokens } from '../../src/dev/example-tokens.js';
import { issuerKeys } from '../../src/dev/issuer-keys.js';
import { exampleUsers, startExampleIssuer, type ExampleIssuer } from '../../src/dev/issuer.js';

export const TEST_AUDIENCE = 'https://handover.example/api';

/** Every way in which a token can be no good that the API has to notice. */
export type BadToken =
  | 'expired'
  | 'not-yet'
  | 'other-audience'
  | 'other-issuer'
  | 'unknown-key'
  | 'forged-signature'
  | 'no-algorithm'
  | 'shared-secret'
  | 'id-token'
  | 'no-subject'
  | 'no-organisation';

/** The real issuer, with good tokens of its example users and bad ones made by hand. */
export class TestIssuer {
  private readonly tokenOf: (user: string) => Promise<string>;

  private constructor(
    private readonly running: ExampleIssuer,
    private readonly signing: JWK,
    private readonly folder: string,
  ) {
    this.tokenOf = exampleTokens(running.issuer);
  }

  /** @param redirectUris where the sign-in of pages may come back to */
  static async start(redirectUris: readonly string[] = []): Promise<TestIssuer> {
    const folder = await mkdtemp(join(tmpdir(), 'handover-issuer-'));
    const running = await startExampleIssuer({
      port: 0,
      audience: TEST_AUDIENCE,
      dataFolder: folder,
      redirectUris,
    });
    const { signing } = await issuerKeys(folder);
    return new TestIssuer(running, signing, folder);
  }

  /** For `WebSettings.tokens.issuer`. */
  get issuer(): string {
    return this.running.issuer;
  }

  /** The access token of an example user, such as `herts-nhs-finance`. */
  tokenFor(user: string): Promise<string> {
    if (!exampleUsers.some(({ id }) => id === user)) throw new Error(`There is no example user ${user}`);
    return this.tokenOf(user);
  }

  /** A good token with other claims than the issuer would give. */
  async tokenWith(claims: Record<string, unknown>): Promise<string> {
    return this.sign(claims, {});
  }

  async badToken(fault: BadToken): Promise<string> {
    const claims = goodClaims(this.issuer);
    switch (fault) {
      case 'expired':
        return this.sign({ iat: now() - 7200, exp: now() - 3600 }, {});
      case 'not-yet':
        return this.sign({ nbf: now() + 3600 }, {});
      case 'other-audience':
        return this.sign({ aud: 'https://elsewhere.example/api' }, {});
      case 'other-issuer':
        return this.sign({ iss: 'https://elsewhere.example' }, {});
      case 'unknown-key':
        return this.sign({}, { kid: 'nobody-has-this' });
      case 'forged-signature': {
        const { privateKey } = await generateKeyPair('RS256');
        return new SignJWT(claims).setProtectedHeader(this.header()).sign(privateKey);
      }
      case 'no-algorithm':
        return new UnsecuredJWT(claims).encode();
      case 'shared-secret':
        return new SignJWT(claims)
          .setProtectedHeader({ ...this.header(), alg: 'HS256' })
          .sign(await this.publicKeyAsSecret());
      case 'id-token':
        return this.sign({}, { typ: 'JWT' });
      case 'no-subject':
        return this.sign({ sub: undefined }, {});
      case 'no-organisation':
        return this.sign({ organisation: undefined }, {});
    }
  }

  async stop(): Promise<void> {
    await this.running.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async sign(
    claims: Record<string, unknown>,
    header: { kid?: string; typ?: string },
  ): Promise<string> {
    return new SignJWT({ ...goodClaims(this.issuer), ...claims })
      .setProtectedHeader({ ...this.header(), ...header })
      .sign(await importJWK(this.signing, 'RS256'));
  }

  private header(): { alg: string; typ: string; kid: string } {
    return { alg: 'RS256', typ: 'at+jwt', kid: this.signing.kid ?? '' };
  }

  /** What the best-known attack signs with: the public key, read as a shared secret. */
  private async publicKeyAsSecret(): Promise<Uint8Array> {
    const { kty, n, e } = this.signing;
    const publicKey = (await importJWK({ kty: kty ?? '', n: n ?? '', e: e ?? '' }, 'RS256', {
      extractable: true,
    })) as CryptoKey;
    return new TextEncoder().encode(await exportSPKI(publicKey));
  }
}

const now = (): number => Math.floor(Date.now() / 1000);

function goodClaims(issuer: string): Record<string, unknown> {
  return {
    iss: issuer,
    aud: TEST_AUDIENCE,
    sub: 'herts-direct-payment-worker',
    organisation: 'E10000015',
    roles: ['direct-payment-worker'],
    iat: now(),
    exp: now() + 3600,
  };
}
