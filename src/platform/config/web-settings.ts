import type { RightsSource } from '../access/rights-source.js';
import type { TokenRules } from '../access/token-verifier.js';
import type { RateLimits } from '../http/request/rate-limit.js';
import type { LogLevel } from '../logging/json-logger.js';
import type { SignInSettings } from '../sign-in/sign-in-settings.js';

/** What the web process is told from outside about HTTP and sign-in. */
export interface WebSettings {
  readonly production: boolean;
  /** Where it listens; 0 takes a free port. */
  readonly port: number;
  readonly host: string;
  /** Whose access tokens are taken. */
  readonly tokens: TokenRules & {
    /** Where the issuer's keys are; found by discovery when absent. */
    readonly jwksUri?: string;
  };
  /** Where people's roles are taken from: our records, or, for trying out only, their tokens. */
  readonly staffRights: RightsSource;
  readonly rateLimits: RateLimits;
  /** How people sign in to the pages; without it the product is an API alone. */
  readonly signIn?: SignInSettings;
  /** Addresses of proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies?: string;
  /** How many events the read models may be behind before the process counts as not ready. */
  readonly maxLagEvents: number;
  readonly logLevel: LogLevel;
}
