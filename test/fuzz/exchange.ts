import { bodyTextOf, targetOf, type Draft } from './draft.js';

/** An answer as it came. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Sends a draft as it is. @throws TypeError when no answer came. */
export async function send(address: string, draft: Draft, token: string | undefined): Promise<Answer> {
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
