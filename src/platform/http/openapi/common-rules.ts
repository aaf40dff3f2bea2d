import type {
  OpenAPIObject,
  OperationObject,
  ParameterObject,
  ReferenceObject,
  ResponseObject,
} from '@nestjs/swagger';
import { ROLES_EXTENSION } from '../../access/access-rule.js';
import { WITHOUT_KEY_EXTENSION } from '../idempotency/without-idempotency-key.js';
import { operationsOf, type Operation } from './operations.js';
import { problemResponses, problemSchema } from './problem-responses.js';

type Status = keyof typeof problemResponses;

const header = (name: string, description: string, example: string, required = false): ParameterObject => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string' },
  example,
});

const parameters = {
  IdempotencyKey: header(
    'Idempotency-Key',
    'Your name for this command, 1 to 255 visible ASCII characters. Sent again with the same body it gets the same answer.',
    '2f0f1c1e-8a52-4d0c-9b57-0e2f6a3b7c11',
    true,
  ),
  CorrelationId: header(
    'X-Correlation-ID',
    'A UUID that runs through everything this request sets off; made when absent, and returned.',
    '6e1f9a52-0d8c-4b1d-9a63-1f0f6c7d2e44',
  ),
  IfNoneMatch: header(
    'If-None-Match',
    'The ETag that you have: the answer is 304 when it is current.',
    'W/"17"',
  ),
  MinPosition: {
    name: 'minPosition',
    in: 'query',
    required: false,
    description: 'Wait up to two seconds until the view shows this Handover-Position.',
    schema: { type: 'string' },
    example: '1042',
  },
  MinVersion: {
    name: 'minVersion',
    in: 'query',
    required: false,
    description: 'Wait up to two seconds until the view shows this version.',
    schema: { type: 'integer' },
    example: 17,
  },
} as const satisfies Record<string, ParameterObject>;

const headers = {
  ETag: { description: 'The version.', schema: { type: 'string' }, example: 'W/"17"' },
  HandoverPosition: {
    description: 'How far a view must have come to show this command: pass it back as minPosition.',
    schema: { type: 'string' },
    example: '1042',
  },
  IdempotencyReplayed: {
    description: '`true` when the command had been carried out before and this is its answer again.',
    schema: { type: 'string' },
  },
} as const;

/** Adds to every operation the headers, parameters and error answers that the platform gives it. */
export function withCommonRules(document: OpenAPIObject): OpenAPIObject {
  const operations = operationsOf(document);
  const components = document.components ?? {};
  document.components = {
    ...components,
    schemas: { ...components.schemas, Problem: problemSchema },
    parameters: { ...components.parameters, ...parameters },
    headers: { ...components.headers, ...headers },
    responses: {
      ...components.responses,
      ...Object.fromEntries(
        Object.entries(problemResponses).map(([status, response]) => [`Problem${status}`, response]),
      ),
    },
  };
  operations.forEach(describeOperation);
  return document;
}

function describeOperation({ method, operation }: Operation): void {
  const isPublic = isPublicOperation(operation);
  const isCommand = method !== 'get';
  const hasKey = isCommand && extensionOf(operation, WITHOUT_KEY_EXTENSION) !== true;
  operation.parameters = [...(operation.parameters ?? []), ...parametersFor({ isPublic, isCommand, hasKey })];
  dropUnsaid(operation);
  for (const status of statusesFor(operation, { isPublic, isCommand })) {
    // What the route says of itself wins.
    operation.responses[status] ??= { $ref: `#/components/responses/Problem${status}` };
  }
  if (hasKey) describeCommandAnswers(operation);
}

function parametersFor(kind: { isPublic: boolean; isCommand: boolean; hasKey: boolean }): ReferenceObject[] {
  const names: (keyof typeof parameters)[] = [];
  if (kind.hasKey) names.push('IdempotencyKey');
  if (!kind.isPublic) names.push('CorrelationId');
  if (!kind.isPublic && !kind.isCommand) names.push('IfNoneMatch', 'MinPosition', 'MinVersion');
  return names.map((name) => ({ $ref: `#/components/parameters/${name}` }));
}

function statusesFor(
  operation: OperationObject,
  { isPublic, isCommand }: { isPublic: boolean; isCommand: boolean },
): readonly Status[] {
  const always: readonly Status[] = [400, 404, 414, 429, 500, 503];
  const signedIn: readonly Status[] = isPublic ? [] : [401, 403, 422];
  const command: readonly Status[] = isCommand ? [409, 413, 415] : [];
  const versioned: readonly Status[] = needsVersion(operation) ? [412, 428] : [];
  return [...always, ...signedIn, ...command, ...versioned];
}

function needsVersion({ parameters: given = [] }: OperationObject): boolean {
  return given.some((each) => 'name' in each && each.name === 'If-Match');
}

/** What Nest adds by itself to a route that says nothing of the status, beside what its controller says of every route. */
function dropUnsaid({ responses }: OperationObject): void {
  const successes = Object.entries(responses).filter(([status]) => /^2\d\d$/.test(status));
  const said = successes.filter(([, response]) => response !== undefined && !isUnsaid(response));
  if (said.length === 0) return;
  for (const [status, response] of successes) {
    if (response !== undefined && isUnsaid(response)) Reflect.deleteProperty(responses, status);
  }
}

function isUnsaid(response: ResponseObject | ReferenceObject): boolean {
  return !('$ref' in response) && response.description === '' && response.content === undefined;
}

function describeCommandAnswers({ responses }: OperationObject): void {
  for (const [status, response] of Object.entries(responses)) {
    if (!/^2\d\d$/.test(status) || response === undefined || '$ref' in response) continue;
    response.headers = {
      ETag: { $ref: '#/components/headers/ETag' },
      'Handover-Position': { $ref: '#/components/headers/HandoverPosition' },
      'Idempotency-Replayed': { $ref: '#/components/headers/IdempotencyReplayed' },
      ...response.headers,
    };
  }
}

function isPublicOperation(operation: OperationObject): boolean {
  const roles = extensionOf(operation, ROLES_EXTENSION);
  return Array.isArray(roles) && roles.length === 0;
}

function extensionOf(operation: OperationObject, name: string): unknown {
  return (operation as unknown as Record<string, unknown>)[name];
}
