import type { OpenAPIObject } from '@nestjs/swagger';

/** The part of JSON Schema that the API description uses. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean';
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** The schemas of an API description, with references followed. */
export class Schemas {
  private readonly named: Readonly<Record<string, Schema>>;

  constructor(readonly document: OpenAPIObject) {
    this.named = (document.components?.schemas ?? {}) as Readonly<Record<string, Schema>>;
  }

  /** The schema itself: what a reference names, with what stands beside it. */
  resolved({ $ref, allOf = [], ...own }: Schema): Schema {
    const parts = $ref === undefined ? allOf : [this.atReference($ref), ...allOf];
    return parts.map((part) => this.resolved(part)).reduce((whole, part) => ({ ...part, ...whole }), own);
  }

  private atReference($ref: string): Schema {
    const schema = this.named[$ref.replace('#/components/schemas/', '')];
    if (schema === undefined) throw new Error(`The API description has no ${$ref}`);
    return schema;
  }
}

/** Where a value stands in a body. */
export type Path = readonly (string | number)[];

/** A value of a body, with the schema that it has to follow. */
export interface Place {
  readonly path: Path;
  readonly value: unknown;
  readonly schema: Schema;
}

/** The value and everything in it that a schema describes. Alternatives are not looked into. */
export function placesIn(schemas: Schemas, value: unknown, given: Schema, path: Path = []): readonly Place[] {
  const schema = schemas.resolved(given);
  return [
    { path, value, schema },
    ...partsOf(schema, value).flatMap(([name, part, partSchema]) =>
      placesIn(schemas, part, partSchema, [...path, name]),
    ),
  ];
}

function partsOf(
  { properties = {}, items }: Schema,
  value: unknown,
): readonly (readonly [string | number, unknown, Schema])[] {
  if (Array.isArray(value)) {
    return items === undefined ? [] : value.map((each: unknown, index) => [index, each, items] as const);
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]: [string, unknown]) => {
    const schema = properties[name];
    return schema === undefined ? [] : [[name, each, schema] as const];
  });
}

/** The same value with another one at a path; a name is taken away by `undefined`. */
export function withValueAt(whole: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(whole))
    return whole.map((each, index) => (index === step ? withValueAt(each, rest, value) : each) as unknown);
  const object = whole as Readonly<Record<string, unknown>>;
  return { ...object, [step]: withValueAt(object[step], rest, value) };
}
