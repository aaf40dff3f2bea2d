import type { ResponseObject } from '@nestjs/swagger';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { isPlainDate } from '../../src/kernel/plain-date.js';
import type { FuzzedOperation } from './draft.js';
import type { Schemas } from './schemas.js';

const API = 'api';
const JSON_TYPES = ['application/json', 'application/problem+json'];
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Says whether an answer is one of those that the description names for the operation. */
export class DescribedAnswers {
  private readonly ajv: Ajv2020;
  private readonly validators = new Map<string, ValidateFunction>();

  constructor(private readonly schemas: Schemas) {
    this.ajv = new Ajv2020({
      strict: false,
      allErrors: false,
      formats: {
        date: isPlainDate,
        'date-time': (text) => !Number.isNaN(Date.parse(text)),
        uuid: UUID,
        'uri-reference': (text) => URL.canParse(text, 'https://handover.example'),
      },
    });
    this.ajv.addSchema({ components: schemas.document.components }, API);
  }

  /** What is not as described, in words. */
  faultsOf(operation: FuzzedOperation, status: number, mediaType: string, text: string): readonly string[] {
    const response = this.responseOf(operation, status);
    if (response === undefined) return [`status ${status} is not described`];
    const { content } = response;
    if (content === undefined) return text === '' ? [] : [`status ${status} is described without a body`];
    const schema = content[mediaType]?.schema;
    if (schema === undefined)
      return [`status ${status} is not described as ${mediaType || 'an answer without a type'}`];
    return JSON_TYPES.includes(mediaType) ? this.faultsOfJson(schema, text) : [];
  }

  private responseOf({ responses }: FuzzedOperation, status: number): ResponseObject | undefined {
    const given = responses[status];
    if (given === undefined || !('$ref' in given)) return given;
    return this.schemas.document.components?.responses?.[given.$ref.split('/').at(-1) ?? ''] as
      ResponseObject | undefined;
  }

  private faultsOfJson(schema: object, text: string): readonly string[] {
    let body: unknown;
    try {
      body = JSON.parse(text);
    } catch {
      return ['the body is not JSON'];
    }
    const validate = this.validatorOf(schema);
    if (validate(body)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message = '' }) => `the body is not as described: ${instancePath} ${message}`,
    );
  }

  private validatorOf(schema: object): ValidateFunction {
    const text = JSON.stringify(schema).replaceAll('"#/components/', `"${API}#/components/`);
    const found = this.validators.get(text) ?? this.ajv.compile(JSON.parse(text) as object);
    this.validators.set(text, found);
    return found;
  }
}
