import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import type { MissingFact } from '../../../kernel/figure.js';

/** A fact that somebody has to supply. */
export class MissingFactAnswer implements MissingFact {
  @ApiProperty({ example: 'delay-justified' })
  readonly fact!: string;

  @ApiProperty({ example: 'Nobody has said whether the delay was justified' })
  readonly reason!: string;

  @ApiProperty({ example: "the ICB's CHC team" })
  readonly suppliedBy!: string;
}

/** Whether a figure is known, in the description of the API. */
export const STATUS: ApiPropertyOptions = { enum: ['known', 'pending'], example: 'known' };

/** What a figure waits for, in the description of the API. */
export const MISSING: ApiPropertyOptions = {
  type: [MissingFactAnswer],
  description: 'What is missing, why it is needed and who can supply it; only while the figure is pending.',
};

/** How a figure was worked out, in the description of the API: a tree that ends in the facts of the case. */
export const BASIS: ApiPropertyOptions = {
  type: 'object',
  additionalProperties: false,
  description: 'The rule, its source and certainty, what went in, and the explanations that it rests on.',
  required: ['rule', 'version', 'title', 'source', 'certainty', 'inputs', 'from'],
  properties: {
    rule: { type: 'string', example: 'LIABILITY-R1' },
    version: { type: 'integer', example: 1 },
    title: { type: 'string' },
    source: { type: 'string' },
    certainty: { type: 'string', enum: ['sourced', 'unverified', 'local-practice', 'product-decision'] },
    inputs: { type: 'object', additionalProperties: true },
    from: { type: 'array', items: { type: 'object' } },
  },
};
