import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';

/** The keys of the token issuer could not be fetched, so nothing can be said about any token. */
export class SigningKeysUnavailable extends Error {
  override readonly name = 'SigningKeysUnavailable';
}

export interface KeySource {
  readonly issuer: string;
  /** Where the keys are; found through OpenID Connect discovery when absent. */
  readonly jwksUri?: string;
}

const FETCH_TIMEOUT_MS = 5_000;

/**
 * Finds the key that a token names among the published keys of its issuer. Keys are kept, and fetched again when a token
 * names one that is not known (at most every 30 seconds), so that a rotation needs no restart.
 *
 * @throws SigningKeysUnavailable (from the returned function) when the issuer cannot be reached or answers nonsense.
 */
export function remoteSigningKeys({ issuer, jwksUri }: KeySource): JWTVerifyGetKey {
  let remote: Promise<JWTVerifyGetKey> | undefined;
  const keySet = async (): Promise<JWTVerifyGetKey> => {
    const address = jwksUri ?? (await discoveredJwksUri(issuer));
    return createRemoteJWKSet(new URL(address), { timeoutDuration: FETCH_TIMEOUT_MS });
  };
  return async (header, token) => {
    try {
      remote ??= keySet();
      return await (
        await remote
      )(header, token);
    } catch (fault) {
      if (fault instanceof errors.JWKSNoMatchingKey || fault instanceof errors.JWKSMultipleMatchingKeys)
        throw fault;
      // The next request discovers again: the issuer may have been starting.
      remote = undefined;
      throw new SigningKeysUnavailable('The keys of the token issuer are not available', { cause: fault });
    }
  };
}

async function discoveredJwksUri(issuer: string): Promise<string> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const answer = await fetch(address, { signal: AbortSignal.timeout(FETCH_TIMEOUT_MS), redirect: 'error' });
  if (!answer.ok) throw new Error(`Discovery answered ${answer.status}`);
  const document = (await answer.json()) as { issuer?: unknown; jwks_uri?: unknown };
  if (document.issuer !== issuer) throw new Error('Discovery names another issuer');
  if (typeof document.jwks_uri !== 'string') throw new Error('Discovery names no keys');
  return document.jwks_uri;
}
