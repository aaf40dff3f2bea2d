import type { ResponseObject, SchemaObject } from '@nestjs/swagger';
import { platformProblems, type PlatformProblemCode } from '../problems/problem-codes.js';
import { PROBLEM_JSON } from '../problems/problem.filter.js';
import { problemType } from '../problems/problem.js';

/** The body of every error. A refusal may add members of its own. */
export const problemSchema: SchemaObject = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'traceId'],
  properties: {
    type: { type: 'string', format: 'uri-reference', description: 'The page that explains the code.' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What is wrong this time.' },
    instance: { type: 'string', description: 'The path that was asked.' },
    code: { type: 'string', description: 'For programs; it does not change.' },
    traceId: { type: 'string', description: 'Give it when you report the problem.' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['code', 'detail'],
        properties: {
          pointer: { type: 'string', description: 'JSON pointer into the body.' },
          parameter: { type: 'string', description: 'Name of a parameter of the address.' },
          code: { type: 'string' },
          detail: { type: 'string' },
        },
      },
    },
  },
  additionalProperties: true,
};

const EXAMPLE_TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';

function example(code: PlatformProblemCode, more: object = {}): object {
  const { status, title, meaning } = platformProblems[code];
  return { type: problemType(code), title, status, detail: meaning, code, traceId: EXAMPLE_TRACE, ...more };
}

const refusal = {
  type: problemType('case-not-ready'),
  title: 'Case not ready',
  status: 409,
  detail: 'Agreeing bridging is not possible while the case is alerted.',
  code: 'case-not-ready',
  traceId: EXAMPLE_TRACE,
  stage: 'alerted',
};

function response(description: string, ...examples: readonly object[]): ResponseObject {
  return {
    description,
    content: {
      [PROBLEM_JSON]: {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: Object.fromEntries(examples.map((value) => [(value as { code: string }).code, { value }])),
      },
    },
  };
}

const moneyItem = {
  pointer: '/weeklyAmount/amount',
  code: 'pounds',
  detail: 'amount must be text such as "842.00", not a JSON number, which may be rounded',
};

/** The answers that operations share, by status. */
export const problemResponses = {
  400: response('Malformed', example('unknown-field'), example('idempotency-key-missing')),
  401: response('No valid access token', example('not-signed-in')),
  403: response('Not allowed', example('not-allowed')),
  404: response('Nothing there, or nothing that you may see', example('not-found')),
  409: response('The rules say no at this stage', refusal, example('command-running')),
  412: response(
    'Somebody else changed it first',
    example('stale-version', { yourVersion: 16, currentVersion: 17 }),
  ),
  413: response('Too large', example('too-large')),
  414: response('The address is too long', example('address-too-long')),
  415: response('Not JSON', example('unsupported-media-type')),
  422: response(
    'Values that cannot be accepted',
    example('invalid-fields', { errors: [moneyItem] }),
    example('idempotency-key-reused'),
  ),
  428: response('If-Match is missing', example('version-missing')),
  429: response('Too many requests', example('too-many-requests')),
  500: response('A fault of ours', example('unexpected'), example('broken-history')),
  503: response('Try again after Retry-After', example('unavailable'), example('not-yet-visible')),
} as const satisfies Record<number, ResponseObject>;
