import type { OpenAPIObject } from '@nestjs/swagger';
import { sentenceOf } from '../words/sentences.js';
import { fieldWords } from '../words/field-words.js';
import type { FormField } from './form-field.js';

/** As much of a JSON schema as the API description uses for the bodies of commands. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly description?: string;
  readonly example?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
}

const MONEY = '#/components/schemas/MoneyDto';

/**
 * The fields that a form asks for to fill in the body of a command: one for each property, in the order of the API description.
 *
 * @param leftOut properties that the page fills in itself
 */
export function fieldsOfSchema(
  schema: Schema,
  document: OpenAPIObject,
  leftOut: readonly string[] = [],
): readonly FormField[] {
  return fieldsIn(resolved(schema, document), document, '').filter(({ name }) => !leftOut.includes(name));
}

function fieldsIn(
  { properties = {}, required = [] }: Schema,
  document: OpenAPIObject,
  prefix: string,
): readonly FormField[] {
  return Object.entries(properties).map(([property, schema]) =>
    fieldOf(`${prefix}${property}`, property, schema, required.includes(property), document),
  );
}

function fieldOf(
  name: string,
  property: string,
  schema: Schema,
  required: boolean,
  document: OpenAPIObject,
): FormField {
  const { description } = schema;
  const asked = {
    name,
    label: fieldWords[property] ?? sentenceOf(property),
    ...(description !== undefined && { hint: hintFrom(description) }),
    required,
  };
  if (isMoney(schema)) return { ...asked, kind: 'money' };
  const { type, format, enum: values, items, ...object } = resolved(schema, document);
  if (values !== undefined) {
    const choices = values.map((value) => ({ value, text: sentenceOf(value) }));
    return { ...asked, kind: 'choice', choices };
  }
  if (format === 'date') return { ...asked, kind: 'day' };
  if (type === 'boolean') return { ...asked, kind: 'yes-no' };
  if (type === 'array' && items !== undefined) {
    const item = (index: number) => fieldOf(`${name}.${index}`, property, items, true, document);
    return { ...asked, kind: 'list', item };
  }
  if (object.properties !== undefined) {
    return { ...asked, kind: 'group', fields: fieldsIn(object, document, `${name}.`) };
  }
  return { ...asked, kind: type === 'number' || type === 'integer' ? 'number' : 'text' };
}

function isMoney({ $ref, allOf }: Schema): boolean {
  return $ref === MONEY || allOf?.some((part) => part.$ref === MONEY) === true;
}

/** A description without its full stop, as hints are written. */
function hintFrom(description: string): string {
  return description.replace(/\.$/, '');
}

function resolved(schema: Schema, document: OpenAPIObject): Schema {
  const reference = schema.$ref ?? schema.allOf?.[0]?.$ref;
  if (reference === undefined) return schema;
  const name = reference.slice(reference.lastIndexOf('/') + 1);
  return (document.components?.schemas?.[name] ?? {}) as Schema;
}
