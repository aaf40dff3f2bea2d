import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CookieSerializeOptions } from '@fastify/cookie';

/** The prefix has browsers refuse the cookie unless it is secure, of this host alone and of every path. */
const SESSION = '__Host-handover';
const ATTEMPT = '__Host-handover-sign-in';

const OPTIONS = {
  path: '/',
  secure: true,
  httpOnly: true,
  sameSite: 'lax',
} as const satisfies CookieSerializeOptions;

/** The two cookies of the pages. Both hold an opaque token and end with the browser at the latest. */
export const signInCookies = {
  sessionOf: ({ cookies }: FastifyRequest): string | undefined => cookies[SESSION],
  attemptOf: ({ cookies }: FastifyRequest): string | undefined => cookies[ATTEMPT],

  keepSession: (reply: FastifyReply, token: string): void => void reply.setCookie(SESSION, token, OPTIONS),
  keepAttempt: (reply: FastifyReply, token: string): void => void reply.setCookie(ATTEMPT, token, OPTIONS),

  forgetSession: (reply: FastifyReply): void => void reply.clearCookie(SESSION, OPTIONS),
  forgetAttempt: (reply: FastifyReply): void => void reply.clearCookie(ATTEMPT, OPTIONS),
};
