import type { OpenAPIObject } from '@nestjs/swagger';
import { ROLES_EXTENSION } from '../../src/platform/access/access-rule.js';
import { operationsOf, type Operation } from '../../src/platform/http/openapi/operations.js';
import type { FuzzedOperation, Parameter } from './draft.js';
import type { Schema } from './schemas.js';

/** Every operation that a description names, with its references to parameters followed. */
export function fuzzedOperations(document: OpenAPIObject): readonly FuzzedOperation[] {
  return operationsOf(document).map(({ method, path, operation }) => ({
    name: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path,
    parameters: (operation.parameters ?? []).map((each) => parameterOf(document, each)),
    roles: (operation as unknown as Readonly<Record<string, readonly string[]>>)[ROLES_EXTENSION] ?? [],
    responses: operation.responses,
    ...bodyOf(operation),
  }));
}

function parameterOf(document: OpenAPIObject, given: object): Parameter {
  const { $ref } = given as { readonly $ref?: string };
  const name = $ref?.replace('#/components/parameters/', '');
  const found = name === undefined ? given : document.components?.parameters?.[name];
  const { schema, example, ...parameter } = found as Parameter & { readonly example?: unknown };
  return { ...parameter, schema: { ...(example !== undefined && { example }), ...schema } };
}

/** The first way in which it takes a body. */
function bodyOf({ requestBody }: Operation['operation']): Pick<FuzzedOperation, 'body'> {
  if (requestBody === undefined || '$ref' in requestBody) return {};
  const [first] = Object.entries(requestBody.content);
  if (first === undefined) return {};
  const [mediaType, { schema = {} }] = first;
  return { body: { mediaType, schema: schema as Schema } };
}
