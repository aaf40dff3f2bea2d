import { applyDecorators, Controller, HttpCode, Post, type Type } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequiresRole } from '../../access/access-rule.js';
import { ROLES } from '../../access/roles.js';
import { WithoutIdempotencyKey } from '../idempotency/without-idempotency-key.js';

/** The address of everything that is worked out from what the body says alone. */
export const CALCULATIONS_PATH = 'v1/calculations';

/**
 * A controller of calculators: they answer what a case would come to by the same rules and with the same explanation, read
 * nothing of any case and store nothing. Everybody who is signed in may ask, and asking twice does no harm, so a calculation
 * needs no Idempotency-Key.
 */
export function Calculators(): ClassDecorator {
  return applyDecorators(
    ApiTags('Calculators'),
    RequiresRole(...ROLES),
    WithoutIdempotencyKey(),
    Controller(CALCULATIONS_PATH),
  );
}

/** What the API description says of a calculator. */
export interface CalculatorDescription {
  readonly summary: string;
  readonly description?: string;
  readonly answer: Type;
}

/** One calculator, by the last word of its address; it answers 200, because nothing was made. */
export function Calculator(name: string, { answer, ...operation }: CalculatorDescription): MethodDecorator {
  return applyDecorators(Post(name), HttpCode(200), ApiOperation(operation), ApiOkResponse({ type: answer }));
}
