import type { FastifyRequest } from 'fastify';
import { Problem } from '../http/problems/problem.js';
import { isFormTokenOf } from './opaque-token.js';

/** The field of a form that shows that a page of ours made it. */
export const FORM_TOKEN_FIELD = '_form';

/**
 * Refuses what changes something by a session unless a page of this product sent it: the browser says so, and the form holds
 * what only that session's pages know. Either would do; a fault in one leaves the other.
 *
 * @throws Problem `other-site`
 */
export function refuseOtherSites(
  { headers, body }: Pick<FastifyRequest, 'headers' | 'body'>,
  sessionToken: string,
  publicUrl: string,
): void {
  const site = headers['sec-fetch-site'];
  const fromHere = site === undefined ? headers.origin === new URL(publicUrl).origin : site === 'same-origin';
  const field = (body as Record<string, unknown> | null | undefined)?.[FORM_TOKEN_FIELD];
  if (fromHere && isFormTokenOf(sessionToken, field)) return;
  throw new Problem('other-site', 'This was not sent by a page of Handover: open the page again.');
}
