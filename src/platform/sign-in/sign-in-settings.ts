/** How people sign in to the pages: an OpenID Connect client of the same issuer whose access tokens the API takes. */
export interface SignInSettings {
  readonly issuer: string;
  /** What the access token is asked for, so that it says who may do what here. */
  readonly audience: string;
  readonly clientId: string;
  readonly clientCredential: ClientCredential;
  /** Where people's browsers find the product, without a path: `https://handover.example`. */
  readonly publicUrl: string;
  /** The strength of sign-in that is asked for and insisted on, in the issuer's own words. */
  readonly acr?: string;
  readonly sessions: SessionLimits;
}

/** How the product shows the issuer that it is the client. NHS CIS2 takes a signature only. */
export type ClientCredential =
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'private-key'; readonly pkcs8Pem: string; readonly algorithm: ClientKeyAlgorithm };

export const CLIENT_KEY_ALGORITHMS = ['RS256', 'RS512', 'PS256', 'ES256'] as const;
export type ClientKeyAlgorithm = (typeof CLIENT_KEY_ALGORITHMS)[number];

/** How long a session lasts. */
export interface SessionLimits {
  /** Minutes without a request after which it ends. */
  readonly idleMinutes: number;
  /** Hours after sign-in when it ends, whatever was asked meanwhile. */
  readonly hours: number;
}

/** Nest's name for the settings. */
export const SIGN_IN_SETTINGS = Symbol('SignInSettings');
