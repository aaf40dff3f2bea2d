import { setTimeout as pause } from 'node:timers/promises';
import { bodyTextOf, targetOf, type Draft } from './draft.js';

/** An answer as it came. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

const MOST_SENT = 20;

/**
 * Sends a draft, and sends it again where the answer asks for that, as any client would: a busy machine may take longer than
 * the server waits for its own worker. One that is never served has the last refusal for its answer.
 *
 * @throws TypeError when no answer came.
 */
export async function send(address: string, draft: Draft, token: string | undefined): Promise<Answer> {
  for (let sent = 1; ; sent += 1) {
    const answer = await sendOnce(address, draft, token);
    const seconds = answer.headers.get('retry-after');
    if (answer.status !== 503 || seconds === null || sent === MOST_SENT) return answer;
    await pause(Number(seconds) * 1000);
  }
}

async function sendOnce(address: string, draft: Draft, token: string | undefined): Promise<Answer> {
  const body = draft.method === 'GET' ? undefined : bodyTextOf(draft);
  const response = await fetch(`${address}${targetOf(draft)}`, {
    method: draft.method,
    redirect: 'manual',
    headers: { ...draft.headers, ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    ...(body !== undefined && { body }),
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const LONGEST_SHOWN = 2000;

/** The request in a form that can be read and sent again. */
export function requestShown(draft: Draft): string {
  const headers = Object.entries(draft.headers).map(
    ([name, value]) => `-H ${JSON.stringify(shortened(`${name}: ${value}`))}`,
  );
  const body = bodyTextOf(draft);
  return [
    draft.method,
    shortened(targetOf(draft)),
    ...headers,
    ...(body === undefined ? [] : [`-d ${JSON.stringify(shortened(body))}`]),
  ].join(' ');
}

const shortened = (text: string): string =>
  text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN)}… (${text.length} signs)`;
