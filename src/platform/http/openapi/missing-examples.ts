import type { MediaTypeObject, OpenAPIObject, ReferenceObject, SchemaObject } from '@nestjs/swagger';
import { operationsOf } from './operations.js';

/** Names each operation whose request body cannot be tried out, because neither it nor all of its fields have an example. */
export function missingExamples(document: OpenAPIObject): readonly string[] {
  return operationsOf(document).flatMap(({ method, path, operation: { requestBody } }) => {
    if (requestBody === undefined || '$ref' in requestBody) return [];
    const complete = Object.values(requestBody.content).every((content) => hasExample(document, content));
    return complete ? [] : [`${method.toUpperCase()} ${path}`];
  });
}

function hasExample(document: OpenAPIObject, { example, examples, schema }: MediaTypeObject): boolean {
  if (example !== undefined || examples !== undefined) return true;
  return schema !== undefined && schemaHasExample(document, schema, new Set());
}

type AnySchema = SchemaObject | ReferenceObject;

function schemaHasExample(document: OpenAPIObject, schema: AnySchema, seen: ReadonlySet<string>): boolean {
  if ('$ref' in schema) {
    const { $ref } = schema;
    const target = document.components?.schemas?.[$ref.replace('#/components/schemas/', '')];
    // A schema that holds itself has an example when the rest of it has.
    return (
      seen.has($ref) || (target !== undefined && schemaHasExample(document, target, new Set([...seen, $ref])))
    );
  }
  if (schema.example !== undefined || schema.examples !== undefined || schema.default !== undefined)
    return true;
  const parts = partsOf(schema);
  return parts !== undefined && parts.every((part) => schemaHasExample(document, part, seen));
}

/** What an object, list or combination is made of; nothing for a plain value, which needs an example of its own. */
function partsOf({
  allOf,
  oneOf,
  anyOf,
  properties,
  items,
  type,
}: SchemaObject): readonly AnySchema[] | undefined {
  const combined = allOf ?? oneOf ?? anyOf;
  if (combined !== undefined) return combined;
  if (properties !== undefined) return Object.values(properties);
  if (items !== undefined) return [items];
  return type === 'object' ? [] : undefined;
}
