import { day, listOf, record } from '../../kernel/shape.js';
import type { WorkedExampleKind } from '../../kernel/worked-example.js';
import { dayTwentyNine } from '../domain/rules/liability.js';

const inputsShape = record({ received: listOf(day) });

/** Day 29 by the day on which the completed checklist was received. */
export const dayTwentyNineExample: WorkedExampleKind = {
  kind: 'day29',
  compute: (inputs) =>
    Object.fromEntries(
      inputsShape(inputs, '').received.map((receivedOn) => [receivedOn, dayTwentyNine(receivedOn)]),
    ),
};
