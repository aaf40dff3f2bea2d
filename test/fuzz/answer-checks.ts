import type { DescribedAnswers } from './described-answers.js';
import type { Draft } from './draft.js';
import type { Answer } from './exchange.js';

/** An answer to judge, with what is known about its request. */
export interface Exchange {
  readonly draft: Draft;
  readonly answer: Answer;
  /** Whether the request follows the description, signed in by somebody who may call the operation. */
  readonly follows: boolean;
  /** The statuses of a refusal that must come; absent where the request may be accepted. */
  readonly refused?: readonly number[];
  /** References that the sender may not see, unless the sender named them. */
  readonly secret: readonly string[];
  /** How many events the request has led to by itself. */
  readonly stored: number;
}

const HEADERS: Readonly<Record<string, RegExp>> = {
  'cache-control': /^no-store$/,
  'content-security-policy':
    /^default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'referrer-policy': /^same-origin$/,
  'strict-transport-security': /^max-age=\d{7,}/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/,
  'x-request-id': /./,
  'x-correlation-id': /./,
  traceparent: /^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/,
};

/** What would tell a stranger how the server is made. */
const LEAKS = [
  /node_modules/,
  /\bat Object\./,
  /\n\s+at /,
  /\\n\s+at /,
  /\.[jt]s:\d+:\d+/,
  /\bselect\b[^"]*\bfrom\b\s+"?\w+[._]/i,
  /\binsert into\b/i,
  /QueryFailedError/,
  /postgres(ql)?:\/\//,
  /\bECONN\w+/,
  /event_store\.(?!events; --)/,
  /read_model\./,
  /violates \w+ constraint/,
  /PRIVATE KEY/,
  /eyJ[\w-]{10,}\.eyJ/,
  /hunter2|example-only/,
];

/** Of a request that follows the description: the form of it cannot be what is wrong. */
const NOT_FOR_WHAT_FOLLOWS = [400, 401, 405, 406, 413, 414, 415, 428];

/** Everything that is wrong with an answer, in words. */
export function faultsOf(exchange: Exchange, described: DescribedAnswers): readonly string[] {
  const { draft, answer } = exchange;
  const mediaType = (answer.headers.get('content-type') ?? '').split(';', 1)[0] ?? '';
  // Another method is another operation, which nobody has described.
  const isDescribed = draft.method === draft.operation.method;
  return [
    ...(answer.status >= 500 ? [`status ${answer.status}`] : []),
    ...(isDescribed ? described.faultsOf(draft.operation, answer.status, mediaType, answer.text) : []),
    ...(answer.status >= 400 && mediaType !== 'application/problem+json'
      ? ['the refusal is not a problem document']
      : []),
    ...headerFaults(answer),
    ...LEAKS.filter((each) => each.test(answer.text)).map((each) => `the answer has ${each.source} in it`),
    ...refusalFaults(exchange),
    ...secretFaults(exchange),
  ];
}

function headerFaults({ headers }: Answer): readonly string[] {
  const wrong = Object.entries(HEADERS).filter(([name, form]) => !form.test(headers.get(name) ?? ''));
  const telling = ['server', 'x-powered-by', 'set-cookie'].filter((name) => headers.has(name));
  return [
    ...wrong.map(([name]) => `header ${name} is missing or wrong`),
    ...telling.map((name) => `header ${name} is there`),
  ];
}

function refusalFaults({ answer: { status }, follows, refused, stored }: Exchange): readonly string[] {
  return [
    ...(refused === undefined || refused.includes(status)
      ? []
      : [`it must be refused with ${shown(refused)}, and got ${status}`]),
    ...(follows && NOT_FOR_WHAT_FOLLOWS.includes(status)
      ? [`it follows the description and got ${status}`]
      : []),
    ...(status >= 400 && stored > 0 ? [`it was refused, and ${stored} events were stored`] : []),
  ];
}

const A_FEW = 5;
const shown = (statuses: readonly number[]): string =>
  statuses.length > A_FEW ? '4xx' : statuses.join(' or ');

function secretFaults({ draft, answer, secret }: Exchange): readonly string[] {
  const named = JSON.stringify([draft.path, draft.query, draft.body, draft.raw]);
  return secret
    .filter((reference) => !named.includes(reference) && answer.text.includes(reference))
    .map((reference) => `another organisation sees ${reference}`);
}
