import { applyDecorators, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';

/** Says in the description of the API that a route answers with one page of a list, as `PageAnswer` is sent. */
export function AnswersPageOf(item: Type): MethodDecorator {
  return applyDecorators(
    ApiExtraModels(item),
    ApiOkResponse({
      schema: {
        type: 'object',
        required: ['items'],
        properties: {
          items: { type: 'array', items: { $ref: getSchemaPath(item) } },
          next: { type: 'string', description: 'The cursor of the next page; absent on the last one.' },
        },
      },
      headers: {
        Link: {
          description: 'The address of the next page, with `rel="next"`; absent on the last one.',
          schema: { type: 'string' },
        },
      },
    }),
  );
}
