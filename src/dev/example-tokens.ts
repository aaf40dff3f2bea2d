import { EXAMPLE_SECRET } from './example-users.js';

const RENEW_BEFORE_MS = 60_000;

interface TokenAnswer {
  readonly access_token: string;
  readonly expires_in: number;
}

/**
 * Gives the access token of an example user, fetched from the local issuer and kept until shortly before it runs out.
 *
 * The function it returns rejects when the issuer refuses.
 */
export function exampleTokens(issuer: string): (user: string) => Promise<string> {
  const kept = new Map<string, { readonly token: string; readonly until: number }>();
  return async (user) => {
    const found = kept.get(user);
    if (found !== undefined && found.until > performance.now()) return found.token;
    const { access_token: token, expires_in: seconds } = await fetchToken(issuer, user);
    kept.set(user, { token, until: performance.now() + seconds * 1000 - RENEW_BEFORE_MS });
    return token;
  };
}

async function fetchToken(issuer: string, user: string): Promise<TokenAnswer> {
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${btoa(`${user}:${EXAMPLE_SECRET}`)}`,
    },
    body: 'grant_type=client_credentials',
  });
  if (!response.ok) throw new Error(`The issuer gives ${user} no token: ${await response.text()}`);
  return (await response.json()) as TokenAnswer;
}
