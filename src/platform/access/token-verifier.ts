import { errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { systemClock } from '../../kernel/clock.js';
import { Problem } from '../http/problems/problem.js';
import type { Account, SignedIn } from './principal.js';
import { isRole } from './roles.js';
import { SigningKeysUnavailable } from './signing-keys.js';
import { VerifiedTokens } from './verified-tokens.js';

export interface TokenRules {
  readonly issuer: string;
  readonly audience: string;
  /** `at+jwt` (RFC 9068), or `JWT` for an issuer that marks its access tokens no better. */
  readonly tokenType: 'at+jwt' | 'JWT';
}

// Asymmetric only: with a shared-secret algorithm in the list, anybody who has the public key could sign.
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const CLOCK_TOLERANCE_SECONDS = 5;
/** The issuer sends it at once; later it is somebody else who sends it again. */
const LOGOUT_SECONDS = 120;
const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const ORGANISATION = /^[A-Z0-9]{2,12}$/;

/** Reads whom a bearer token stands for. */
export class TokenVerifier {
  private readonly verified = new VerifiedTokens(systemClock);

  constructor(
    private readonly rules: TokenRules,
    private readonly keys: JWTVerifyGetKey,
  ) {}

  /** @throws Problem `not-signed-in` for a token that is not good, `sign-in-unavailable` when that cannot be found out. */
  async verify(authorization: string | undefined): Promise<SignedIn> {
    const token = bearerToken(authorization);
    const known = this.verified.find(token);
    if (known !== undefined) return known;
    try {
      return await this.check(token);
    } catch (fault) {
      if (fault instanceof SigningKeysUnavailable) {
        throw new Problem('sign-in-unavailable', 'The access token cannot be checked at the moment.', {
          headers: { 'retry-after': '5' },
          cause: fault,
        });
      }
      if (fault instanceof errors.JOSEError) throw badToken(reasonOf(fault));
      throw fault;
    }
  }

  /**
   * Whom the issuer has signed out, by its own word to this client (OpenID Connect Back-Channel Logout 1.0, section 2.6).
   *
   * @param clientId of the client that the token has to be for
   * @returns the account, and when the issuer said so
   * @throws Problem `sign-in-failed` for a token that does not say it, `sign-in-unavailable` when that cannot be found out.
   */
  async verifyLogout(
    token: unknown,
    clientId: string,
  ): Promise<{ readonly account: Account; readonly at: Date }> {
    const { issuer } = this.rules;
    try {
      const { payload } = await jwtVerify(typeof token === 'string' ? token : '', this.keys, {
        algorithms: ALGORITHMS,
        issuer,
        audience: clientId,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        maxTokenAge: LOGOUT_SECONDS,
        requiredClaims: ['sub', 'iat', 'jti', 'events'],
      });
      const { sub: subject = '', iat = 0, events, nonce } = payload;
      // An ID token has a nonce, and must not be taken for the word that somebody was signed out.
      if (subject === '' || nonce !== undefined || !saysLogout(events)) throw notSignedOut();
      return { account: { issuer, subject }, at: new Date(iat * 1000) };
    } catch (fault) {
      if (fault instanceof SigningKeysUnavailable) {
        throw new Problem('sign-in-unavailable', 'The logout token cannot be checked at the moment.', {
          headers: { 'retry-after': '5' },
          cause: fault,
        });
      }
      if (fault instanceof errors.JOSEError) throw notSignedOut(fault);
      throw fault;
    }
  }

  private async check(token: string): Promise<SignedIn> {
    const { issuer, audience, tokenType } = this.rules;
    const { payload } = await jwtVerify(token, this.keys, {
      algorithms: ALGORITHMS,
      issuer,
      audience,
      typ: tokenType,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      requiredClaims: ['sub', 'exp', 'iat'],
    });
    const signedIn = signedInBy(payload, issuer);
    this.verified.keep(token, signedIn, payload.exp ?? 0);
    return signedIn;
  }
}

function saysLogout(events: unknown): boolean {
  return (
    typeof events === 'object' && events !== null && typeof Reflect.get(events, LOGOUT_EVENT) === 'object'
  );
}

function notSignedOut(cause?: unknown): Problem {
  return new Problem('sign-in-failed', 'This is no logout token of the issuer for this client.', { cause });
}

function bearerToken(authorization: string | undefined): string {
  if (authorization === undefined) {
    throw new Problem('not-signed-in', 'Send an access token in the Authorization header.', {
      headers: { 'www-authenticate': 'Bearer' },
    });
  }
  const match = /^Bearer +([A-Za-z0-9\-._~+/]+=*)$/i.exec(authorization);
  if (match?.[1] === undefined) throw badToken('The Authorization header is not a bearer token');
  return match[1];
}

/** The refusal of a token for what it is or says, in our own words. */
export function badToken(reason: string): Problem {
  return new Problem('not-signed-in', `${reason}.`, {
    headers: { 'www-authenticate': `Bearer error="invalid_token", error_description="${reason}"` },
  });
}

// Our own words: the library's may quote what the token says.
function reasonOf(fault: errors.JOSEError): string {
  if (fault instanceof errors.JWTExpired) return 'The access token has expired';
  if (fault instanceof errors.JWTClaimValidationFailed)
    return claimReasons[fault.claim] ?? 'A claim of the token is not right';
  if (fault instanceof errors.JOSEAlgNotAllowed)
    return 'The access token is signed with an algorithm that is not accepted';
  return 'The access token is not valid';
}

const claimReasons: Readonly<Record<string, string>> = {
  aud: 'The access token is for another audience',
  iss: 'The access token is from another issuer',
  typ: 'The token is not an access token',
  nbf: 'The access token is not valid yet',
  iat: 'The access token is not valid yet',
};

function signedInBy(claims: JWTPayload, issuer: string): SignedIn {
  const { sub, organisation, roles, name, act } = claims as JWTPayload &
    Record<'organisation' | 'roles' | 'name' | 'act', unknown>;
  if (sub === undefined || sub === '') throw badToken('The access token names no subject');
  // RFC 8693: somebody else than the subject acts, and events would name the wrong person.
  if (act !== undefined) throw badToken('The access token lets somebody act in the name of another');
  return {
    issuer,
    subject: sub,
    ...(typeof organisation === 'string' && ORGANISATION.test(organisation) && { organisation }),
    claimedRoles: Array.isArray(roles) ? roles.filter(isRole) : [],
    ...(typeof name === 'string' && name !== '' && { name }),
  };
}
