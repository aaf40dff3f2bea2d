import { Injectable, ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { Problem } from '../problems/problem.js';
import { listsForObjects } from './lists-for-objects.js';
import { rememberRules } from './remembered-rules.js';
import { inAddress, inBody, invalidItems, UNKNOWN_FIELD, type InvalidItem } from './validation-items.js';

class InvalidInput extends Error {
  constructor(readonly items: readonly InvalidItem[]) {
    super('The input is not valid');
  }
}

/**
 * Reads bodies and queries into their DTO classes and refuses everything that the class does not name. Values are never
 * converted on a guess: a field that should become a number says so with `@Type(() => Number)`.
 */
@Injectable()
export class StrictValidationPipe extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      exceptionFactory: (errors: ValidationError[]) => new InvalidInput(invalidItems(errors)),
    });
    rememberRules();
  }

  /** @throws Problem 400 for a name that is not known, 422 for a value that cannot be accepted. */
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body') refuseOtherThanObject(value);
    try {
      const read = (await super.transform(value, metadata)) as unknown;
      const lists = listsForObjects(read);
      if (lists.length > 0) throw new InvalidInput(lists);
      return read;
    } catch (fault) {
      if (!(fault instanceof InvalidInput)) throw fault;
      throw metadata.type === 'body' ? bodyProblem(fault.items) : addressProblem(fault.items);
    }
  }
}

/** A list or a bare value would be checked item by item, or not at all. */
function refuseOtherThanObject(body: unknown): void {
  if (body === undefined || (typeof body === 'object' && body !== null && !Array.isArray(body))) return;
  const detail = 'The body must be a JSON object';
  throw new Problem('invalid-fields', `${detail}.`, { errors: [{ pointer: '', code: 'object', detail }] });
}

function bodyProblem(items: readonly InvalidItem[]): Problem {
  const unknown = items.filter(({ code }) => code === UNKNOWN_FIELD);
  return unknown.length > 0
    ? new Problem('unknown-field', sentence(unknown), { errors: unknown.map(inBody) })
    : new Problem('invalid-fields', sentence(items), { errors: items.map(inBody) });
}

function addressProblem(items: readonly InvalidItem[]): Problem {
  const unknown = items.filter(({ code }) => code === UNKNOWN_FIELD);
  return unknown.length > 0
    ? new Problem('unknown-parameter', sentence(unknown), {
        errors: unknown.map((item) => inAddress({ ...item, code: 'unknown-parameter' })),
      })
    : new Problem('invalid-fields', sentence(items), { errors: items.map(inAddress) });
}

function sentence(items: readonly InvalidItem[]): string {
  return `${items.map(({ detail }) => detail).join('; ')}.`;
}
