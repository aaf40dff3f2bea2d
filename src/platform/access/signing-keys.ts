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

interface FoundKeys {
  readonly address: string;
  readonly keyFor: JWTVerifyGetKey;
}

/**
 * Finds the key that a token names among the published keys of its issuer. Keys are kept, and fetched again when a token
 * names one that is not known (at most every 30 seconds), so that a rotation needs no restart. Where they cannot be fetched, those
 * that are known go on counting: else anyone could stop all others by a token that names a key of their invention.
 *
 * @throws SigningKeysUnavailable (from the returned function) when the issuer cannot be reached or answers nonsense.
 */
export function remoteSigningKeys({ issuer, jwksUri }: KeySource): JWTVerifyGetKey {
  let found: FoundKeys | undefined;
  let finding: Promise<FoundKeys> | undefined;
  const find = async (): Promise<FoundKeys> => {
    const address = jwksUri ?? (await discoveredJwksUri(issuer));
    if (found?.address !== address) {
      const keyFor = createRemoteJWKSet(new URL(address), { timeoutDuration: FETCH_TIMEOUT_MS });
      found = { address, keyFor };
    }
    return found;
  };
  const findOnce = async (): Promise<FoundKeys> => {
    finding ??= find().finally(() => (finding = undefined));
    return finding;
  };
  return async (header, token) => {
    try {
      const { keyFor } = found ?? (await findOnce());
      return await keyFor(header, token);
    } catch (fault) {
      if (fault instanceof errors.JWKSNoMatchingKey || fault instanceof errors.JWKSMultipleMatchingKeys)
        throw fault;
      // The issuer may have come to publish its keys elsewhere: who asks next finds them there.
      if (found !== undefined) findOnce().catch(() => undefined);
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
  if (issuer.startsWith('https:') && !document.jwks_uri.startsWith('https:'))
    throw new Error('Discovery names keys without https');
  return document.jwks_uri;
}
