import { ApiConflictResponse } from '@nestjs/swagger';
import { PROBLEM_JSON } from '../problems/problem.filter.js';

/** Says of a read in the description of the API that the rules may have no answer to what was asked; of commands it is known. */
export function RefusedByRules(description: string): MethodDecorator & ClassDecorator {
  return ApiConflictResponse({
    description,
    content: { [PROBLEM_JSON]: { schema: { $ref: '#/components/schemas/Problem' } } },
  });
}
