import { createPrivateKey } from 'node:crypto';
import {
  CLIENT_KEY_ALGORITHMS,
  type ClientCredential,
  type SignInSettings,
} from '../sign-in/sign-in-settings.js';
import {
  address,
  choice,
  InvalidSetting,
  optionalSecret,
  optionalText,
  wholeNumber,
  type Environment,
} from './environment.js';

/** What the settings of tokens say already. */
interface KnownBefore {
  readonly issuer: string;
  readonly audience: string;
  readonly production: boolean;
}

/**
 * How people sign in to the pages; nothing when `OIDC_CLIENT_ID` is not set.
 *
 * @throws InvalidSetting with one line that names the variable.
 */
export function signInFrom(
  environment: Environment,
  { issuer, audience, production }: KnownBefore,
): SignInSettings | undefined {
  const clientId = optionalText('OIDC_CLIENT_ID')(environment);
  if (clientId === undefined) return undefined;
  const acr = optionalText('OIDC_ACR')(environment);
  return {
    issuer,
    audience,
    clientId,
    clientCredential: credentialFrom(environment),
    publicUrl: publicUrlFrom(environment, production),
    ...(acr !== undefined && { acr }),
    sessions: {
      idleMinutes: wholeNumber('SESSION_IDLE_MINUTES', { otherwise: 30, min: 1, max: 24 * 60 })(environment),
      hours: wholeNumber('SESSION_HOURS', { otherwise: 12, min: 1, max: 7 * 24 })(environment),
    },
  };
}

function credentialFrom(environment: Environment): ClientCredential {
  const secret = optionalSecret('OIDC_CLIENT_SECRET')(environment);
  const pkcs8Pem = optionalSecret('OIDC_CLIENT_KEY')(environment);
  if (secret !== undefined && pkcs8Pem !== undefined) {
    throw new InvalidSetting('OIDC_CLIENT_SECRET and OIDC_CLIENT_KEY are both set: only one of them may be');
  }
  if (secret !== undefined) return { kind: 'secret', secret };
  if (pkcs8Pem === undefined) {
    throw new InvalidSetting(
      'OIDC_CLIENT_SECRET is not set: OIDC_CLIENT_ID needs it, or OIDC_CLIENT_KEY in its place',
    );
  }
  const algorithm = choice('OIDC_CLIENT_KEY_ALGORITHM', CLIENT_KEY_ALGORITHMS, 'RS256')(environment);
  try {
    createPrivateKey(pkcs8Pem);
  } catch {
    throw new InvalidSetting('OIDC_CLIENT_KEY is no private key in PEM form');
  }
  return { kind: 'private-key', pkcs8Pem, algorithm };
}

function publicUrlFrom(environment: Environment, production: boolean): string {
  const text = address('PUBLIC_URL', ['https', 'http']).required(
    'the address at which browsers find the pages, which OIDC_CLIENT_ID needs',
  )(environment);
  const { origin, pathname, search, hash, protocol } = new URL(text);
  if (pathname !== '/' || search !== '' || hash !== '') {
    throw new InvalidSetting('PUBLIC_URL must be an address without a path: https://handover.example');
  }
  if (production && protocol !== 'https:') {
    throw new InvalidSetting(
      'PUBLIC_URL must start with https:// in production: sessions are kept in secure cookies',
    );
  }
  return origin;
}
