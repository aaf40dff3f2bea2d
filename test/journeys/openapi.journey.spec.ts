import { describe, expect, it, jest } from '@jest/globals';
import { Controller, Post, type INestApplication } from '@nestjs/common';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { ApiBody, ApiProperty, DECORATORS } from '@nestjs/swagger';
import { Test } from '@nestjs/testing';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { buildOpenApi } from '../../src/platform/http/openapi/build-openapi.js';
import { operationsOf } from '../../src/platform/http/openapi/operations.js';
import { useProduct } from '../support/product.js';

/**
 * The names that more than one class takes. The description has one schema for a name, so the other class is described
 * wrongly; Nest warns of some such pairs and not of those that are parts of other schemas.
 */
function namesTakenTwice(app: INestApplication): readonly string[] {
  const classes = new Set<object>();
  const { getOwnMetadata } = Reflect;
  // Every class that becomes a schema is asked for its own name first.
  const asked = jest.spyOn(Reflect, 'getOwnMetadata').mockImplementation((...args: [unknown, object]) => {
    if (args[0] === DECORATORS.API_SCHEMA) classes.add(args[1]);
    return getOwnMetadata(...args);
  });
  buildOpenApi(app);
  asked.mockRestore();
  const names = [...classes].map((each) => (each as { readonly name: string }).name);
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].sort();
}

interface Described {
  readonly required?: readonly string[];
  readonly properties?: Readonly<
    Record<string, { readonly type?: string; readonly format?: string; readonly example?: unknown }>
  >;
}

describe('the API description of the whole product', () => {
  const product = useProduct();

  it('has a name of its own for every schema', () => {
    expect(namesTakenTwice(product.current.app)).toEqual([]);
  });

  it('asks of every correction why, and for what shows it', () => {
    const { components = {} } = buildOpenApi(product.current.app);
    const schemas = (components.schemas ?? {}) as Readonly<Record<string, Described>>;
    const corrections = Object.values(schemas).flatMap(({ properties = {} }) => properties['corrects'] ?? []);
    expect(corrections.length).toBeGreaterThan(25);
    expect(JSON.stringify(corrections).match(/schemas\/CorrectsDto"/g)).toHaveLength(corrections.length);
    expect(schemas['CorrectsDto']?.required).toEqual(['eventId', 'reasonCode', 'documentReference']);
  });

  it('describes every day as text', () => {
    const { components = {} } = buildOpenApi(product.current.app);
    const schemas = (components.schemas ?? {}) as Readonly<Record<string, Described>>;
    const days = Object.entries(schemas).flatMap(([schema, { properties = {} }]) =>
      Object.entries(properties)
        .filter(([, { format }]) => format === 'date')
        .map(([name, { type }]) => ({ property: `${schema}.${name}`, type })),
    );
    expect(days.length).toBeGreaterThan(50);
    expect(days.filter(({ type }) => type !== 'string')).toEqual([]);
  });

  it('shows examples that are what it says', () => {
    const { components = {} } = buildOpenApi(product.current.app);
    const ajv = new Ajv2020({
      strict: false,
      formats: { date: true, 'date-time': true, uuid: true, 'uri-reference': true },
    });
    ajv.addSchema({ components }, 'api');
    const schemas = (components.schemas ?? {}) as Readonly<Record<string, Described>>;
    const wrong = Object.entries(schemas).flatMap(([schema, { properties = {} }]) =>
      Object.entries(properties)
        .filter(([name, { example }]) => {
          const place = `api#/components/schemas/${schema}/properties/${name}`;
          return example !== undefined && !ajv.validate({ $ref: place }, example);
        })
        .map(([name]) => `${schema}.${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('says of every success what it answers with', () => {
    const bare = operationsOf(buildOpenApi(product.current.app)).flatMap(({ method, path, operation }) =>
      Object.entries(operation.responses)
        .filter(([status, response]) => {
          return (
            /^2\d\d$/.test(status) && response !== undefined && !('$ref' in response) && !response.content
          );
        })
        .map(([status]) => `${method} ${path} ${status}`),
    );
    expect(bare).toEqual([]);
  });
});

const DayNote = (() => {
  class NoteDto {
    @ApiProperty({ example: '2024-05-01' })
    readonly day!: string;
  }
  return NoteDto;
})();
const TextNote = (() => {
  class NoteDto {
    @ApiProperty({ example: 'as agreed' })
    readonly text!: string;
  }
  return NoteDto;
})();

@Controller('notes')
class NotesController {
  @Post('days')
  @ApiBody({ type: DayNote })
  addDay() {}

  @Post('texts')
  @ApiBody({ type: TextNote })
  addText() {}
}

describe('a schema name that is there twice', () => {
  it('is noticed', async () => {
    const module = await Test.createTestingModule({ controllers: [NotesController] }).compile();
    const app = module.createNestApplication(new FastifyAdapter());
    expect(namesTakenTwice(app)).toEqual(['NoteDto']);
  });
});
