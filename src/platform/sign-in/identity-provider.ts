import { createPrivateKey } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { importPKCS8 } from 'jose';
import * as oidc from 'openid-client';
import type { SignedIn } from '../access/principal.js';
import type { TokenVerifier } from '../access/token-verifier.js';
import { Problem } from '../http/problems/problem.js';
import type { SignInAttempt } from './sign-in-attempts.js';
import type { ClientCredential, SignInSettings } from './sign-in-settings.js';

/** Where the issuer sends the browser back to. */
export const CALLBACK_PATH = '/sign-in/callback';

const SCOPE = 'openid profile';
const CLOCK_TOLERANCE_SECONDS = 5;

/** What the product keeps of a sign-in that it sends somebody off to. */
export type BegunSignIn = Omit<SignInAttempt, 'returnTo'>;

/**
 * The issuer, as the pages see it: OpenID Connect's code flow with PKCE, state and nonce, and a code that counts only for the
 * client that asked for it. Works with any issuer that can be discovered, such as Entra ID and NHS CIS2.
 */
export class IdentityProvider {
  private readonly logger = new Logger('SignIn');
  private configuration: Promise<oidc.Configuration> | undefined;

  constructor(
    private readonly settings: SignInSettings,
    private readonly tokens: TokenVerifier,
  ) {}

  /** @throws Problem `sign-in-unavailable` when the issuer cannot be reached. */
  async begin(): Promise<{ readonly url: URL; readonly begun: BegunSignIn }> {
    const { audience, publicUrl, acr } = this.settings;
    const configuration = await this.discovered();
    const codeVerifier = oidc.randomPKCECodeVerifier();
    const begun = { state: oidc.randomState(), nonce: oidc.randomNonce(), codeVerifier };
    const url = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: new URL(CALLBACK_PATH, publicUrl).href,
      scope: SCOPE,
      resource: audience,
      state: begun.state,
      nonce: begun.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      ...(acr !== undefined && { acr_values: acr }),
    });
    return { url, begun };
  }

  /**
   * Whom the issuer signed in, by its answer to what was begun.
   *
   * @param answer the path and query that the browser came back with
   * @throws Problem `sign-in-failed` when the answer is not one to what was begun, or says no;
   *   `sign-in-unavailable` when the issuer cannot be reached.
   */
  async finish(answer: string, { state, nonce, codeVerifier }: SignInAttempt): Promise<SignedIn> {
    const { audience, publicUrl } = this.settings;
    const configuration = await this.discovered();
    try {
      const tokens = await oidc.authorizationCodeGrant(
        configuration,
        new URL(answer, publicUrl),
        { pkceCodeVerifier: codeVerifier, expectedState: state, expectedNonce: nonce },
        { resource: audience },
      );
      this.refuseWeak(tokens.claims());
      const signedIn = await this.tokens.verify(`Bearer ${tokens.access_token}`);
      if (signedIn.subject !== tokens.claims()?.sub) throw failed('The two tokens name two people.');
      return signedIn;
    } catch (fault) {
      if (fault instanceof Problem) throw fault;
      throw this.because(fault);
    }
  }

  /** Where the browser ends its session at the issuer as well; nothing for an issuer that has no such page. */
  async endSessionUrl(): Promise<URL | undefined> {
    const configuration = await this.discovered();
    if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
    return oidc.buildEndSessionUrl(configuration, { client_id: this.settings.clientId });
  }

  private refuseWeak(claims: oidc.IDToken | undefined): void {
    const { acr } = this.settings;
    if (acr === undefined || claims?.['acr'] === acr) return;
    throw failed('The issuer did not check who you are as strictly as this product asks.');
  }

  /** Asked for once; after a failure asked for again. */
  private async discovered(): Promise<oidc.Configuration> {
    this.configuration ??= discover(this.settings);
    try {
      return await this.configuration;
    } catch (fault) {
      this.configuration = undefined;
      this.logger.warn({ message: 'The token issuer cannot be reached', because: textOf(fault) });
      throw new Problem('sign-in-unavailable', 'Signing in is not possible at the moment: try again.', {
        headers: { 'retry-after': '5' },
        cause: fault,
      });
    }
  }

  private because(fault: unknown): Problem {
    this.logger.warn({ message: 'A sign-in was refused', because: textOf(fault) });
    return failed('The answer of the token issuer cannot be accepted.', fault);
  }
}

async function discover(settings: SignInSettings): Promise<oidc.Configuration> {
  const { issuer, clientId, clientCredential } = settings;
  return oidc.discovery(
    new URL(issuer),
    clientId,
    { [oidc.clockTolerance]: CLOCK_TOLERANCE_SECONDS },
    await authentication(clientCredential),
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- Marked so to stand out; settings refuse it in production.
    issuer.startsWith('http:') ? { execute: [oidc.allowInsecureRequests] } : {},
  );
}

async function authentication(credential: ClientCredential): Promise<oidc.ClientAuth> {
  if (credential.kind === 'secret') return oidc.ClientSecretBasic(credential.secret);
  const pkcs8 = createPrivateKey(credential.pkcs8Pem).export({ type: 'pkcs8', format: 'pem' }) as string;
  return oidc.PrivateKeyJwt(await importPKCS8(pkcs8, credential.algorithm));
}

function failed(detail: string, cause?: unknown): Problem {
  return new Problem('sign-in-failed', `${detail} Start again.`, { cause });
}

function textOf(fault: unknown): string {
  return fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault);
}
