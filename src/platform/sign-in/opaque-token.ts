import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const BYTES = 32;
const FORM = /^[A-Za-z0-9_-]{43}$/;

/** A secret that stands for a session or for a sign-in that has begun: it says nothing, and nobody can guess it. */
export function newToken(): string {
  return randomBytes(BYTES).toString('base64url');
}

/** What is stored of a token: whoever reads the table cannot use it. Nothing for text that is no token of ours. */
export function hashOfToken(token: string): Buffer | undefined {
  return FORM.test(token) ? createHash('sha256').update(token).digest() : undefined;
}

/** What a form of a page has to send along: only somebody who holds the session can know it. */
export function formTokenOf(sessionToken: string): string {
  return createHmac('sha256', sessionToken).update('form').digest('base64url');
}

/** True when the text is the form token of the session, found out in a time that does not tell how much of it is right. */
export function isFormTokenOf(sessionToken: string, text: unknown): boolean {
  if (typeof text !== 'string') return false;
  const [expected, given] = [formTokenOf(sessionToken), text].map((each) =>
    createHash('sha256').update(each).digest(),
  ) as [Buffer, Buffer];
  return timingSafeEqual(expected, given);
}
