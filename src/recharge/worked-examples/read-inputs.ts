import { InvalidValue } from '../../kernel/invalid-value.js';
import type { Shape } from '../../kernel/shape.js';
import { NotUnderstood } from '../../kernel/worked-example.js';

/**
 * Reads the inputs of a worked example.
 *
 * @throws NotUnderstood when one is missing, is not what it should be, or is not known.
 */
export function readInputs<Value>(shape: Shape<Value>, inputs: Readonly<Record<string, unknown>>): Value {
  try {
    return shape(inputs, '');
  } catch (fault) {
    if (fault instanceof InvalidValue) throw new NotUnderstood(fault.message);
    throw fault;
  }
}
